import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exportWorld } from '../../src/control/export/export-world.ts';
import { reduceSession, type Session, startSession } from '../../src/game/session.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { takeOut } from '../../src/progress/take-out.ts';
import { listFlaws } from './measure.ts';
import { openGame } from './open-game.tsx';

const library = builtInLibrary();

function won(id: string): Session {
  const level = library.level(id);
  if (!level.ok) throw new Error(`${id} does not read`);
  const played = level.value.reference.reduce(
    (session, operation) => reduceSession(session, { type: 'operate', operation }),
    startSession(level.value),
  );
  return reduceSession(played, { type: 'send' });
}

async function openScreen(options: { readonly canWrite?: boolean; readonly language?: 'en' | 'ko' } = {}) {
  const session = won('unused-gate');
  const game = await openGame({
    library,
    columns: 80,
    rows: 24,
    first: { screen: 'take-home', session },
    ...options,
  });
  await game.settle();
  return { game, session };
}

describe('the screen that takes an answer home', () => {
  test('writes the chosen kind, and says where', async () => {
    const { game, session } = await openScreen();
    await game.press('down', 'enter');
    const text = exportWorld(session.present.world, 'terraform', 'A gate nobody walks to', 'en');
    expect([...game.taken]).toEqual([['unused-gate.tf', text]]);
    expect(game.text()).toContain('Written to unused-gate.tf');
  });

  test('shows how each file begins as it is chosen', async () => {
    const { game } = await openScreen();
    expect(game.text()).toContain('#!/usr/bin/env bash');
    await game.press('down', 'down');
    expect(game.text()).not.toContain('#!/usr/bin/env bash');
    expect(game.taken.size).toBe(0);
  });

  test('says what to do where nothing can be written', async () => {
    const { game } = await openScreen({ canWrite: false });
    await game.press('enter');
    expect(game.text()).toContain('unused-gate.sh could not be written here (EACCES). `blackfoot export`');
  });

  test('writes its remarks in the player’s language', async () => {
    const { game } = await openScreen({ language: 'ko' });
    await game.press('enter');
    expect(game.taken.get('unused-gate.sh')).toContain('여러분의 계정에 진짜 리소스가 생깁니다');
  });

  test('leads back to the result', async () => {
    const { game } = await openScreen();
    await game.press('q');
    expect(game.text()).toContain('★');
  });
});

describe.each(['en', 'ko'] as const)('in %s', (language) => {
  test.each([
    [80, 24],
    [100, 30],
    [140, 45],
  ])('it fits %i x %i; only the file’s own lines are cut', async (columns, rows) => {
    const first = { screen: 'take-home', session: won('unused-gate') } as const;
    const game = await openGame({ library, columns, rows, language, first });
    await game.settle();
    const lines = game.lines();
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`stills/take-home.${language}.${columns}x${rows}.txt`);
    const ours = lines.filter((line) => !/^ {2}(?:#|\w+=\$|aws )/.test(line));
    expect(listFlaws(ours, { columns, rows: ours.length })).toEqual([]);
  });
});

describe('a file that is taken out', () => {
  test('never takes the place of another', () => {
    const folder = mkdtempSync(join(tmpdir(), 'blackfoot-take-out-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'net.tf'), 'mine');
    expect(takeOut(folder, 'net.tf', 'new')).toEqual({ file: join(folder, 'net-2.tf') });
    expect(takeOut(folder, 'net.tf', 'newer')).toEqual({ file: join(folder, 'net-3.tf') });
    expect(readFileSync(join(folder, 'net.tf'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'net-2.tf'), 'utf8')).toBe('new');
  });

  test('is told with the reason where it cannot be written', () => {
    expect(takeOut('/nowhere/at/all', 'net.tf', 'new')).toEqual({ reason: 'ENOENT' });
  });
});
