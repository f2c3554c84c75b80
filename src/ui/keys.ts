// Every key of the game in one place, by what it does. A terminal hands over keys in chunks, so one read may hold several.

import type { Key } from 'ink';
import { HAS_JOB_CONTROL } from './terminal-modes.ts';

/** What a key is called: a printable character, or a name. */
export type KeyName = string;

const NAMED: readonly (readonly [keyof Key, KeyName])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/** Keys that go by a word with Ctrl or Alt, as the command line reads them. */
const BY_WORD: ReadonlySet<KeyName> = new Set(['left', 'right', 'backspace']);

/** The keys of one read, in order. */
export function listKeys(input: string, key: Key): readonly KeyName[] {
  if (key.tab) return [key.shift ? 'shift-tab' : 'tab'];
  const [, named] = NAMED.find(([flag]) => key[flag]) ?? [];
  if (named) return [(key.ctrl || key.meta) && BY_WORD.has(named) ? `alt-${named}` : named];
  if (key.ctrl) return [`ctrl-${input}`];
  if (key.meta) return [`alt-${input}`];
  return [...input].map((char) => (char === ' ' ? 'space' : char === '\r' || char === '\n' ? 'enter' : char));
}

export type Action =
  | 'send'
  | 'undo'
  | 'redo'
  | 'reset'
  | 'packet'
  | 'command'
  | 'hint'
  | 'codex'
  | 'predict'
  | 'help'
  | 'leave'
  | 'next-thing'
  | 'previous-thing';

/** The play screen's keys, as the bottom line and the help list them. */
export const PLAY_KEYS: readonly {
  readonly action: Action;
  readonly keys: readonly KeyName[];
  readonly shown: string;
}[] = [
  { action: 'send', keys: ['space', 's'], shown: 'space' },
  { action: 'undo', keys: ['u', 'ctrl-z'], shown: 'u' },
  { action: 'redo', keys: ['r', 'ctrl-y'], shown: 'r' },
  { action: 'packet', keys: ['i'], shown: 'i' },
  { action: 'command', keys: [':'], shown: ':' },
  { action: 'hint', keys: ['h'], shown: 'h' },
  { action: 'predict', keys: ['p'], shown: 'p' },
  { action: 'codex', keys: ['c'], shown: 'c' },
  { action: 'next-thing', keys: ['tab'], shown: 'tab' },
  { action: 'previous-thing', keys: ['shift-tab'], shown: '⇧tab' },
  { action: 'reset', keys: ['R'], shown: 'R' },
  { action: 'help', keys: ['?'], shown: '?' },
  { action: 'leave', keys: ['q', 'escape'], shown: 'q' },
];

export function playAction(name: KeyName): Action | undefined {
  return PLAY_KEYS.find(({ keys }) => keys.includes(name))?.action;
}

/** What a key of the vim set stands for. Only `h` had a meaning of its own, the hint, which moves to `H`. */
const VIM: Readonly<Record<KeyName, KeyName>> = {
  h: 'left',
  j: 'down',
  k: 'up',
  l: 'right',
  g: 'home',
  G: 'end',
  'ctrl-d': 'page-down',
  'ctrl-u': 'page-up',
  'ctrl-f': 'page-down',
  'ctrl-b': 'page-up',
  'ctrl-r': 'ctrl-y',
  H: 'h',
};

export const KEY_SETS = ['arrows', 'vim'] as const;

/** Keys of every screen, which the help lists after the others. They are not among the keys that screens are given. */
export const CONTROL_KEYS: readonly { readonly control: 'stop' | 'repaint'; readonly shown: string }[] = [
  ...(HAS_JOB_CONTROL ? [{ control: 'stop', shown: 'ctrl-z' } as const] : []),
  { control: 'repaint', shown: 'ctrl-l' },
];

/** The key that is meant. Arrows and everything else work in either set. */
export function keyIn(set: string | undefined, name: KeyName): KeyName {
  return set === 'vim' && Object.hasOwn(VIM, name) ? (VIM[name] as KeyName) : name;
}

/** How each of the play screen's keys is shown. */
export function shownKeys(set: string | undefined): Readonly<Record<Action, string>> {
  const shown = Object.fromEntries(PLAY_KEYS.map(({ action, shown }) => [action, shown])) as Record<Action, string>;
  return set === 'vim' ? { ...shown, hint: 'H' } : shown;
}
