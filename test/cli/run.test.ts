import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blackfoot, temporaryFolder } from './run-blackfoot.ts';

const attach = 'aws ec2 attach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-red\n';
const route = 'aws ec2 create-route --route-table-id rtb-edge --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1\n';
const refused =
  'aws ec2 create-route --route-table-id rtb-none --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1\n';

const run = (script: string, words: readonly string[] = [], home?: string) =>
  blackfoot(['run', '2.7', '-', ...words], { input: script, ...(home && { home }) });

test('a script prints what the AWS CLI would print', async () => {
  const { code, stdout, stderr } = await run(attach + route);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe('{\n    "Return": true\n}\n');
});

test('EC2’s refusal is its own sentence on standard error, with the place and what to do', async () => {
  const { code, stdout, stderr } = await run(`echo before\n${refused}echo after\n`);
  expect({ code, stdout }).toEqual({ code: 1, stdout: 'before\n' });
  expect(stderr).toMatch(
    /^<stdin>:2: An error occurred \(InvalidRouteTableID\.NotFound\) when calling the CreateRoute operation: .+\n {2}.+\n$/,
  );
});

test('with --keep-going the rest is carried out, and the code still says that something was refused', async () => {
  const { code, stdout } = await run(`${refused}echo after\n`, ['--keep-going']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: 'after\n' });
});

test('what is no script is refused with its place before anything is done', async () => {
  const home = temporaryFolder();
  writeFileSync(join(home, 's.sh'), `${attach}aws ec2 describe-vpcs | jq .\n`);
  const { code, stdout, stderr } = await blackfoot(['run', '2.7', 's.sh'], { home });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(
    'blackfoot: This cannot be read, so nothing was done:\ns.sh:2:23: pipes are not part of this shell\n  use --query to pick from the output\n',
  );
});

test('a script that is not there is told by name', async () => {
  const { code, stderr } = await blackfoot(['run', '2.7', 'nowhere.sh']);
  expect(code).toBe(2);
  expect(stderr).toContain('nowhere.sh: there is no such file');
});

test('variables, queries and formats work together', async () => {
  const { stdout } = await run(
    'ID=$(aws ec2 describe-internet-gateways --query "InternetGateways[0].InternetGatewayId" --output text)\necho "found $ID"\n',
  );
  expect(stdout).toBe('found igw-1\n');
});

test('an empty region is empty', async () => {
  const { stdout } = await blackfoot(['run', 'empty', '-'], { input: 'aws ec2 describe-vpcs\n' });
  expect(JSON.parse(stdout)).toEqual({ Vpcs: [] });
});

describe('--out', () => {
  test.each(['w.json', 'w.yaml'])('writes %s, which is a world again', async (name) => {
    const home = temporaryFolder();
    expect(await run(attach + route, ['--out', name], home)).toMatchObject({ code: 0 });
    const words = ['trace', name, '--from', 'vm1', '--to', 'client', '--json'];
    const { diagnosis } = JSON.parse((await blackfoot(words, { home })).stdout);
    expect(diagnosis.map(({ code }: { code: string }) => code)).toEqual(['IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS']);
  });

  test('writes nothing when the script broke off, and leaves what was there', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'w.json'), 'old');
    expect(await run(attach + refused, ['--out', 'w.json'], home)).toMatchObject({ code: 1 });
    expect(readFileSync(join(home, 'w.json'), 'utf8')).toBe('old');
  });

  test('writes what was possible with --keep-going', async () => {
    const home = temporaryFolder();
    await run(refused + attach, ['--out', 'w.json', '--keep-going'], home);
    expect(JSON.parse(readFileSync(join(home, 'w.json'), 'utf8')).gateways['igw-1'].vpcId).toBe('vpc-red');
    expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('into a folder that is not there is refused', async () => {
    const { code, stderr } = await run(attach, ['--out', 'no/such/w.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('no/such/w.json cannot be written: ENOENT');
  });
});

test('--json is one document with every result and the world', async () => {
  const { code, stdout } = await run(attach + refused, ['--json']);
  const document = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(document.ok).toBe(false);
  expect(document.results).toEqual([
    {
      line: 1,
      command: attach.trim(),
      operation: { name: 'AttachInternetGateway', input: { InternetGatewayId: 'igw-1', VpcId: 'vpc-red' } },
      output: null,
      error: null,
    },
    expect.objectContaining({
      line: 2,
      error: expect.objectContaining({ kind: 'refused', code: 'InvalidRouteTableID.NotFound' }),
    }),
  ]);
  expect(document.world.gateways['igw-1'].vpcId).toBe('vpc-red');
});

test('a fault in the middle of writing leaves no half file', async () => {
  const home = temporaryFolder();
  await run(attach, ['--out', home], home);
  expect(existsSync(`${home}.tmp`)).toBe(false);
  expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
