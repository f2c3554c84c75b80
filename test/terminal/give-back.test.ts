// Whatever ends the game, the terminal is as it was: its settings as stty prints them, the normal screen, a visible cursor.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { EMPTY_SAVE } from '../../src/progress/progress.ts';
import { packWith, TEXT } from '../hostile/guide-pack.ts';
import { expectGivenBack, startAround } from './around.ts';

const program = fileURLToPath(new URL('../../dist/blackfoot.js', import.meta.url));

const start = (args: readonly string[] = ['play', '2.1'], env: Readonly<Record<string, string>> = {}) =>
  startAround(args, { env });

describe('the terminal is given back', () => {
  test('after q from the title', async () => {
    const game = start(['play']);
    await game.screen.waitFor('Start');
    expect(game.screen.bufferType).toBe('alternate');
    game.screen.type('q');
    await expectGivenBack(game, 0);
  });

  test.each([
    ['the title', ['play'], 'Start', ''],
    ['a briefing', ['play', '2.1'], 'You may', ''],
    ['the play screen', ['play', '2.1'], 'You may', '\r'],
    ['the command line', ['play', '2.1'], 'You may', '\r:cre'],
    ['a prediction', ['play', '2.1'], 'You may', '\r '],
    ['a codex card', ['play', '2.1'], 'You may', '\rc'],
    ['the reviews', ['play'], 'Start', 'jjj\r'],
  ])('after Ctrl-C in %s', async (_, args, seen, keys) => {
    const game = start(args);
    await game.screen.waitFor(seen);
    game.screen.type(`${keys}\u0003`);
    await expectGivenBack(game, 0);
  });

  describe('the mouse too', () => {
    const save = { ...EMPTY_SAVE, settings: { mouse: true } };
    const boom = "process.on('SIGUSR2', () => { throw new Error('a fault from outside') })";
    const withMouse = (args: readonly string[] = ['play', '2.1']) =>
      startAround(args, {
        save,
        env: { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(boom)}"` },
      });
    const open = async () => {
      const game = withMouse();
      await game.screen.waitFor('You may');
      await game.screen.waitFor(() => game.screen.modes.mouseTrackingMode === 'vt200');
      return game;
    };

    test('after Ctrl-C', async () => {
      const game = await open();
      game.screen.type('\r\u0003');
      await expectGivenBack(game, 0);
    });

    test.each([
      ['SIGTERM', 143],
      ['SIGHUP', 129],
      ['SIGINT', 130],
    ] as const)('after %s', async (signal, code) => {
      const game = await open();
      process.kill(game.pid(), signal);
      await expectGivenBack(game, code);
    });

    test('after a fault', async () => {
      const game = await open();
      process.kill(game.pid(), 'SIGUSR2');
      await expectGivenBack(game, 70);
    });

    test('and a click that is left over types nothing', async () => {
      const game = await open();
      game.screen.type('\u001B[<0;20;3M\u0003\u001B[<0;20;3m');
      await expectGivenBack(game, 0);
    });
  });

  test('after a fault in the middle of it, which is told', async () => {
    const boom = "process.on('SIGUSR2', () => { throw new Error('a fault from outside') })";
    const game = start(['play', '2.1'], {
      NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(boom)}"`,
    });
    await game.screen.waitFor('You may');
    process.kill(game.pid(), 'SIGUSR2');
    await expectGivenBack(game, 70);
    expect(game.screen.text()).toContain('a fault from outside');
  });

  test('after a fault inside a screen', async () => {
    // From then on whatever draws meets it, and the new size has everything drawn at once.
    const broken = `process.on('SIGUSR2', () => {
      Array.prototype.flatMap = () => { throw new Error('no more words') };
      process.stdout.columns = 101;
      process.stdout.emit('resize');
    })`;
    const game = start(['play', '2.1'], {
      NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(broken)}"`,
    });
    await game.screen.waitFor('You may');
    process.kill(game.pid(), 'SIGUSR2');
    await expectGivenBack(game, 70);
    expect(game.screen.text()).toContain('no more words');
  });

  test('after a pack was refused whose level has lost its words', async () => {
    const { pack } = packWith({ [TEXT]: 'title: Nothing else\n' });
    const game = start(['play', '--pack', pack]);
    await expectGivenBack(game, 2);
    expect(game.screen.text()).toContain('first-road.en.yaml:1:1');
  });
});

test('without a terminal the game says so, names what works without one, and ends with 2', () => {
  const ran = spawnSync(process.execPath, [program, 'play'], { encoding: 'utf8', env: { PATH: process.env.PATH } });
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toContain('terminal');
  expect(ran.stderr).toContain('blackfoot check');
});
