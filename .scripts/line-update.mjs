// Bundled into the program beside Ink's own line update, which repaints a line from its first changed column to its end. On a screen
// of panes the end of most lines, the pane at the right, is unchanged: here only what lies between is written.
import { styledCharsFromTokens, styledCharsToString, tokenize } from '@alcalzone/ansi-tokenize';
import stringWidth from 'string-width';

/** What turns the line `previous` on screen into `next`: Ink's way or ours, whichever is shorter. */
export function updateLine(previous, next, columns, inkUpdate) {
  const whole = inkUpdate(previous, next, columns);
  const middle = updateMiddle(previous, next, columns);
  return middle !== undefined && middle.length < whole.length ? middle : whole;
}

function updateMiddle(previous, next, columns) {
  // Links and other sequences have effects that cells do not show.
  if (previous.includes('\u001B]') || next.includes('\u001B]')) return undefined;
  const before = styledCharsFromTokens(tokenize(previous));
  const after = styledCharsFromTokens(tokenize(next));
  if (widthOf(before) !== widthOf(after) || widthOf(after) > columns) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSameCell(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && isSameCell(before.at(-1 - end), after.at(-1 - end))) end++;
  if (end === 0) return undefined;
  const middle = after.slice(start, after.length - end);
  if (widthOf(before.slice(start, before.length - end)) !== widthOf(middle)) return undefined;
  return `\u001B[${widthOf(after.slice(0, start)) + 1}G${styledCharsToString(middle)}`;
}

function isSameCell(one, other) {
  return (
    one.value === other.value &&
    one.styles.length === other.styles.length &&
    one.styles.every(({ code }, index) => code === other.styles[index].code)
  );
}

function widthOf(cells) {
  return cells.reduce((sum, { value }) => sum + stringWidth(value), 0);
}

const oneDown = '\u001B[E';
const downs = new RegExp(`(?:${oneDown.replace('[', '\\[')}){2,}`, 'g');

/** Many lines down in one step. */
export function joinMoves(text) {
  return text.replaceAll(downs, (moves) => `\u001B[${moves.length / oneDown.length}E`);
}
