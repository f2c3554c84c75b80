import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PACK_NAMES } from '../../src/levels/built-in-packs.ts';
import { blackfoot, temporaryFolder } from './run-blackfoot.ts';

/** A pack of a folder: its index, and whatever else it has. */
function packOf(index: string, files: Readonly<Record<string, string>> = {}): string {
  const home = temporaryFolder();
  mkdirSync(join(home, 'pack'));
  for (const [name, text] of Object.entries({ 'index.yaml': index, ...files }))
    writeFileSync(join(home, 'pack', name), text);
  return home;
}

const listing = (...levels: readonly string[]) =>
  `chapters:\n  - id: mine\n    number: 1\n    levels:\n${levels.map((level) => `      - ${level}\n`).join('')}`;

describe('the packs of the game', () => {
  test('are the four cuts for a room', () => {
    expect(PACK_NAMES).toEqual(['full-day', 'half-day', 'sixty', 'taster']);
  });

  test.each(PACK_NAMES)('%s is sound, and every level of it is the game’s own', async (name) => {
    const { code, stdout } = await blackfoot(['prove', name, '--json']);
    expect({ code, ...JSON.parse(stdout) }).toEqual({ code: 0, ok: true, levels: [], problems: [] });
  });

  test('the taster has the six levels of twenty minutes, by their numbers', async () => {
    const { stdout } = await blackfoot(['levels', '--pack', 'taster', '--json']);
    const { chapters } = JSON.parse(stdout);
    const positions = chapters.flatMap(({ levels }: { levels: { position: string }[] }) =>
      levels.map(({ position }) => position),
    );
    expect(positions).toEqual(['1.1', '1.3', '2.1', '2.2', '2.4', '2.7']);
    expect(chapters[0].title).toBe('The map');
  });

  test('say what they are for, and where a room comes together', async () => {
    const { stdout } = await blackfoot(['levels', '--pack', 'half-day']);
    expect(stdout).toContain('Half a day\nIn pairs, from the map');
    const rows = stdout.split('\n');
    const checkpoints = rows.flatMap((row, index) => (row.includes('── checkpoint') ? [rows[index - 1]] : []));
    expect(checkpoints.map((row) => /\d\.\d/.exec(row ?? '')?.[0])).toEqual(['2.7', '3.5', '4.6']);
  });

  test('speak Korean', async () => {
    const { stdout } = await blackfoot(['levels', '--pack', 'sixty', '--lang', 'ko']);
    expect(stdout).toContain('60분\n');
    expect(stdout).toContain('1. 지도');
  });

  test('are levels like any others for a command', async () => {
    const solved = await blackfoot(['solve', '2.1', '--pack', 'taster']);
    expect(await blackfoot(['check', '2.1', '-', '--pack', 'taster'], { input: solved.stdout })).toMatchObject({
      code: 0,
    });
    expect(await blackfoot(['solve', '2.3', '--pack', 'taster'])).toMatchObject({ code: 2 });
  });

  test('are named where a word is near one', async () => {
    const { code, stderr } = await blackfoot(['levels', '--pack', 'half-dya']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is no pack "half-dya".');
    expect(stderr).toContain('full-day, half-day, sixty, taster');
    expect(stderr).toContain('Did you mean: half-day');
  });
});

describe('a folder', () => {
  test('may mix levels of its own with the game’s', async () => {
    const home = packOf(listing('{ number: 1, id: unused-gate, builtIn: true, checkpoint: true }'), {
      'text.en.yaml': 'chapters:\n  mine: { title: Mine, about: My cut. }\n',
    });
    expect(await blackfoot(['prove', 'pack'], { home })).toMatchObject({ code: 0 });
    const { stdout } = await blackfoot(['levels', '--pack', 'pack'], { home });
    expect(stdout).toMatch(/^1\. Mine\n {2}1\.1 .* \(unused-gate\)\n.*checkpoint/);
  });

  test('that names a level which the game does not have is told so', async () => {
    const home = packOf(listing('{ number: 1, id: no-such-gate, builtIn: true }'));
    const { code, stdout } = await blackfoot(['prove', 'pack'], { home });
    expect(code).toBe(1);
    expect(stdout).toContain('no-such-gate [listed] the game has no level of that name');
  });

  test.each(['../../secret', '/etc/passwd', '..', 'a/b', 'constructor.prototype'])(
    'cannot reach out of itself by the id %s',
    async (id) => {
      const home = packOf(listing(`{ number: 1, id: "${id}", builtIn: true }`));
      const { code, stderr } = await blackfoot(['levels', '--pack', 'pack'], { home });
      expect(code).toBe(2);
      expect(stderr).toContain('pack/index.yaml:5:');
    },
  );

  test.each(['constructor', 'toString'])('has no level by what every object has: %s', async (id) => {
    const home = packOf(listing(`{ number: 1, id: ${id.toLowerCase()}, builtIn: true }`));
    expect(await blackfoot(['prove', 'pack'], { home })).toMatchObject({ code: 1 });
  });

  test('may not show a file from elsewhere by a link', async () => {
    const home = packOf(listing('{ number: 1, id: stolen }'));
    writeFileSync(join(home, 'secret.yaml'), 'id: stolen\n');
    symlinkSync(join(home, 'secret.yaml'), join(home, 'pack/stolen.yaml'));
    const { code, stderr } = await blackfoot(['prove', 'pack'], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('this link leads out of the pack');
  });
});
