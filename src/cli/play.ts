// The game itself: a splash at once, then everything that it needs, at the same time.

import { isatty } from 'node:tty';
import type { Invocation } from './arguments.ts';
import { EXIT } from './exit.ts';
import { holdTerminal } from './held-terminal.ts';
import { isRefusal } from './refusal.ts';
import { guardSignals, stopJob } from './signals.ts';
import { honourNoColor, paintSplash } from './splash.ts';

export async function play(invocation: Invocation): Promise<number> {
  const isTerminal = isatty(0) && isatty(1);
  const byLines = invocation.flags.transcript || (isTerminal && wantsLines(process.env));
  // A sandbox is played on a screen only.
  if (byLines && invocation.command === 'play') return playByLines(invocation);
  if (!isTerminal || byLines) return (await import('./tell.ts')).tellNoTerminal(invocation);
  guardSignals();
  const splash = paintSplash(process);
  honourNoColor(process.env);
  try {
    const { playGame } = await import('./play-game.ts');
    await playGame(invocation, { handOver: splash.handOver, stop: stopJob });
    return EXIT.yes;
  } catch (error) {
    splash.leave();
    if (!isRefusal(error)) throw error;
    return (await import('./tell.ts')).tellRefusal(error);
  } finally {
    holdTerminal(undefined);
  }
}

/** Where nothing can be drawn, or nobody looks at it. */
function wantsLines({ TERM, INK_SCREEN_READER }: NodeJS.ProcessEnv): boolean {
  return TERM === 'dumb' || (INK_SCREEN_READER ?? '') !== '';
}

async function playByLines(invocation: Invocation): Promise<number> {
  try {
    return await (await import('./linear/play-linear.ts')).playLinear(invocation);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return (await import('./tell.ts')).tellRefusal(error);
  }
}
