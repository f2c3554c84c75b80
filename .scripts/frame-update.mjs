// Bundled into Ink in place of its line updates, which repaint a line from its first changed column to its end. On a screen of panes most
// of a line stays as it is: here only the runs of columns that changed are written, each reached by the shortest move, empty ones are
// erased and not filled with spaces, and of the styles only what differs from the cell written before is switched, wherever that stood.
import { styledCharsFromTokens, tokenize } from '@alcalzone/ansi-tokenize';
import stringWidth from 'string-width';
import { rememberTexts } from './kept-rows.mjs';

const csi = '\u001B[';
const blank = { value: ' ', styles: [] };

/**
 * What turns the lines `previous` on screen, as many as those of `next`, into these. The cursor stands in the last line before and after;
 * `rows` and `columns` are the screen's. A line whose columns cannot be told is left to `updateLine`, Ink's own way.
 */
export function updateFrame(previous, next, { rows, columns }, updateLine) {
  const bottom = next.length - 1;
  const pen = { text: '', styles: [], row: bottom, column: undefined, columns, isAbsolute: next.length === rows };
  for (let row = 0; row < next.length; row++) {
    if (previous[row] === next[row]) continue;
    if (drawLine(pen, row, cellsOf(previous[row]), cellsOf(next[row]))) continue;
    moveTo(pen, row, 0);
    setStyles(pen, []);
    pen.text += updateLine(previous[row], next[row], columns);
    pen.column = undefined;
  }
  setStyles(pen, []);
  if (pen.row < bottom) pen.text += `${csi}${count(bottom - pen.row)}B`;
  return pen.text;
}

/** False, and nothing drawn, where the columns of a line cannot be told. */
function drawLine(pen, row, before, after) {
  const width = Math.max(before.length, after.length);
  if (before === unclear || after === unclear || width > pen.columns) return false;
  for (const [start, end] of findRuns(before, after, width)) {
    drawNext(pen, row, after, start, end);
  }
  return true;
}

/** The cells of a line that has something in it whose columns or effect they do not show. */
const unclear = [];

/** A cell for each column, up to the last that shows something. */
const cellsOf = rememberTexts((line, painted = parseCells(line)) => {
  // Links and other sequences have effects that cells do not show; what takes no column cannot be written apart from its letter.
  if (line.includes('\u001B]') || painted.some(({ value }) => value !== '' && widthOf(value) === 0)) return unclear;
  return painted.slice(0, painted.findLastIndex((cell) => !isBlank(cell)) + 1);
});

/** Spares Ink's Output, which has just made the text from these cells, that they are made from the text again. */
export function keepCells(text, cells) {
  cellsOf(text, cells);
  return text;
}

function parseCells(line) {
  return styledCharsFromTokens(tokenize(line)).flatMap((cell) => [
    cell,
    ...Array(Math.max(0, widthOf(cell.value) - 1)).fill(second),
  ]);
}

/** The second column of a wide letter. */
const second = { value: '', styles: [] };

const widthOf = rememberTexts((letter) => (letter >= ' ' && letter <= '~' ? 1 : stringWidth(letter)));

/** The colour and weight of a space are not seen, so they are no difference. */
function isBlank({ value, styles }) {
  return value === ' ' && (styles.length === 0 || !styles.some(isSeenOnSpaces));
}

const unseenEnds = new Set([`${csi}39m`, `${csi}22m`, `${csi}23m`]);

function isSeenOnSpaces({ endCode }) {
  return !unseenEnds.has(endCode);
}

function isSameCell(one = blank, other = blank) {
  if (one === other) return true;
  if (one.value !== other.value) return false;
  return areSameStyles(one.styles, other.styles) || (isBlank(one) && isBlank(other));
}

function areSameStyles(one, other) {
  if (one === other) return true;
  return one.length === other.length && one.every(({ code }, index) => code === other[index].code);
}

/** Columns that differ: `[start, end)`, no wide letter cut in two, and what is empty between two of them as long as either is there. */
function findRuns(before, after, width) {
  const runs = [];
  for (let column = 0; column < width; column++) {
    if (isSameCell(before[column], after[column])) continue;
    let [start, end] = [column, column + 1];
    while (start > 0 && isSecond(after[start])) start--;
    while (end < width && (isSecond(after[end]) || isSecond(before[end]) || !isSameCell(before[end], after[end])))
      end++;
    const last = runs.at(-1);
    if (last !== undefined && isOneBlank(after, last[1], start)) last[1] = end;
    else runs.push([start, end]);
    column = end - 1;
  }
  return runs;
}

/** Whether a run's end and the next one's start, or one of them, are empty with all that lies between: one stretch to erase. */
function isOneBlank(cells, end, start) {
  const isEmpty = (column) => isBlank(cells[column] ?? blank);
  if (!isEmpty(end - 1) && !isEmpty(start)) return false;
  for (let column = end; column < start; column++) if (!isEmpty(column)) return false;
  return true;
}

