// Bundled into Ink, which makes every row of every frame anew, letter by letter. At a key most rows are as they were: what is written
// into them is the same, and so is what comes of it.

/** Texts whose answers are kept: several screens full. */
const MOST_TEXTS = 1000;

/** A function of a text that knows its answers to the texts of the frames before; `source` only spares it work. */
export function rememberTexts(derive) {
  const known = new Map();
  return (text, source) => {
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    if (known.size >= MOST_TEXTS) known.clear();
    const derived = derive(text, source);
    known.set(text, derived);
    return derived;
  };
}

/** The same list for the same styles, so that most comparisons end at their first. */
export function internStyles(styles) {
  return intern(styles.map(({ code }) => code).join(''), styles);
}

const intern = rememberTexts((_, styles) => styles);

let caches;

/** Ink's caches of texts and their cells, which it makes anew for each frame. */
export function keepCaches(Caches) {
  if (caches === undefined || caches.styledChars.size > MOST_TEXTS) caches = new Caches();
  return caches;
}

let last = { width: 0, rows: [] };

/** For each row of an Output its writes; and its text where they are those of the last Output, so that it need not be painted. */
export function keepRows({ width, height, operations }) {
  const rows = writesByRow(operations, height).map((writes, y) => {
    const old = width === last.width ? last.rows[y] : undefined;
    return old !== undefined && areSame(old.writes, writes) ? old : { writes, text: undefined };
  });
  last = { width, rows };
  return rows;
}

/** Whether a write goes into a row that is to be painted. */
export function isToPaint({ y, text }, rows) {
  return text.includes('\n') || (rows[y] !== undefined && rows[y].text === undefined);
}

function writesByRow(operations, height) {
  const rows = Array.from({ length: height }, () => []);
  const clips = [];
  for (const operation of operations) {
    if (operation.type === 'clip') clips.push(operation.clip);
    else if (operation.type === 'unclip') clips.pop();
    else addWrite(rows, operation, clips);
  }
  return rows;
}

function addWrite(rows, { x, y, text, transformers }, clips) {
  const clipped = clips.map(({ x1, x2, y1, y2 }) => `${x1},${x2},${y1},${y2}`).join();
  const write = { x, y, text, transformers, clipped };
  rows[y]?.push(write);
  let row = y;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) rows[++row]?.push(write);
}

function areSame(one, other) {
  return one.length === other.length && one.every((write, index) => isSameWrite(write, other[index]));
}

function isSameWrite(one, other) {
  return (
    one.text === other.text &&
    one.x === other.x &&
    one.y === other.y &&
    one.clipped === other.clipped &&
    one.transformers.length === other.transformers.length &&
    one.transformers.every((transform, index) => transform === other.transformers[index])
  );
}
