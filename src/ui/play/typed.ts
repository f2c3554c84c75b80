// What a typed line means: something for the network, one of the game's own words, or something to say back.

import { COMMAND_NAMES, findCommand } from '../../control/command.ts';
import { nearest } from '../../control/nearest.ts';
import { checkStatement } from '../../control/script.ts';
import { parseStatements, type ScriptProblem, type Statement } from '../../control/shell-words.ts';
import type { SessionEvent } from '../../game/session.ts';
import type { Result } from '../../result.ts';
import type { KeyName } from '../keys.ts';

export type Typed =
  /** An `aws` or `lab` line with its service, an assignment, an echo. */
  | { readonly kind: 'line'; readonly statement: Statement }
  | { readonly kind: 'event'; readonly event: SessionEvent }
  | { readonly kind: 'send' }
  | { readonly kind: 'key'; readonly key: KeyName }
  | { readonly kind: 'help'; readonly words: readonly string[] }
  | { readonly kind: 'mistake'; readonly mistake: Mistake };

export interface Mistake {
  readonly message: string;
  readonly remedy?: string | undefined;
  /** The first word, where it is no command. */
  readonly unknown?: string | undefined;
  /** The word that was meant. */
  readonly near?: string | undefined;
}

export const OWN_WORDS: Readonly<Record<string, Typed>> = {
  send: { kind: 'send' },
  undo: { kind: 'event', event: { type: 'undo' } },
  redo: { kind: 'event', event: { type: 'redo' } },
  reset: { kind: 'event', event: { type: 'reset' } },
  packet: { kind: 'key', key: 'i' },
  hint: { kind: 'key', key: 'h' },
  predict: { kind: 'key', key: 'p' },
  codex: { kind: 'key', key: 'c' },
  keys: { kind: 'key', key: '?' },
  quit: { kind: 'key', key: 'q' },
  exit: { kind: 'key', key: 'q' },
};

const VERBS = COMMAND_NAMES.map((name) => name.split(' ').at(-1) as string);

/** A long command is pasted with its lines continued. */
export function joinContinued(pasted: string): string {
  return pasted.replace(/\r\n?/g, '\n').replace(/[ \t]*\\\n\s*/g, ' ');
}

/** Everything typed or pasted, one statement after another; nothing of it has been carried out. */
export function readTyped(text: string): Result<readonly Statement[], ScriptProblem> {
  return parseStatements(joinContinued(text));
}

export function meaningOf(statement: Statement): Typed {
  const words = plainWords(statement);
  const [first = ''] = words;
  const own = words.length === 1 && Object.hasOwn(OWN_WORDS, first) ? OWN_WORDS[first] : undefined;
  if (own) return own;
  if (first === 'help') return { kind: 'help', words: words.slice(1) };
  const service = serviceOf(first).map((text) => [{ kind: 'text', text } as const]);
  const whole: Statement = { ...statement, words: [...service, ...statement.words] };
  const problem = checkStatement(whole);
  if (!problem) return { kind: 'line', statement: whole };
  return { kind: 'mistake', mistake: { ...problem, near: nearestBeginning(first, words.length === 1) } };
}

/** The words as far as they hold no variable and no $(…). */
function plainWords({ words }: Statement): readonly string[] {
  return words.map((parts) => parts.map((part) => (part.kind === 'text' ? part.text : '$')).join(''));
}

/** What a first word was meant to be: a verb, or, where nothing follows it, one of the game's own words too. */
function nearestBeginning(first: string, isAlone: boolean): string | undefined {
  return nearest(first, isAlone ? [...Object.keys(OWN_WORDS), 'help', ...VERBS] : ['aws', ...VERBS]);
}

/** The service of a verb given alone: `create-route …` means `aws ec2 create-route …`; `ec2 create-route …` too. */
export function serviceOf(first: string): readonly string[] {
  if (first === 'ec2' || first === 'elbv2' || first === 'directconnect') return ['aws'];
  const service = ['aws ec2', 'lab', 'aws elbv2', 'aws directconnect'].find((each) => findCommand(`${each} ${first}`));
  return service?.split(' ') ?? [];
}

/** The verb that a word means, whichever service has it. */
export function findVerb(word: string) {
  return findCommand([...serviceOf(word), word].join(' '));
}

export function nearestVerb(word: string): string | undefined {
  return nearest(word, VERBS);
}
