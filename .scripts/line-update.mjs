// Bundled into the program beside Ink's own line update, which repaints a line from its first changed column to its end. On a screen
// of panes most of a line stays as it is: here only the runs of columns that changed are written, empty ones are erased and not filled
// with spaces, and of the styles only what differs from the cell before is switched.
import { styledCharsFromTokens, tokenize } from '@alcalzone/ansi-tokenize';
import stringWidth from 'string-width';

/** What turns the line `previous` on screen into `next`: Ink's way or ours, whichever is shorter. */
export function updateLine(previous, next, columns, inkUpdate) {
  const whole = inkUpdate(previous, next, columns);
  const runs = updateRuns(previous, next, columns);
  return runs !== undefined && runs.length < whole.length ? runs : whole;
}

const csi = '\u001B[';
/** Unchanged columns that are cheaper written again than jumped over. */
const shortGap = 4;
/** Empty columns that are cheaper erased than written. */
const longBlank = 8;

function updateRuns(previous, next, columns) {
  // Links and other sequences have effects that cells do not show.
  if (previous.includes('\u001B]') || next.includes('\u001B]')) return undefined;
  const [before, after] = [cellsOf(previous), cellsOf(next)];
  if (!before || !after) return undefined;
  const width = Math.max(before.length, after.length);
  if (width > columns) return undefined;
  for (const cells of [before, after]) while (cells.length < width) cells.push(blank);
  const pen = { text: '', styles: [], column: undefined };
  for (const [start, end] of findRuns(before, after)) drawRun(pen, after, start, end, width === columns);
  return pen.text + (pen.styles.length > 0 ? `${csi}m` : '');
}

const blank = { value: ' ', styles: [], isBlank: true };
/** The second column of a wide letter. */
const wide = { value: '', styles: [], isBlank: false };

/** A cell for each column; undefined where that cannot be told. The colour and weight of a space are not seen, so they are no difference. */
function cellsOf(line) {
  const cells = [];
  for (const { value, styles } of styledCharsFromTokens(tokenize(line))) {
    const isBlank = value === ' ' && !styles.some(isSeenOnSpaces);
    cells.push(isBlank ? blank : { value, styles, isBlank });
    const columns = value >= ' ' && value <= '~' ? 1 : stringWidth(value);
    // What takes no column of its own cannot be written apart from the letter before it.
    if (columns === 0) return undefined;
    if (columns === 2) cells.push(wide);
  }
  return cells;
}

const unseenEnds = new Set([`${csi}39m`, `${csi}22m`, `${csi}23m`]);

function isSeenOnSpaces({ endCode }) {
  return !unseenEnds.has(endCode);
}

function isSameCell(one, other) {
  return (
    one === other ||
    (one.value === other.value &&
      one.styles.length === other.styles.length &&
      one.styles.every(({ code }, index) => code === other.styles[index].code))
  );
}

/** Columns to write: `[start, end)`, no wide letter cut in two. */
function findRuns(before, after) {
  const runs = [];
  for (let column = 0; column < after.length; column++) {
    if (isSameCell(before[column], after[column])) continue;
    let [start, end] = [column, column + 1];
    while (start > 0 && after[start] === wide) start--;
    while (end < after.length && (after[end] === wide || before[end] === wide)) end++;
    const last = runs.at(-1);
    if (last && start - last[1] <= shortGap) last[1] = Math.max(last[1], end);
    else runs.push([start, end]);
    column = end - 1;
  }
  return runs;
}

function drawRun(pen, cells, start, end, isWhole) {
  moveTo(pen, start);
  for (let column = start; column < end; ) {
    const blanks = countBlanks(cells, column, end);
    if (blanks >= longBlank) {
      setStyles(pen, []);
      // Up to the end of the screen's own line there is a shorter way.
      pen.text += isWhole && column + blanks === cells.length ? `${csi}K` : `${csi}${blanks}X`;
      column += blanks;
      if (column < end) moveTo(pen, column);
      continue;
    }
    const { value, styles, isBlank } = cells[column];
    if (!isBlank || pen.styles.some(isSeenOnSpaces)) setStyles(pen, styles);
    pen.text += value;
    column += cells[column + 1] === wide ? 2 : 1;
    pen.column = column;
  }
}

function countBlanks(cells, from, end) {
  let to = from;
  while (to < end && cells[to].isBlank) to++;
  return to - from;
}

function moveTo(pen, column) {
  const by = pen.column === undefined ? undefined : column - pen.column;
  if (by !== 0) {
    const absolute = `${csi}${column + 1}G`;
    const relative = by > 0 ? `${csi}${by === 1 ? '' : by}C` : absolute;
    pen.text += relative.length < absolute.length ? relative : absolute;
  }
  pen.column = column;
}

/** Switches off what is on and not wanted, and on what is wanted and not on. A colour takes the place of another. */
function setStyles(pen, wanted) {
  const isOn = (list, { code }) => list.some((style) => style.code === code);
  const off = pen.styles.filter((style) => !isOn(wanted, style));
  const replaced = ({ endCode }) => isColour(endCode) && wanted.some((style) => style.endCode === endCode);
  const ends = new Set(off.filter((style) => !replaced(style)).map(({ endCode }) => endCode));
  // Bold and dim have one end: what ends one ends the other.
  const on = wanted.filter((style) => !isOn(pen.styles, style) || ends.has(style.endCode));
  const codes = [...ends, ...on.map(({ code }) => code)];
  if (codes.length > 0)
    pen.text += wanted.length === 0 ? `${csi}m` : `${csi}${codes.map((code) => code.slice(2, -1)).join(';')}m`;
  pen.styles = wanted;
}

function isColour(endCode) {
  return endCode === `${csi}39m` || endCode === `${csi}49m`;
}

const oneDown = '\u001B[E';
const downs = new RegExp(`(?:${oneDown.replace('[', '\\[')}){2,}`, 'g');

/** Many lines down in one step. */
export function joinMoves(text) {
  return text.replaceAll(downs, (moves) => `\u001B[${moves.length / oneDown.length}E`);
}
