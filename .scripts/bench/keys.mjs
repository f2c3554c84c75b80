// From a key to the last byte of its frame, on a screen of 120 x 40.
import { quantile } from './statistics.mjs';
import { openTerminal } from './terminal.mjs';

export const keysSize = { columns: 120, rows: 40 };
const heldInterval = 1000 / 30;

const [up, down, right, left] = ['\u001B[A', '\u001B[B', '\u001B[C', '\u001B[D'];
const home = '\u001B[H';
const TAPS = 23;

/** The screens that keys are pressed on: what opens each, and keys that each change something. */
export function keyGroups(program) {
  const play = (level) => [process.execPath, program, 'play', level, '--lang', 'en'];
  const steps = (key) => Array(TAPS - 1).fill(key);
  return [
    { command: play('2.1'), opening: ['\r'], keys: [down, up] },
    { command: play('4.3'), opening: ['\r'], keys: ['\t'] },
    // Send, pass the question, and walk the packet tap by tap, there and back.
    { command: play('4.3'), opening: ['\r', ' ', ' ', home], keys: [...steps(right), ...steps(left)] },
  ];
}

/** The same of a bare Ink program. */
export function peerGroups(peer) {
  return [{ command: [process.execPath, peer], opening: [], keys: ['x'] }];
}

/** On the screen that its `opening` leads to, each group's keys are pressed alone and then held at 30 a second. */
export async function measureKeys(groups, presses) {
  const single = [];
  const held = [];
  for (const { command, opening, keys } of groups) {
    const terminal = openTerminal(command, keysSize);
    let turn = 0;
    const press = (quiet) => terminal.press(keys[turn++ % keys.length], quiet);
    try {
      await terminal.settle(500);
      for (const key of opening) await terminal.press(key, 800);
      for (let count = 0; count < presses; count++) single.push(await press());
      for (let count = 0; count < presses; count++) held.push(await press(heldInterval - 5));
    } finally {
      await terminal.close();
    }
  }
  return { single: summarize(single), held: summarize(held) };
}

function summarize(answers) {
  const drawn = answers.filter((answer) => answer.time !== undefined);
  // A bench whose keys do nothing measures nothing.
  if (drawn.length < answers.length * 0.9)
    throw new Error(`Only ${drawn.length} of ${answers.length} keys changed the screen.`);
  const times = drawn.map((answer) => answer.time);
  const bytes = drawn.map((answer) => answer.bytes);
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    bytes50: quantile(bytes, 0.5),
    bytes95: quantile(bytes, 0.95),
  };
}
