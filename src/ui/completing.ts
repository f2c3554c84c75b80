// What Tab does, as in zsh: first it fills in what all candidates share and lists them, then it goes round among them.

import type { Editor } from './command-editor.ts';

export interface Completion {
  /** Where the word to complete begins. */
  readonly from: number;
  readonly candidates: readonly string[];
}

/** What stands to be chosen from. */
export interface Offer extends Completion {
  /** Which candidate stands in the line; undefined while only what they share does. */
  readonly at?: number | undefined;
}

export function completeAt(editor: Editor, { from, candidates }: Completion): Editor {
  const [first, ...others] = candidates;
  if (first === undefined) return { ...editor, offer: undefined };
  if (others.length === 0) return put(editor, from, `${first} `);
  const shared = others.reduce((prefix, word) => commonPrefix(prefix, word), first);
  return { ...put(editor, from, shared), offer: { from, candidates } };
}

/** The next candidate, or the one before; round and round. */
export function goRound(editor: Editor, { from, candidates, at }: Offer, by: 1 | -1): Editor {
  const start = at ?? (by === 1 ? -1 : 0);
  const next = (start + by + candidates.length) % candidates.length;
  return { ...put(editor, from, candidates[next] as string), offer: { from, candidates, at: next } };
}

/** What stands behind the cursor stays; a blank that would double is not added. */
function put(editor: Editor, from: number, word: string): Editor {
  const after = editor.text.slice(editor.cursor);
  const text = word.endsWith(' ') && after.startsWith(' ') ? word.slice(0, -1) : word;
  return { ...editor, text: editor.text.slice(0, from) + text + after, cursor: from + word.length, offer: undefined };
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
