import { describe, expect, test } from 'vitest';
import { greet } from '../../../src/cli/linear/greet.ts';
import { type Around, startLinear } from '../../../src/cli/linear/linear.ts';
import { respond } from '../../../src/cli/linear/respond.ts';
import { breakLines, spoken } from '../../../src/cli/linear/sentences.ts';
import { WORDS } from '../../../src/cli/linear/words.ts';
import { EMPTY_SAVE, type Save } from '../../../src/progress/progress.ts';
import { CATALOGS, type Language } from '../../../src/text/catalog.ts';
import { columns } from '../../../src/text/columns.ts';
import { stillsLibrary } from '../../ui/stills-level.ts';

const around: Around = { library: stillsLibrary(), now: () => '2026-01-01T00:00:00.000Z' };
const ROUTE_OUT = 'aws ec2 create-route --route-table-id rtb-red --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1';

/** What is said to the last of the lines, and everything after it. */
function hear(lines: readonly string[], { save = EMPTY_SAVE, language = 'en' as Language } = {}) {
  let answer = greet(startLinear(language, save), undefined, around);
  for (const line of lines) answer = respond(answer.linear, line, around);
  return { ...answer, text: answer.said.join('\n') };
}

describe('the beginning', () => {
  test('opens the next level, with its story, its goals and a first choice', () => {
    const { text } = hear([]);
    for (const part of ['Level', 'Goals:', 'Goal 1:', 'What will you change?', '  1. ']) expect(text).toContain(part);
  });

  test('says what has been won', () => {
    const save: Save = { ...EMPTY_SAVE, levels: { 'first-road': { solved: true, stars: 2, hints: 0 } } };
    expect(hear([], { save }).text).toContain('2 stars.');
    expect(hear(['levels'], { save }).text).toContain('2 of 3 stars');
  });
});

describe('a line', () => {
  test('that is empty or a comment does nothing', () => {
    const before = hear([]);
    for (const line of ['', '   ', '# a thought']) {
      const { linear, said } = respond(before.linear, line, around);
      expect({ linear, said }).toEqual({ linear: before.linear, said: [] });
    }
  });

  test('with a backslash at its end goes on in the next', () => {
    const [first, second] = ROUTE_OUT.split(' --destination');
    expect(hear([`${first} \\`, `--destination${second}`]).text).toContain('Moves: 1');
  });

  test('that sends is told where the packet parts from one that works, in sentences', () => {
    const { text } = hear(['send', 'send']);
    expect(text).toContain('yours: host host-a: No route');
    expect(text).toContain('works: host host-a: The longest prefix wins; a row decides');
  });

  test.each([
    ['a word that is none', 'florble', 'florble'],
    ['a number that is not offered', '99', '99 is not among the choices'],
    ['a level that does not exist', 'play 77.7', 'is not a level'],
    ['a line that begins with no command', 'xyzzy there', '“xyzzy” is not a command here. help lists'],
    ['a thing that is not there', 'look nobody', 'is not in this network'],
    ['a language that we do not speak', 'language fr', 'en, ko'],
    ['a packet before any was sent', 'packet', CATALOGS.en.game['notice.no-packet']],
    ['what EC2 refuses', ROUTE_OUT.replace('igw-1', 'igw-9'), 'InvalidGatewayID.NotFound'],
    [
      'a tool that the level does not give',
      'aws ec2 create-vpc --cidr-block 10.9.0.0/16',
      'not among this level’s tools',
    ],
  ])('%s is answered with what to do', (_, line, said) => {
    expect(hear([line]).text).toContain(said);
  });
});

