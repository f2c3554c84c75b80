// From a key to the last byte of its frame, on a screen of 120 x 40.
import { quantile } from './statistics.mjs';
import { openTerminal } from './terminal.mjs';

const size = { columns: 120, rows: 40 };
const heldInterval = 1000 / 30;

/** `opening` are the keys that lead to the screen, `keys` those that are then pressed over and over. */
export async function measureKeys(command, { opening = [], keys, presses }) {
  const terminal = openTerminal(command, size);
  try {
    await terminal.settle(400);
    for (const key of opening) await terminal.press(key, 150);
    const single = [];
    for (let press = 0; press < presses; press++) single.push(await terminal.press(keys[press % keys.length]));
    const held = [];
    for (let press = 0; press < presses; press++)
      held.push(await terminal.press(keys[press % keys.length], heldInterval - 5));
    return { single: summarize(single), held: summarize(held), output: terminal.output };
  } finally {
    await terminal.close();
  }
}

function summarize(answers) {
  const drawn = answers.filter((answer) => answer.time !== undefined);
  const times = drawn.map((answer) => answer.time);
  const bytes = drawn.map((answer) => answer.bytes);
  return {
    answered: drawn.length / answers.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    bytes: quantile(bytes, 0.5),
    bytes95: quantile(bytes, 0.95),
  };
}
