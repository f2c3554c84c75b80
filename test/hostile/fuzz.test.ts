// Files changed at random, in letters and in structure: each is read, or refused with its place, and never ends in an exception. What is
// still a network is then asked for packets, and what is still a script is carried out.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { greet } from '../../src/cli/linear/greet.ts';
import { startLinear } from '../../src/cli/linear/linear.ts';
import { respond } from '../../src/cli/linear/respond.ts';
import { applyOperation } from '../../src/control/apply.ts';
import { parseScript, runScript } from '../../src/control/script.ts';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { judge } from '../../src/levels/judge.ts';
import { makeLibrary } from '../../src/levels/library.ts';
import { parseLevel } from '../../src/levels/parse.ts';
import { parseLevelText } from '../../src/levels/parse-level-text.ts';
import { parseText } from '../../src/levels/parse-text.ts';
import { listExposure, monthlyCost } from '../../src/levels/score.ts';
import { EMPTY_SAVE } from '../../src/progress/progress.ts';
import { readSaveText } from '../../src/progress/read-save.ts';
import { GUIDE_FILES, LEVEL, TEXT } from './guide-pack.ts';

/** FUZZ=20000 asks for more of each. */
const RUNS = Number(process.env.FUZZ ?? 300);

/** Values that no schema expects where they come to stand. */
const ODD: readonly unknown[] = [
  null,
  true,
  '',
  'constructor',
  '__proto__',
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  Number.NaN,
  '0.0.0.0/0',
  '::/0',
  '10.1.0.0/16',
  '999.1.1.1',
  [],
  {},
  [[]],
  { a: { b: {} } },
  'x'.repeat(5000),
  '\u001B[2J',
];

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, part]) =>
      pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** A copy with something else at a path: another value, another part of the same file, or nothing. */
function changed(value: unknown, at: Path, change: Change, whole: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return change.kind === 'odd' ? ODD[change.pick % ODD.length] : partOf(whole, change.pick);
  if (typeof value !== 'object' || value === null) return value;
  if (rest.length === 0 && change.kind === 'gone') {
    if (Array.isArray(value)) return value.filter((_, index) => index !== key);
    const { [key]: _, ...others } = value as Record<string, unknown>;
    return others;
  }
  const next = changed((value as Record<string, unknown>)[key as string], rest, change, whole);
  return Array.isArray(value) ? value.with(key as number, next) : { ...value, [key]: next };
}

function partOf(whole: unknown, pick: number): unknown {
  const paths = pathsOf(whole);
  return (paths[pick % paths.length] as Path).reduce<unknown>(
    (part, key) => (part as Record<string, unknown>)[key as string],
    whole,
  );
}

interface Change {
  readonly kind: 'odd' | 'part' | 'gone';
  readonly at: number;
  readonly pick: number;
}

const changes = fc.array(
  fc.record<Change>({ kind: fc.constantFrom('odd', 'part', 'gone'), at: fc.nat(), pick: fc.nat() }),
  { minLength: 1, maxLength: 4 },
);

function changeAll(content: unknown, all: readonly Change[]): unknown {
  return all.reduce<unknown>((value, change) => {
    const paths = pathsOf(value);
    return changed(value, paths[change.at % paths.length] as Path, change, value);
  }, content);
}

