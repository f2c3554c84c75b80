import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { blackfoot, temporaryFolder } from './run-blackfoot.ts';

const level = '2.7';
const answer = [
  'aws ec2 attach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-red',
  'aws ec2 create-route --route-table-id rtb-edge --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1',
  'aws ec2 associate-address --allocation-id eipalloc-52 --network-interface-id eni-vm1',
];

const check = (lines: readonly string[], words: readonly string[] = []) =>
  blackfoot(['check', level, '-', ...words], { input: `${lines.join('\n')}\n` });

test('the reference solves the boss of chapter 2 with all stars', async () => {
  const { code, stdout } = await check(answer, ['--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ level: 'three-missing-things', solved: true, stars: 3, moves: 3, par: 3 });
});

test('looking around costs no move', async () => {
  const { code, stdout } = await check(['aws ec2 describe-route-tables', ...answer], ['--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ solved: true, moves: 3 });
});

test('an unfinished answer says what is still in the way, goal by goal', async () => {
  const { code, stdout, stderr } = await check(answer.slice(0, 1));
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(
    /^✗ .+\n {2}NO_ROUTE_TO_DESTINATION \(.+\) at rtb-edge\n {2}2 things stand between vm1 and dns:\n/,
  );
  expect(stdout).toMatch(/^✓ /m);
  expect(stdout).toMatch(/\nNot solved\.\nmoves 1 \/ par 3 {3}\$\d+\.\d\d\/month {3}exposure 0\n$/);
});

test('a figure over its limit is said in words, too', async () => {
  const { code, stdout } = await blackfoot(['check', '8.2', '-'], { input: '\n' });
  expect(code).toBe(1);
  expect(stdout).toMatch(/TOO_EXPOSED \((?!TOO_EXPOSED).+\) at web/);
});

test('the first failure report of its start lists all three faults', async () => {
  const { code, stdout } = await check([], ['--json']);
  expect(code).toBe(1);
  const [out] = JSON.parse(stdout).goals;
  expect(out.diagnosis.map((finding: { code: string }) => finding.code)).toEqual([
    'NO_ROUTE_TO_DESTINATION',
    'BAD_STATE_ATTACHMENT',
    'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
  ]);
});

test('a tool that the level does not allow is said, and fails it', async () => {
  const forbidden = 'aws ec2 stop-instances --instance-ids i-vm1';
  const { code, stdout, stderr } = await check([...answer, forbidden]);
  expect(code).toBe(1);
  expect(stderr).toContain('This level does not allow StopInstances.');
  expect(stderr).toContain('It allows: AttachInternetGateway');
  expect(stdout).toContain('Not solved.');
});

test('a value that the level does not take is told with those that it takes', async () => {
  const elsewhere =
    'aws ec2 create-route --route-table-id rtb-red --destination-cidr-block 10.9.0.0/16 --gateway-id igw-1';
  const { code, stderr } = await blackfoot(['check', '2.1', '-'], { input: `${elsewhere}\n` });
  expect(code).toBe(1);
  expect(stderr).toContain('In this level CreateRoute takes only these for --destination-cidr-block: 0.0.0.0/0');
});

test('a refusal of EC2’s ends the script', async () => {
  const { code, stderr } = await check([answer[0] as string, answer[0] as string]);
  expect(code).toBe(1);
  expect(stderr).toContain('<stdin>:2: An error occurred');
});

test('a line that is no command ends with code 2', async () => {
  const { code, stderr } = await check(['aws ec2 attach-internet-gatway']);
  expect(code).toBe(2);
  expect(stderr).toContain('Did you mean: aws ec2 attach-internet-gateway');
});

test('the verdict is in the language asked for', async () => {
  const { stdout } = await check(answer, ['--lang', 'ko']);
  expect(stdout).toContain('풀었습니다.');
  expect(stdout).toContain('변경 3회 / 기준 3회');
});

describe('a level of one’s own', () => {
  const levels = fileURLToPath(new URL('../../levels/', import.meta.url));

  test('is a file, with its texts beside it', async () => {
    const file = join(levels, '2-way-out/three-missing-things.yaml');
    const { code, stdout } = await blackfoot(['check', file, '-'], { input: `${answer.join('\n')}\n` });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/^✓ out$/m);
  });

  test('comes from a pack', async () => {
    const home = temporaryFolder();
    cpSync(join(levels, '2-way-out'), join(home, 'pack/chapter'), { recursive: true });
    const index =
      'chapters:\n  - id: mine\n    number: 9\n    levels:\n      - { number: 1, id: three-missing-things }\n';
    writeFileSync(join(home, 'pack/index.yaml'), index);
    const words = ['check', '9.1', '-', '--pack', 'pack'];
    expect(await blackfoot(words, { home, input: `${answer.join('\n')}\n` })).toMatchObject({ code: 0 });
    const listed = await blackfoot(['levels', '--pack', 'pack', '--json'], { home });
    expect(JSON.parse(listed.stdout).chapters[0].levels).toMatchObject([
      { position: '9.1', id: 'three-missing-things' },
    ]);
  });

  test('is not a world', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'w.yaml'), 'vpcs: {}\n');
    const { code, stderr } = await blackfoot(['check', 'w.yaml', '-'], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('w.yaml is a world, not a level.');
  });

  test('that does not read is told with its places', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'mine.yaml'), 'id: mine\nworld: {}\ntools: [CreateRout]\npar: -1\n');
    const { code, stderr } = await blackfoot(['check', 'mine.yaml', '-'], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('mine.yaml:4:6: par:');
    expect(stderr).toContain('goals: it must be given');
  });
});

describe('a pack', () => {
  test('needs an index', async () => {
    const home = temporaryFolder();
    const { code, stderr } = await blackfoot(['levels', '--pack', home], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('this folder is not a pack of levels\n  a pack has an index.yaml');
  });

  test('tells every file that does not read', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'index.yaml'), 'chapters: [\n');
    writeFileSync(join(home, 'a.yaml'), 'x: 1\nx: 2\n');
    const { code, stderr } = await blackfoot(['prove', '.'], { home });
    expect(code).toBe(2);
    expect(stderr).toMatch(/index\.yaml:\d+:\d+:/);
    expect(stderr).toContain('a.yaml:2:1: x stands twice');
  });
});
