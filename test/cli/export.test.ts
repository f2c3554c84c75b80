import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blackfoot, temporaryFolder } from './run-blackfoot.ts';

const answer = `aws ec2 attach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-red
aws ec2 create-route --route-table-id rtb-edge --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1
aws ec2 associate-address --allocation-id eipalloc-52 --network-interface-id eni-vm1
`;

const exported = (words: readonly string[], input = answer, home?: string) =>
  blackfoot(['export', '2.7', '-', ...words], { input, ...(home && { home }) });

test('an answer becomes a script of the AWS CLI, which run accepts', async () => {
  const { code, stdout, stderr } = await exported(['--to', 'aws-cli']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const again = await blackfoot(['run', 'empty', '-'], { input: stdout });
  expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: '' });
});

test('what does not solve the level is written all the same, and told', async () => {
  const { code, stdout, stderr } = await exported(['--to', 'terraform'], '');
  expect(code).toBe(0);
  expect(stdout).toContain('resource "aws_vpc" "red"');
  expect(stderr).toBe('This answer does not solve the level yet; here is its network all the same.\n');
});

test.each([
  ['terraform', 'resource "aws_internet_gateway" "igw_1" {'],
  ['cloudformation', '    Type: AWS::EC2::InternetGateway'],
  ['aws-cli', 'IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)'],
])('--to %s writes what that reads', async (target, line) => {
  const { stdout } = await exported(['--to', target], '');
  expect(stdout.split('\n')).toContain(line);
});

test('the remarks at its head are in the language that was asked for', async () => {
  const { stdout } = await exported(['--to', 'terraform', '--lang', 'ko'], '');
  expect(stdout.split('\n').slice(0, 4).join('\n')).toContain('여러분의 계정에 진짜 리소스가 생깁니다');
});

test('--out writes the file and prints nothing', async () => {
  const home = temporaryFolder();
  const { code, stdout } = await exported(['--to', 'cloudformation', '--out', 'stack.yaml'], '', home);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(readFileSync(join(home, 'stack.yaml'), 'utf8')).toContain('AWSTemplateFormatVersion: 2010-09-09');
});

test('a script that is refused somewhere gives nothing, and says where', async () => {
  const { code, stdout, stderr } = await exported(
    ['--to', 'terraform'],
    'aws ec2 attach-internet-gateway --internet-gateway-id igw-9 --vpc-id vpc-red\n',
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^<stdin>:1: An error occurred \(NotAllowed\)/);
});

test.each([
  [[], 'blackfoot: --to is missing: aws-cli, terraform, cloudformation\n'],
  [['--to', 'terrafrom'], 'blackfoot: "terrafrom" is nothing to export to\n  Did you mean: --to terraform\n'],
  [['--to', 'pulumi'], 'blackfoot: "pulumi" is nothing to export to\n  One of: aws-cli, terraform, cloudformation\n'],
])('%j is refused with what is meant', async (words, message) => {
  const { code, stdout, stderr } = await exported(words);
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: message });
});
