// The game itself: a splash at once, then everything that it needs, at the same time.

import type { Invocation } from './arguments.ts';

export async function play(invocation: Invocation): Promise<number> {
  const { stdin, stdout } = process;
  const isDumb = process.env.TERM === 'dumb';
  if (!stdin.isTTY || !stdout.isTTY || isDumb) return (await import('./tell.ts')).tellNoTerminal(invocation, isDumb);
  return 0;
}
