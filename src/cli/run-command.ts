// One command from its invocation to its exit code: the language, the levels, the command itself, and what to say when it refuses.

import type { Language } from '../text/language.ts';
import type { CommandName, Invocation } from './arguments.ts';
import { chooseLanguage } from './language.ts';
import { type Say, sayIn } from './messages.ts';
import { isRefusal } from './refusal.ts';
import { refuseUnknownLanguage, tellRefusal } from './tell.ts';

/** What every command gets. */
export interface Call {
  readonly operands: readonly string[];
  readonly flags: Readonly<Record<string, string | true>>;
  readonly language: Language;
  readonly say: Say;
}

/** Commands that open no screen. */
type WordCommand = Exclude<CommandName, 'play' | 'sandbox'>;

/** Does the work and gives the exit code. */
export type Command = (call: Call) => Promise<number>;

const LOADERS: Readonly<Record<WordCommand, () => Promise<Command>>> = {
  daily: async () => (await import('./commands/daily.ts')).daily,
  levels: async () => (await import('./commands/levels.ts')).levels,
  trace: async () => (await import('./commands/trace.ts')).trace,
  run: async () => (await import('./commands/run.ts')).run,
  check: async () => (await import('./commands/check.ts')).check,
  prove: async () => (await import('./commands/prove.ts')).prove,
  export: async () => (await import('./commands/export.ts')).exportAnswer,
  solve: async () => (await import('./commands/solve.ts')).solve,
  new: async () => (await import('./commands/new.ts')).newThing,
  progress: async () => (await import('./commands/progress.ts')).progress,
};

export async function runCommand(name: WordCommand, invocation: Invocation): Promise<number> {
  const { operands, flags } = invocation;
  const language = chooseLanguage(flags.lang);
  const say = sayIn(language);
  try {
    refuseUnknownLanguage(say, flags.lang);
    const command = await LOADERS[name]();
    return await command({ operands, flags, language, say });
  } catch (error) {
    if (isRefusal(error)) return tellRefusal(error);
    throw error;
  }
}
