// The command line's editing, as a pure step: a state and a key give the next state.

import type { KeyName } from './keys.ts';

export interface Editor {
  readonly text: string;
  readonly cursor: number;
  /** Where in the history the player is; the length of the history is the line being typed. */
  readonly at: number | undefined;
  /** The line being typed, while the history is looked at. */
  readonly draft: string;
  /** What could stand at the cursor, after Tab. */
  readonly offered: readonly string[];
}

export const emptyEditor: Editor = { text: '', cursor: 0, at: undefined, draft: '', offered: [] };

export interface Completion {
  /** Where the word to complete begins. */
  readonly from: number;
  readonly candidates: readonly string[];
}

export interface Surroundings {
  readonly history: readonly string[];
  complete(text: string, cursor: number): Completion;
}

export function editLine(editor: Editor, key: KeyName, { history, complete }: Surroundings): Editor {
  const { text, cursor } = editor;
  switch (key) {
    case 'left':
    case 'ctrl-b':
      return moveTo(editor, cursor - 1);
    case 'right':
    case 'ctrl-f':
      return moveTo(editor, cursor + 1);
    case 'home':
    case 'ctrl-a':
      return moveTo(editor, 0);
    case 'end':
    case 'ctrl-e':
      return moveTo(editor, text.length);
    case 'backspace':
      return replace(editor, cursor - 1, cursor, '');
    case 'delete':
    case 'ctrl-d':
      return replace(editor, cursor, cursor + 1, '');
    case 'ctrl-u':
      return replace(editor, 0, cursor, '');
    case 'ctrl-k':
      return replace(editor, cursor, text.length, '');
    case 'ctrl-w':
      return replace(editor, wordStart(text, cursor), cursor, '');
    case 'up':
    case 'ctrl-p':
      return lookBack(editor, history, -1);
    case 'down':
    case 'ctrl-n':
      return lookBack(editor, history, 1);
    case 'tab':
      return completeAt(editor, complete(text, cursor));
    case 'space':
      return replace(editor, cursor, cursor, ' ');
    default:
      return [...key].length === 1 ? replace(editor, cursor, cursor, key) : editor;
  }
}

function moveTo(editor: Editor, cursor: number): Editor {
  return { ...editor, cursor: Math.max(0, Math.min(editor.text.length, cursor)), offered: [] };
}

function replace({ text, draft }: Editor, from: number, to: number, by: string): Editor {
  const start = Math.max(0, from);
  return {
    text: text.slice(0, start) + by + text.slice(to),
    cursor: start + by.length,
    at: undefined,
    draft,
    offered: [],
  };
}

export function insertText(editor: Editor, text: string): Editor {
  return replace(editor, editor.cursor, editor.cursor, text);
}

function wordStart(text: string, cursor: number): number {
  return text.slice(0, cursor).trimEnd().lastIndexOf(' ') + 1;
}

function lookBack(editor: Editor, history: readonly string[], by: number): Editor {
  const now = editor.at ?? history.length;
  const at = now + by;
  if (at < 0 || at > history.length) return editor;
  const draft = editor.at === undefined ? editor.text : editor.draft;
  const text = at === history.length ? draft : (history[at] as string);
  return { text, cursor: text.length, at: at === history.length ? undefined : at, draft, offered: [] };
}

/** Fills in what all candidates share; one candidate is filled in whole, and several are offered. */
function completeAt(editor: Editor, { from, candidates }: Completion): Editor {
  const [first, ...others] = candidates;
  if (first === undefined) return { ...editor, offered: [] };
  const shared = others.reduce((prefix, word) => commonPrefix(prefix, word), first);
  const text = others.length === 0 ? `${first} ` : shared;
  return { ...replace(editor, from, editor.cursor, text), offered: others.length === 0 ? [] : candidates };
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