test('an edit is said with its command, and can be taken back and made again', () => {
  expect(hear([ROUTE_OUT]).text).toMatch(/\$ aws ec2 create-route[\s\S]*Moves: 1/);
  expect(hear([ROUTE_OUT, 'undo']).text).toContain('Undone.');
  expect(hear([ROUTE_OUT, 'undo', 'score']).text).toContain('Moves: 0');
  expect(hear([ROUTE_OUT, 'undo', 'redo', 'score']).text).toContain('Moves: 1');
  expect(hear([ROUTE_OUT, 'reset', 'score']).text).toContain('Moves: 0');
});

test('what a command gives can be set by name and used in a later line', () => {
  const { text } = hear(['RTB=rtb-red', ROUTE_OUT.replace('rtb-red', '$RTB')]);
  expect(text).toContain('create-route --route-table-id rtb-red');
});

test('help and a verb says how the command is typed', () => {
  expect(hear(['help create-route']).text).toContain('--destination-cidr-block');
});

test('the first send asks for a prediction, and the packet answers it', () => {
  expect(hear(['send']).text).toContain('Before you send');
  const { text, change } = hear(['send', '1']);
  expect(text).toMatch(/You were right|The packet says/);
  expect(text).toContain('The packet of goal 1:');
  expect(text).toContain('not met');
  expect(change?.levels?.['first-road']).toHaveProperty('prediction');
});

test('look says every thing of the network and every row of its tables', () => {
  const { text } = hear(['look']);
  for (const part of ['vpc-red', 'subnet-a', '10.1.0.0/16 → local, active', 'igw-1', 'eipalloc-spare'])
    expect(text).toContain(part);
  expect(hear(['look igw-1']).text).toContain('attached to: vpc-red');
  expect(hear(['look internet']).text).toContain('internet, with nothing to set.');
});

test('hints open one by one, after a try or two, and a last one says that it is the last', () => {
  const tries = ['hint', 'send', 'send', 'send'];
  const rungs = [0, 1, 2, 3].map((count) => hear([...Array(count).fill(tries).flat(), 'hint']).text);
  expect(new Set(rungs).size).toBe(4);
  expect(rungs[1]).not.toContain(rungs[0]);
  expect(rungs[3]).toContain(CATALOGS.en.game['hint.last']);
});

test.each(['en', 'ko'] as const)('help lists every word in %s', (language) => {
  const { text } = hear(['help'], { language });
  for (const word of Object.keys(WORDS)) expect(text).toContain(`  ${word}`);
});

test('the sandbox is said to need a screen, with what tries a network without one', () => {
  expect(hear(['sandbox']).said).toHaveLength(1);
  expect(hear(['sandbox']).text).toContain('blackfoot run WORLD SCRIPT');
  expect(hear(['sandbox'], { language: 'ko' }).text).toContain('샌드박스는 화면에서만 됩니다.');
});

test('the language changes at once and is kept', () => {
  const { change, text, linear } = hear(['language ko']);
  expect(change).toEqual({ settings: { language: 'ko' } });
  expect(text).toMatch(/한국어/);
  expect(respond(linear, 'goals', around).said[0]).toBe('목표:');
});

test('quit says that nothing is lost, and ends', () => {
  expect(hear(['quit']).isOver).toBe(true);
  expect(hear(['exit']).isOver).toBe(true);
});

test('a long sentence is broken between words, its rows further in than its beginning', () => {
  const rows = breakLines(`  ${'word '.repeat(30).trim()}`, 40).split('\n');
  expect(rows.every((row) => columns(row) <= 40)).toBe(true);
  expect(rows[0]).toMatch(/^ {2}word/);
  expect(rows[1]).toMatch(/^ {4}word/);
  expect(breakLines('word '.repeat(30), undefined)).toBe('word '.repeat(30));
});

test('arrows are read aloud as words', () => {
  const say = (key: 'sign.to' | 'sign.with') => CATALOGS.en.linear[key];
  expect(spoken('vm ⇄ client: 10.1.0.5 → 8.8.8.8', say)).toBe('vm with client: 10.1.0.5 to 8.8.8.8');
  expect(spoken('← back', say)).toBe('back');
});
