// The game itself: a splash at once, then everything that it needs, at the same time.

import { isatty } from 'node:tty';
import type { Invocation } from './arguments.ts';
import { EXIT } from './exit.ts';
import { holdScreen } from './fault.ts';
import { isRefusal } from './refusal.ts';
import { honourNoColor, paintSplash } from './splash.ts';

export async function play(invocation: Invocation): Promise<number> {
  const isDumb = process.env.TERM === 'dumb';
  if (!isatty(0) || !isatty(1) || isDumb) return (await import('./tell.ts')).tellNoTerminal(invocation, isDumb);
  holdScreen(true);
  const splash = paintSplash(process);
  honourNoColor(process.env);
  try {
    const { playGame } = await import('./play-game.ts');
    await playGame(invocation, () => splash.handOver());
    return EXIT.yes;
  } catch (error) {
    splash.leave();
    if (!isRefusal(error)) throw error;
    return (await import('./tell.ts')).tellRefusal(error);
  } finally {
    holdScreen(false);
  }
}
