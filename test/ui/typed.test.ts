import { describe, expect, test } from 'vitest';
import { parseStatements } from '../../src/control/shell-words.ts';
import { reduceSession, type SessionEvent, startSession } from '../../src/game/session.ts';
import { completeTyped } from '../../src/ui/play/complete-typed.ts';
import { hostOf, runTyped } from '../../src/ui/play/run-typed.ts';
import { meaningOf, readTyped } from '../../src/ui/play/typed.ts';
import { readFixture } from '../game/first-road.ts';

function meaning(line: string) {
  const statements = parseStatements(line);
  if (!statements.ok || !statements.value[0]) throw new Error(`${line} does not read`);
  return meaningOf(statements.value[0]);
}

test.each([
  ['a verb alone', 'creat-route', 'create-route'],
  ['a verb with its options', 'creat-rout --route-table-id rtb-1', 'create-route'],
  ['a verb of the lab', 'put-maping --vpc-id vpc-red', 'put-mapping'],
  ['one of the game’s own words', 'hnit', 'hint'],
  ['the program', 'asw ec2 create-route', 'aws'],
])('%s that is mistyped gets the nearest that exists', (_, line, near) => {
  expect(meaning(line)).toMatchObject({ kind: 'mistake', mistake: { near } });
});

test('a word that is like none is told how commands begin', () => {
  expect(meaning('florble the packets')).toMatchObject({
    kind: 'mistake',
    mistake: { near: undefined, remedy: expect.stringContaining('aws') },
  });
});

/** Types a text into the first road, and gives what came of it and the level as it then is. */
function type(text: string, variables = new Map<string, string>()) {
  let session = startSession(readFixture());
  const reduce = (event: SessionEvent) => {
    session = reduceSession(session, event);
    return session;
  };
  const statements = readTyped(text);
  if (!statements.ok) throw new Error(statements.error.message);
  return { report: runTyped(statements.value, { ...hostOf(reduce), variables }), session: () => session };
}

const ROUTE = 'create-route --route-table-id rtb-red --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1';

describe('several commands', () => {
  test.each([
    ['on lines of their own', `${ROUTE}\nundo\n${ROUTE}`],
    ['on one line', `${ROUTE}; undo && ${ROUTE};`],
    [
      'with lines continued, comments and blank lines between',
      `# first\n\n${ROUTE.replaceAll(' --', ' \\\n  --')}\nundo # back\n${ROUTE}`,
    ],
  ])('%s are carried out one after another', (_, text) => {
    const { report, session } = type(text);
    expect(report).toMatchObject({ done: 3, of: 3, rest: '' });
    expect(session().present.moves).toBe(1);
  });

  test('stop at the first that is refused, and it and those behind it are given back', () => {
    const wrong = ROUTE.replace('igw-1', 'igw-2');
    const { report, session } = type(`${ROUTE}\n${wrong} # again\necho done`);
    expect(report).toMatchObject({ done: 1, of: 3, isRefused: true, rest: `${wrong}; echo done` });
    expect(session().notice).toMatchObject({ kind: 'refused', error: { code: 'InvalidGatewayID.NotFound' } });
  });

  test('stop at the first that is no command, before which all is done', () => {
    const { report, session } = type(`${ROUTE}; florble; undo`);
    expect(report).toMatchObject({ done: 1, of: 3, rest: 'florble; undo', mistake: { message: expect.anything() } });
    expect(session().present.moves).toBe(1);
  });

  test('stop at a tool that the level does not have', () => {
    const { report, session } = type('create-vpc --cidr-block 10.9.0.0/16; echo x');
    expect(report).toMatchObject({ done: 0, of: 2, isRefused: true });
    expect(session().notice?.kind).toBe('not-allowed');
  });

  test('that lead to another screen leave the rest for later', () => {
    expect(type(`${ROUTE}; send; undo`).report).toMatchObject({ next: { kind: 'send' }, rest: 'undo', done: 2 });
  });
});

test('an output is kept in a variable, for the next line and for the one after', () => {
  const variables = new Map<string, string>();
  type('TABLE=rtb-red; GATEWAY=$(echo igw-1)', variables);
  const { session } = type(ROUTE.replace('rtb-red', '$TABLE').replace('igw-1', '"$GATEWAY"'), variables);
  expect(session().present.moves).toBe(1);
});

test('what is looked up is shown, and an edit’s output only when it is asked for', () => {
  const [looked, ...others] = type(`describe-route-tables\n${ROUTE}\necho done`).report.printed;
  expect(looked).toHaveProperty('RouteTables');
  expect(others).toEqual(['done']);
});

describe('completion', () => {
  const level = readFixture();
  const complete = (text: string, variables: readonly string[] = []) =>
    completeTyped({ world: level.start, tools: level.tools, variables }, text, text.length);

  test.each([
    ['the end of a line', 'create-route --route-table-id rtb-', 'rtb-red'],
    ['behind ;', 'undo; create-route --gateway-id ', 'igw-1'],
    ['behind &&', 'undo && create-ro', 'create-route'],
    ['inside $(…)', 'A=$(aws ec2 describe-route-t', 'describe-route-tables'],
    ['inside "$(…)"', 'A="$(aws ec2 describe-route-t', 'describe-route-tables'],
    ['behind help', 'help associate-a', 'associate-address'],
    ['a word of the game', 'und', 'undo'],
  ])('works at %s', (_, text, candidate) => {
    const { from, candidates } = complete(text);
    expect(candidates).toContain(candidate);
    expect(candidate.startsWith(text.slice(from))).toBe(true);
  });

  test('offers the variables that have been set', () => {
    expect(complete('echo $V', ['VPC', 'VM', 'IGW'])).toEqual({ from: 5, candidates: ['$VM', '$VPC'] });
    expect(complete(`echo \${V`, ['VPC']).candidates).toEqual([`\${VPC}`]);
  });

  test('takes what stands in quotes for no command', () => {
    expect(complete("echo 'a; create-ro").candidates).toEqual([]);
  });
});