/** Letters taken out, put in and repeated. */
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    cut: fc.nat(12),
    put: fc.constantFrom(
      '',
      ':',
      '\n',
      '  ',
      '- ',
      '{',
      '[',
      '"',
      "'",
      '*a',
      '&a ',
      '\t',
      '\u0000',
      '\u001B',
      '한',
      '#',
      '|',
      '!!',
      '<<: ',
      '$(',
      '$A',
      '\\',
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

function edit(text: string, all: readonly { at: number; cut: number; put: string }[]): string {
  return all.reduce((now, { at, cut, put }) => {
    const from = at % (now.length + 1);
    return now.slice(0, from) + put + now.slice(from + cut);
  }, text);
}

const library = builtInLibrary();
const levels = library.entries.map(({ id }) => library.sources.levels[id]);
const anyLevel = fc.constantFrom(parse(GUIDE_FILES[LEVEL] as string) as unknown, ...levels);

function expectPlayed(input: unknown) {
  const level = parseLevel(input);
  if (!level.ok) {
    expect(level.error.length).toBeGreaterThan(0);
    return;
  }
  const { start, goals } = level.value;
  judge(level.value, start);
  listExposure(level.value, start);
  monthlyCost(level.value, start);
  for (const goal of goals) if ('probe' in goal) diagnose(start, goal.probe);
}

describe(`${RUNS} random changes of each`, { timeout: 60_000 + RUNS * 200 }, () => {
  test('levels, in their structure', () => {
    fc.assert(
      fc.property(anyLevel, changes, (level, all) => void expectPlayed(changeAll(level, all))),
      { numRuns: RUNS },
    );
  });

  test('levels and their words, played line by line', () => {
    const words = parse(GUIDE_FILES[TEXT] as string) as unknown;
    const index = parse(GUIDE_FILES['index.yaml'] as string) as unknown;
    fc.assert(
      fc.property(anyLevel, changes, changes, (level, ofLevel, ofWords) => {
        const levels = { 'first-road': changeAll(level, ofLevel) };
        const texts = { en: { 'first-road': changeAll(words, ofWords) } };
        const made = makeLibrary({ index, levels, texts, chapterTexts: {} }, parseLevel);
        if (!made.ok) throw new Error('the index does not read');
        const around = { library: made.value, now: () => '2026-01-01T00:00:00.000Z' };
        let { linear } = greet(startLinear('en', EMPTY_SAVE), undefined, around);
        for (const line of [
          'look',
          'menu',
          '1',
          '1',
          'send',
          'send',
          'packet 1',
          'hint',
          'hint',
          'hint',
          'score',
          'codex',
        ])
          linear = respond(linear, line, around).linear;
      }),
      { numRuns: RUNS },
    );
  });

  test('levels, in their letters', () => {
    const text = GUIDE_FILES[LEVEL] as string;
    fc.assert(
      fc.property(edits, (all) => {
        const document = parseText('level.yaml', edit(text, all));
        if (document.ok) expectPlayed(document.value.content);
        else expect(document.error[0]).toMatchObject({ file: 'level.yaml' });
      }),
      { numRuns: RUNS },
    );
  });

  test('worlds, and packets in what is left of them', () => {
    fc.assert(
      fc.property(anyLevel, changes, (level, all) => {
        const world = readWorld(changeAll((level as { world: unknown }).world, all));
        if (!world.ok) {
          expect(world.error.length).toBeGreaterThan(0);
          return;
        }
        const senders = [...Object.keys(world.value.instances), ...Object.keys(world.value.internet)].slice(0, 4);
        for (const from of senders)
          for (const to of [...senders, '8.8.8.8', '10.1.0.77'])
            if (from !== to) traceExchange(world.value, { from, to });
      }),
      { numRuns: RUNS },
    );
  });

  test('words of a level', () => {
    const text = parse(GUIDE_FILES[TEXT] as string) as unknown;
    fc.assert(
      fc.property(changes, (all) => void parseLevelText(changeAll(text, all))),
      { numRuns: RUNS },
    );
  });

  test('indexes of a pack', () => {
    const index = parse(GUIDE_FILES['index.yaml'] as string) as unknown;
    fc.assert(
      fc.property(changes, (all) => {
        const made = makeLibrary({ index: changeAll(index, all), levels: {}, texts: {}, chapterTexts: {} }, parseLevel);
        if (made.ok)
          for (const { id, chapterId } of made.value.entries) {
            expect(made.value.level(id).ok).toBe(false);
            expect(made.value.text(id, 'en').ok).toBe(false);
            made.value.chapterText(chapterId, 'en');
          }
      }),
      { numRuns: RUNS },
    );
  });

  test('scripts', () => {
    const world = readWorld((levels[0] as { world: unknown }).world);
    if (!world.ok) throw new Error('the first level does not read');
    const script = [
      'VPC=$(aws ec2 create-vpc --cidr-block 10.9.0.0/16 --query Vpc.VpcId --output text)',
      'aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.9.1.0/24 # the first',
      'aws ec2 create-route-table --vpc-id "$VPC" --tag-specifications \'ResourceType=route-table,Tags=[{Key=Name,Value=x}]\'',
      'aws ec2 describe-vpcs --output table; echo "$VPC"',
    ].join('\n');
    fc.assert(
      fc.property(edits, (all) => {
        const statements = parseScript(edit(script, all));
        if (!statements.ok) {
          expect(statements.error.line).toBeGreaterThan(0);
          return;
        }
        let now = world.value;
        runScript(
          statements.value,
          {
            operate(operation) {
              const applied = applyOperation(now, operation);
              if (!applied.ok) return applied;
              now = applied.value.world;
              return { ok: true, value: applied.value.output };
            },
            search: (output) => output,
          },
          { keepGoing: true },
        );
      }),
      { numRuns: RUNS },
    );
  });

  test('saves, in their structure and their letters', () => {
    const save = {
      version: 1,
      levels: { 'first-road': { solved: true, stars: 3, moves: 1, solvedAt: '2026-01-01T00:00:00.000Z' } },
      settings: { language: 'ko', ascii: true },
    };
    const known = new Set(['read', 'newer', 'broken']);
    fc.assert(
      fc.property(changes, edits, (all, letters) => {
        const odd = JSON.stringify(changeAll(save, all)) ?? '';
        for (const text of [odd, edit(JSON.stringify(save), letters)]) expect(known).toContain(readSaveText(text).kind);
      }),
      { numRuns: RUNS },
    );
  });
});
