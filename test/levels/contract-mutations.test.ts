import { describe, expect, test } from 'vitest';
import { proveIndex, proveLevel } from '../../src/levels/prove.ts';
import { type File, type Files, levelFile, makeSources, openLibrary, ROUTE_OUT, textFile } from './fixture.ts';

// Whatever is broken in a right level, in each place where it can be, some rule tells; and it is the right one. The breaks are made from
// the fixture itself, so a field that it gets is broken here, too.

type Break = readonly [what: string, rule: string, change: (files: Files) => void];

function rulesTold(change: (files: Files) => void): ReadonlySet<string> {
  const library = openLibrary(makeSources(change));
  const { problems } = proveLevel(library, 'first-road', ['en', 'ko']);
  return new Set([...proveIndex(library), ...problems].map(({ rule }) => rule));
}

const LANGUAGES = ['en', 'ko'] as const;
const TOO_WIDE = 'wide '.repeat(200);

/** Every text of a text file by its path, `goals.out` or `hints.0`. */
function pathsOf(value: File, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]));
}

function holderOf(file: File, path: readonly string[]): { holder: File; key: string } {
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key], file);
  return { holder, key: path.at(-1) as string };
}

/** Left out, these may well be: a choice says enough by itself, one line of a story is enough, and a card too. */
const MAY_GO = new Set(['choices', 'story', 'card']);

function textBreaks(): readonly Break[] {
  return LANGUAGES.flatMap((language) =>
    pathsOf(textFile()).flatMap((path): readonly Break[] => {
      const [part = ''] = path;
      const name = `${language}: ${path.join('.')}`;
      const put = (value: unknown) => (files: Files) => {
        const { holder, key } = holderOf(files[language], path);
        holder[key] = value;
      };
      const drop = (files: Files) => {
        const { holder, key } = holderOf(files[language], path);
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else delete holder[key];
      };
      const gone: Break = [`${name} left out`, part === 'hints' ? 'hint' : 'text', drop];
      const wide: Break = [`${name} too wide`, 'width', put(TOO_WIDE)];
      return [...(MAY_GO.has(part) ? [] : [gone]), ...(part === 'wrong' ? [] : [wide])];
    }),
  );
}

function leftOverBreaks(): readonly Break[] {
  const records = Object.entries(textFile()).filter(([, value]) => typeof value === 'object' && !Array.isArray(value));
  return LANGUAGES.flatMap((language) => [
    ...records.map(
      ([part]): Break => [
        `${language}: a text of ${part} for nothing`,
        'text',
        (files) => {
          files[language][part].nobody = 'Nobody asked.';
        },
      ],
    ),
    [`${language}: a field that no text has`, 'text', (files) => (files[language].colour = 'red')] as Break,
  ]);
}

function hintBreaks(): readonly Break[] {
  return LANGUAGES.flatMap((language) =>
    textFile().hints.flatMap((_: string, index: number): readonly Break[] => [
      [`${language}: hint ${index + 1} empty`, 'hint', (files) => (files[language].hints[index] = '  ')],
      [
        `${language}: hint ${index + 1} said twice`,
        'hint',
        (files) => (files[language].hints[index] = files[language].hints[(index + 1) % 4]),
      ],
    ]),
  );
}

const OPPOSITE: Readonly<Record<string, string>> = { converse: 'not-converse', 'not-deliver': 'deliver' };

function goalBreaks(): readonly Break[] {
  return levelFile().goals.flatMap((goal: File, index: number): readonly Break[] => [
    [
      `goal ${goal.id} turned round`,
      'reference',
      ({ level }) => (level.goals[index].expect = OPPOSITE[level.goals[index].expect]),
    ],
    [`goal ${goal.id} left out`, 'schema', ({ level }) => level.goals.splice(index, 1)],
    [`goal ${goal.id} twice`, 'schema', ({ level }) => level.goals.push(level.goals[index])],
    [
      `goal ${goal.id} of a machine that is not there`,
      'schema',
      ({ level }) => (level.goals[index].probe.from = 'i-x'),
    ],
    [`goal ${goal.id} after nothing that happens`, 'schema', ({ level }) => (level.goals[index].after = 'never')],
  ]);
}

function answerBreaks(): readonly Break[] {
  const { reference, wrong } = levelFile();
  return [
    ...reference.flatMap((_: string, index: number): readonly Break[] => [
      [`edit ${index + 1} of the reference left out`, 'reference', ({ level }) => level.reference.splice(index, 1)],
      [
        `edit ${index + 1} of the reference in the place of another`,
        'reference',
        ({ level }) => (level.reference[index] = level.wrong[0].commands[0]),
      ],
      [
        `edit ${index + 1} of the reference misspelt`,
        'schema',
        ({ level }) => (level.reference[index] = level.reference[index].replace('create', 'craete')),
      ],
    ]),
    ...wrong.flatMap(({ id }: File, index: number): readonly Break[] => [
      [`wrong answer ${id} left out`, index === 0 ? 'text' : 'guarded', ({ level }) => level.wrong.splice(index, 1)],
      [`wrong answer ${id} with another code`, 'wrong', ({ level }) => (level.wrong[index].code = 'RT_LOOP')],
      [`wrong answer ${id} that solves`, 'wrong', ({ level }) => (level.wrong[index].commands = [ROUTE_OUT])],
      [`wrong answer ${id} of no goal`, 'schema', ({ level }) => (level.wrong[index].goal = 'nowhere')],
    ]),
    ...[-1, 1].map((by): Break => [`par ${by > 0 ? 'too high' : 'too low'}`, 'par', ({ level }) => (level.par += by)]),
  ];
}

function worldBreaks(): readonly Break[] {
  const { world, tools } = levelFile();
  const needed = ['hosts', 'vpcs', 'subnets', 'instances', 'internet'];
  return [
    ...needed.flatMap((part) =>
      Object.keys(world[part]).map(
        (id): Break => [`${id} gone`, 'schema', ({ level }) => delete level.world[part][id]],
      ),
    ),
    ...tools.map(
      (_: File, index: number): Break => [
        `tool ${index + 1} taken away`,
        'tools',
        ({ level }) => level.tools.splice(index, 1),
      ],
    ),
  ];
}

function listBreaks(): readonly Break[] {
  const { predict } = levelFile();
  return [
    ...textBreaks(),
    ...leftOverBreaks(),
    ...hintBreaks(),
    ...goalBreaks(),
    ...answerBreaks(),
    ...worldBreaks(),
    ['the right prediction not offered', 'question', ({ level }) => (level.predict.choices = ['igw-1', 'client'])],
    ...predict.choices.map(
      (choice: string): Break => [
        `the prediction ${choice} offered twice`,
        'schema',
        ({ level }) => level.predict.choices.push(choice),
      ],
    ),
    ['no source', 'schema', ({ level }) => (level.sources = [])],
    ['a concept that nobody has taught', 'order', ({ level }) => (level.requires = ['tunnels'])],
    ['a concept without a name', 'text', ({ chapters }) => (chapters.concepts = {})],
    ['a chapter without a name', 'text', ({ chapters }) => (chapters.chapters = {})],
    ['the level not listed', 'listed', ({ index }) => (index.chapters[0].levels = [])],
  ];
}

describe('a break is told by its rule', () => {
  test('and the level that is broken here is right', () => {
    expect([...rulesTold(() => {})]).toEqual([]);
  });

  test.each(listBreaks())('%s: %s', (_what, rule, change) => {
    expect([...rulesTold(change)]).toContain(rule);
  });
});
