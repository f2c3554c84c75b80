// How many terminal columns a text takes. Our own texts hold no emoji and no escape sequences, so two rules do: wide letters take two
// columns, and marks that combine take none. Source: Unicode UAX #11, East Asian Width (W and F).

const WIDE = /[ᄀ-ᅟ⺀-〾ぁ-㏿㐀-䶿一-鿿ꀀ-꓏ꥠ-꥿가-힣豈-﫿︐-︙︰-﹯＀-｠￠-￦]/;
const COMBINING = /\p{M}/u;

export function columns(text: string): number {
  let width = 0;
  for (const char of text) width += columnsOf(char);
  return width;
}

// The common letters need neither expression, of which each takes milliseconds to compile: the title would wait for them.
function columnsOf(char: string): number {
  if (isNarrow(char)) return 1;
  if (char >= '가' && char <= '힣') return 2;
  if (COMBINING.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
}

/** Latin letters, dashes and dots, arrows, boxes, blocks and marks. */
function isNarrow(char: string): boolean {
  return (
    char < '\u0300' ||
    (char >= '\u2010' && char <= '\u2027') ||
    (char >= '\u2190' && char <= '\u22ff') ||
    (char >= '\u2500' && char <= '\u27bf')
  );
}

/** The text cut to fit, with an ellipsis where something went. */
export function fitColumns(text: string, limit: number): string {
  if (columns(text) <= limit) return text;
  let kept = '';
  for (const char of text) {
    if (columns(kept + char) > limit - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

/** Lines of at most `limit` columns, broken at spaces; a word longer than a line is cut. */
export function wrapColumns(text: string, limit: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    for (const piece of cutWord(word, limit)) {
      const longer = line === '' ? piece : `${line} ${piece}`;
      if (columns(longer) <= limit) line = longer;
      else {
        lines.push(line);
        line = piece;
      }
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

function cutWord(word: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const char of word) {
    if (columns(piece + char) > limit) {
      pieces.push(piece);
      piece = '';
    }
    piece += char;
  }
  return [...pieces, piece];
}
