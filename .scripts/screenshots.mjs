// The README's pictures: the built game in a pseudo-terminal, played to a few screens, each drawn cell by cell as SVG.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';
import { drawScreen } from './screen-svg.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const size = { cols: 100, rows: 30 };

/** From the briefing of a level: what to type, and what must be on screen before the next. */
const pictures = [
  {
    file: 'play.svg',
    title: 'The play screen: a VPC with its internet gateway, the goals, and the menu',
    level: '2.7',
    steps: [
      ['\r', 'What will you change?'],
      ['\r', 'moves 1'],
      ['j', '❯ Create route'],
    ],
  },
  {
    file: 'packet.svg',
    title: 'The packet scrubber: the header stack before and after the Blackfoot edge',
    level: '2.4',
    steps: [
      ['\r', 'What do you answer?'],
      ['  ', 'tap 3 of'],
      [' ', 'What happened'],
      ['i', 'tap 1 of'],
      ['\u001B[Hllll', 'Blackfoot strips the wrap'],
    ],
  },
];

for (const { file, title, level, steps } of pictures) {
  const game = openGame(['play', level, '--lang', 'en']);
  await game.waitFor('enter play');
  for (const [keys, seen] of steps) {
    game.write(keys);
    await game.waitFor(seen);
  }
  const svg = drawScreen(game.terminal, title);
  game.close();
  writeFileSync(join(root, 'assets', file), svg);
  console.log(`assets/${file}  ${(svg.length / 1000).toFixed(1)} kB`);
}

function openGame(args) {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-screenshots-'));
  const terminal = new headless.Terminal({ ...size, allowProposedApi: true });
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    XDG_CONFIG_HOME: home,
    LANG: 'en_US.UTF-8',
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
  };
  const child = spawn(process.execPath, [join(root, 'dist/blackfoot.js'), ...args], {
    ...size,
    env,
    cwd: home,
    name: 'xterm-256color',
  });
  let wake = () => {};
  child.onData((data) => terminal.write(data, () => wake()));
  const text = () => {
    const { active } = terminal.buffer;
    return Array.from({ length: size.rows }, (_, row) => active.getLine(row)?.translateToString(true)).join('\n');
  };
  return {
    terminal,
    write: (keys) => child.write(keys),
    waitFor: (wanted) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no ${wanted} on screen:\n${text()}`)), 10_000);
        wake = () => {
          if (!text().includes(wanted)) return;
          clearTimeout(timer);
          wake = () => {};
          resolve();
        };
        wake();
      }),
    close() {
      child.kill('SIGTERM');
      rmSync(home, { recursive: true, force: true });
    },
  };
}