function isSecond(cell) {
  return cell?.value === '';
}

/** What lies between the pen and the run is jumped over, or written again where that is shorter. */
function drawNext(pen, row, cells, start, end) {
  const jump = { ...pen, text: '' };
  moveTo(jump, row, start);
  drawRun(jump, cells, start, end);
  const gap = pen.row === row && pen.column !== undefined ? start - pen.column : 0;
  const through = gap > 0 && gap <= longestGap ? { ...pen, text: '' } : undefined;
  if (through) drawRun(through, cells, pen.column, end);
  const drawn = through && Buffer.byteLength(through.text) <= Buffer.byteLength(jump.text) ? through : jump;
  Object.assign(pen, drawn, { text: pen.text + drawn.text });
}

/** No move is longer. */
const longestGap = 8;

function drawRun(pen, cells, start, end) {
  for (let column = start; column < end; ) {
    const cell = cells[column] ?? blank;
    if (isBlank(cell)) {
      column = drawBlanks(pen, cells, column, end);
      continue;
    }
    setStyles(pen, cell.styles);
    pen.text += cell.value;
    column++;
    while (isSecond(cells[column])) column++;
    setColumn(pen, column);
  }
}

/** Written, or erased where that is shorter. Returns the column after them. */
function drawBlanks(pen, cells, from, end) {
  let to = from;
  while (to < end && isBlank(cells[to] ?? blank)) to++;
  if (pen.styles.some(isSeenOnSpaces)) setStyles(pen, []);
  const spaces = ' '.repeat(to - from);
  const isRest = to >= cells.length;
  const erased = isRest ? `${csi}K` : `${csi}${count(to - from)}X`;
  const move = isRest || to === end ? '' : across(from, to);
  const isWritten = spaces.length <= erased.length + move.length;
  pen.text += isWritten ? spaces : erased + move;
  setColumn(pen, isWritten || move !== '' ? to : from);
  return to;
}

/** After the last column of the screen, terminals disagree on where the cursor stands. */
function setColumn(pen, column) {
  pen.column = column < pen.columns ? column : undefined;
}

/** By the shortest way: to a place of the screen, by lines and then a column, or straight and then across. */
function moveTo(pen, row, column) {
  if (pen.row === row && pen.column === column) return;
  const ways = [];
  if (pen.isAbsolute) ways.push(`${csi}${count(row + 1)}${column > 0 ? `;${column + 1}` : ''}H`);
  ways.push(alongLines(row - pen.row, column));
  if (pen.column !== undefined) ways.push(along(row - pen.row, 'B', 'A') + across(pen.column, column));
  pen.text += ways.reduce((one, other) => (other.length < one.length ? other : one));
  Object.assign(pen, { row, column });
}

function alongLines(rows, column) {
  const toColumn = `${csi}${count(column + 1)}G`;
  if (rows === 0) return column === 0 ? '\r' : toColumn;
  if (column === 0) return along(rows, 'E', 'F');
  return (rows === 1 ? '\n' : along(rows, 'B', 'A')) + toColumn;
}

function across(from, to) {
  return along(to - from, 'C', 'D');
}

function along(by, forwards, backwards) {
  return by === 0 ? '' : `${csi}${count(Math.abs(by))}${by > 0 ? forwards : backwards}`;
}

/** One is what a sequence means without a number. */
function count(number) {
  return number === 1 ? '' : number;
}

/** Switches off what is on and not wanted, and on what is wanted and not on, or begins anew: whichever is shorter. */
function setStyles(pen, wanted) {
  if (areSameStyles(pen.styles, wanted)) return;
  const anew = ['', ...wanted.map(codeOf)].join(';');
  const changed = changesOf(pen.styles, wanted).join(';');
  const shorter = changed.length < anew.length ? changed : anew;
  if (changed !== '') pen.text += `${csi}${shorter}m`;
  pen.styles = wanted;
}

/** A colour takes the place of another. */
function changesOf(styles, wanted) {
  const isOn = (list, { code }) => list.some((style) => style.code === code);
  const replaced = ({ endCode }) => isColour(endCode) && wanted.some((style) => style.endCode === endCode);
  const off = styles.filter((style) => !isOn(wanted, style) && !replaced(style));
  const ends = new Set(off.map(({ endCode }) => endCode));
  // Bold and dim have one end: what ends one ends the other.
  const on = wanted.filter((style) => !isOn(styles, style) || ends.has(style.endCode));
  return [...[...ends].map((code) => codeOf({ code })), ...on.map(codeOf)];
}

function codeOf({ code }) {
  return code.slice(2, -1);
}

function isColour(endCode) {
  return endCode === `${csi}39m` || endCode === `${csi}49m`;
}
