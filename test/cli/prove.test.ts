import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startTerminal } from '../terminal/pty.ts';
import { blackfoot, program, temporaryFolder } from './run-blackfoot.ts';

const levels = fileURLToPath(new URL('../../levels/', import.meta.url));
const timeout = 120_000;

/** A folder with one chapter of the game's, as a pack of its own. */
function packWith(change: (text: string) => string): string {
  const home = temporaryFolder();
  const chapter = join(home, 'pack/chapter');
  for (const name of ['unused-gate.yaml', 'unused-gate.en.yaml'])
    cpSync(join(levels, '2-way-out', name), join(chapter, name));
  const file = join(chapter, 'unused-gate.yaml');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const index = 'chapters:\n  - id: mine\n    number: 9\n    levels:\n      - { number: 1, id: unused-gate }\n';
  writeFileSync(join(home, 'pack/index.yaml'), index);
  return home;
}

// Every level of the game is proved in test/levels/contract.test.ts; here a few stand for all.
const SOME = ['1.1', '2.1', '2.2', '2.7', '3.2', '3.4', '4.1', '4.4', '5.1', '6.1'];

test('proofs come in the order that was asked for, whichever thread made them', { timeout }, async () => {
  const { code, stdout } = await blackfoot(['prove', ...SOME, '--json']);
  const proof = JSON.parse(stdout);
  expect(proof.problems).toEqual([]);
  expect({ code, ok: proof.ok }).toEqual({ code: 0, ok: true });
  expect(proof.levels.map(({ position }: { position: string }) => position)).toEqual(SOME);
  const figures = { par: 1, bestKnown: false, atLeast: 1, answers: 1, near: 0, problems: 0 };
  expect(proof.levels[0]).toMatchObject({ ...figures, states: expect.any(Number), milliseconds: expect.any(Number) });
});

test('whoever watches a long proof sees how far it is, and nothing of that stays', { timeout }, async () => {
  const words = [...SOME, '3.3', '3.5', ...SOME];
  const screen = startTerminal([process.execPath, program, 'prove', ...words], { home: temporaryFolder(), rows: 60 });
  onTestFinished(() => screen.close());
  await screen.waitFor('proving', { timeout });
  await screen.exit;
  expect(screen.text()).toContain('Levels proved');
  expect(screen.text()).not.toContain('proving');
});

test('one level has one row', async () => {
  const { code, stdout } = await blackfoot(['prove', '2.1']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^ +level +par +answers +\+1 move +states +ms\n✓ {2}2\.1 unused-gate +1 +1 +3 +\d+ +\d+\n\nLevels proved: 1\. No problems\./,
  );
});

describe('a pack', () => {
  test('in one language is sound', async () => {
    const home = packWith((text) => text);
    const { code, stderr } = await blackfoot(['prove', 'pack', '--json'], { home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('with a wrong par has a problem with its level, its rule and code 1', async () => {
    const home = packWith((text) => text.replace(/^par: .*$/m, 'par: 2'));
    const { code, stdout } = await blackfoot(['prove', 'pack', '--json'], { home });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).problems).toContainEqual(expect.objectContaining({ level: 'unused-gate', rule: 'par' }));
    const table = await blackfoot(['prove', 'pack'], { home });
    expect(table.stdout).toContain('✗  9.1 unused-gate');
    expect(table.stdout).toMatch(/^unused-gate \[par\] /m);
  });

  test('with a level that does not read has a problem with the line', async () => {
    const home = packWith((text) => text.replace(/^par: .*$/m, 'par: none'));
    const { code, stdout } = await blackfoot(['prove', 'pack'], { home });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^unused-gate \[schema\] pack\/chapter\/unused-gate\.yaml:\d+:6: par: /m);
  });

  test('with a file that its index does not list says so', async () => {
    const home = packWith((text) => text);
    writeFileSync(join(home, 'pack/stray.yaml'), 'id: stray\n');
    const { code, stdout } = await blackfoot(['prove', 'pack'], { home });
    expect(code).toBe(1);
    expect(stdout).toContain('stray [listed]');
  });
});

test('what is neither a level nor a folder ends with code 2', async () => {
  const { code, stderr } = await blackfoot(['prove', '7.77']);
  expect(code).toBe(2);
  expect(stderr).toContain('"7.77" is not a level.');
});

describe('solve', () => {
  test('prints commands that check accepts', async () => {
    const { code, stdout } = await blackfoot(['solve', '2.7']);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(3);
    expect(await blackfoot(['check', '2.7', '-'], { input: stdout })).toMatchObject({ code: 0 });
  });

  test('prints every answer of that length with --all, a blank line between', async () => {
    const one = await blackfoot(['solve', '4.2']);
    const all = await blackfoot(['solve', '4.2', '--all']);
    const answers = all.stdout.trim().split('\n\n');
    expect(answers.length).toBeGreaterThan(1);
    expect(answers).toContain(one.stdout.trim());
  });

  test('of no level ends with code 2', async () => {
    expect(await blackfoot(['solve', 'unused-gat'])).toMatchObject({ code: 2 });
  });
});
