// From a key to the last byte of its frame, on a screen of 120 x 40.
import { quantile } from './statistics.mjs';
import { openTerminal } from './terminal.mjs';

const size = { columns: 120, rows: 40 };
const heldInterval = 1000 / 30;

/** For each group of `keys`, on the screen that its `opening` leads to, each key is pressed alone and then held at 30 a second. */
export async function measureKeys(groups, presses) {
  const single = [];
  const held = [];
  for (const { command, opening, keys } of groups) {
    const terminal = openTerminal(command, size);
    try {
      await terminal.settle(500);
      for (const key of opening) await terminal.press(key, 800);
      for (let press = 0; press < presses; press++) single.push(await terminal.press(keys[press % keys.length]));
      for (let press = 0; press < presses; press++) {
        held.push(await terminal.press(keys[press % keys.length], heldInterval - 5));
      }
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
