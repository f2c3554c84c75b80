// The command line's editing, as a pure step: a state and a key give the next state. Keys are those of a shell (readline's emacs mode).

import { type Completion, completeAt, goRound, type Offer } from './completing.ts';
import { type HistorySearch, searchStep } from './history-search.ts';
import type { KeyName } from './keys.ts';

export interface Editor {
  readonly text: string;
  readonly cursor: number;
  /** Where in the history the player is; undefined on the line being typed. */
  readonly at?: number | undefined;
  /** The line being typed, while the history is looked at. */
  readonly draft: string;
  /** What could stand at the cursor, after Tab. */
  readonly offer?: Offer | undefined;
  /** What was cut last, for Ctrl-Y; cuts one after another are one piece. */
  readonly cut: string;
  readonly isCutting?: boolean;
  readonly search?: HistorySearch | undefined;
}

export interface Surroundings {
  readonly history: readonly string[];
  complete(text: string, cursor: number): Completion;
}

/** A line to go on from, the cursor at its end. */
export function editorWith(text: string): Editor {
  return { text, cursor: text.length, draft: '', cut: '' };
}

export function editLine(editor: Editor, key: KeyName, around: Surroundings): Editor {
  if (editor.search) return searchOn(editor, editor.search, key, around);
  const next = editPlain(editor, key, around);
  return next.isCutting && !CUTS.has(key) ? { ...next, isCutting: false } : next;
}

const CUTS: ReadonlySet<KeyName> = new Set(['ctrl-u', 'ctrl-k', 'ctrl-w', 'alt-d', 'alt-backspace']);

function editPlain(editor: Editor, key: KeyName, { history, complete }: Surroundings): Editor {
  const { text, cursor, offer } = editor;
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
    case 'alt-b':
    case 'alt-left':
      return moveTo(editor, partStart(text, cursor));
    case 'alt-f':
    case 'alt-right':
      return moveTo(editor, partEnd(text, cursor));
    case 'backspace':
    case 'ctrl-h':
      return replace(editor, cursor - 1, cursor, '');
    case 'delete':
    case 'ctrl-d':
      return replace(editor, cursor, cursor + 1, '');
    case 'ctrl-u':
      return cutOut(editor, 0, cursor);
    case 'ctrl-k':
      return cutOut(editor, cursor, text.length);
    case 'ctrl-w':
      return cutOut(editor, wordStart(text, cursor), cursor);
    case 'alt-backspace':
      return cutOut(editor, partStart(text, cursor), cursor);
    case 'alt-d':
      return cutOut(editor, cursor, partEnd(text, cursor));
    case 'ctrl-y':
      return replace(editor, cursor, cursor, editor.cut);
    case 'up':
    case 'ctrl-p':
      return lookBack(editor, history, -1);
    case 'down':
    case 'ctrl-n':
      return lookBack(editor, history, 1);
    case 'ctrl-r':
      return { ...editor, offer: undefined, search: { pattern: '' } };
    case 'tab':
      return offer ? goRound(editor, offer, 1) : completeAt(editor, complete(text, cursor));
    case 'shift-tab':
      return offer ? goRound(editor, offer, -1) : editor;
    case 'space':
      return replace(editor, cursor, cursor, ' ');
    default:
      return [...key].length === 1 ? replace(editor, cursor, cursor, key) : editor;
  }
}

/** A key that means nothing to the search is done on the line that it found. */
function searchOn(editor: Editor, search: HistorySearch, key: KeyName, around: Surroundings): Editor {
  const step = searchStep(search, key, around.history);
  if (step.kind === 'search') return { ...editor, search: step.search };
  if (step.kind === 'leave') return { ...editor, search: undefined };
  return editLine(
    { ...editor, ...editorWith(step.line ?? editor.text), cut: editor.cut, search: undefined },
    key,
    around,
  );
}

function moveTo(editor: Editor, cursor: number): Editor {
  return { ...editor, cursor: Math.max(0, Math.min(editor.text.length, cursor)), offer: undefined };
}

function replace({ text, draft, cut }: Editor, from: number, to: number, by: string): Editor {
  const start = Math.max(0, from);
  return { text: text.slice(0, start) + by + text.slice(to), cursor: start + by.length, draft, cut };
}

export function insertText(editor: Editor, text: string): Editor {
  return replace(editor, editor.cursor, editor.cursor, text);
}

function cutOut(editor: Editor, from: number, to: number): Editor {
  const piece = editor.text.slice(from, to);
  if (piece === '') return editor;
  const known = editor.isCutting ? editor.cut : '';
  const cut = from < editor.cursor ? piece + known : known + piece;
  return { ...replace(editor, from, to, ''), cut, isCutting: true };
}

/** Ctrl-W takes what blanks part; Alt-B and Alt-F go by letters and digits, as a shell's do. */
function wordStart(text: string, cursor: number): number {
  return text.slice(0, cursor).trimEnd().lastIndexOf(' ') + 1;
}

function partStart(text: string, cursor: number): number {
  return /[\p{L}\p{N}]*[^\p{L}\p{N}]*$/u.exec(text.slice(0, cursor))?.index ?? 0;
}

function partEnd(text: string, cursor: number): number {
  return cursor + (/^[^\p{L}\p{N}]*[\p{L}\p{N}]*/u.exec(text.slice(cursor))?.[0].length ?? 0);
}

function lookBack(editor: Editor, history: readonly string[], by: number): Editor {
  const at = (editor.at ?? history.length) + by;
  if (at < 0 || at > history.length) return editor;
  const draft = editor.at === undefined ? editor.text : editor.draft;
  if (at === history.length) return { ...editorWith(draft), cut: editor.cut };
  return { ...editorWith(history[at] as string), at, draft, cut: editor.cut };
}
