// Signals while the game has the terminal. What ends a program gives the terminal back and then ends it as it would any other: whoever
// waits for the game is told the signal, and a shell says 128 and its number. Job control gives the terminal back for as long as the
// game is stopped.

import { HAS_JOB_CONTROL } from '../ui/terminal-modes.ts';
import { giveBackTerminal, takeTerminal } from './held-terminal.ts';

/** By every name that one has: where nobody else listens to a name, Ink's library ends the game itself. */
const ENDING: readonly NodeJS.Signals[] = [
  ...(['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGBREAK'] as const),
  ...(['SIGABRT', 'SIGIOT', 'SIGALRM', 'SIGVTALRM', 'SIGXCPU', 'SIGXFSZ', 'SIGUSR2', 'SIGTRAP', 'SIGSYS'] as const),
];
/** Elsewhere they end nothing, or do not exist. */
const ENDING_ON_LINUX: readonly NodeJS.Signals[] = ['SIGIO', 'SIGPOLL', 'SIGPWR', 'SIGSTKFLT', 'SIGUNUSED'];

export function guardSignals(): void {
  const names = process.platform === 'linux' ? [...ENDING, ...ENDING_ON_LINUX] : ENDING;
  // Who asked for one before us, as Node's own reports do, is the one it is meant for.
  for (const name of names) if (process.listenerCount(name) === 0) process.on(name, endBy);
  // Else Node would open its debugger, and write that over the screen.
  process.on('SIGUSR1', () => {});
  listenToJobControl();
}

function endBy(signal: NodeJS.Signals): void {
  try {
    giveBackTerminal();
  } catch {
    // It is gone.
  }
  dieOf(signal);
}

/** Nothing runs after it, no exit handler either. */
export function dieOf(signal: NodeJS.Signals): never {
  const { signals } = process.getBuiltinModule('node:os').constants;
  const number = signals[signal];
  for (const name of Object.keys(signals) as NodeJS.Signals[]) {
    if (signals[name] === number) process.removeAllListeners(name);
  }
  if (HAS_JOB_CONTROL) process.kill(process.pid, signal);
  // Windows has no end by a signal.
  process.exit(128 + number);
}

function listenToJobControl(): void {
  process.on('SIGTSTP', stopJob);
  process.on('SIGCONT', takeTerminal);
}

/**
 * Returns when the game is to go on. The signal goes to all of the job, since the shell waits for the program that it started, which may
 * be npx. SIGSTOP would do the same, but where no shell is there to bring us back the kernel lets SIGTSTP pass.
 */
export function stopJob(): void {
  giveBackTerminal();
  process.off('SIGTSTP', stopJob);
  process.off('SIGCONT', takeTerminal);
  process.kill(0, 'SIGTSTP');
  listenToJobControl();
  takeTerminal();
}
