// Bundled into the program in place of Intl.Segmenter and string-width's emoji tables. Those cost 12 and 20 ms when first
// used, and any box-drawing character uses them; nearly every string of the game needs neither.
import { eastAsianWidth } from 'get-east-asian-width';

// Each of these code units is a grapheme cluster of its own, whatever stands beside it, as long as that is one of them too.
function standsAlone(unit) {
  return (
    (unit >= 0x20 && unit <= 0x7e) ||
    isWide(unit) ||
    (unit >= 0xa0 && unit <= 0x2ff && unit !== 0xad) ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0x2030 && unit <= 0x205e) ||
    (unit >= 0x20a0 && unit <= 0x20cf) ||
    (unit >= 0x2100 && unit <= 0x2bff) ||
    (unit >= 0x3000 && unit <= 0x3029) ||
    (unit >= 0xff01 && unit <= 0xff60)
  );
}

function isWide(unit) {
  return (
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fa)
  );
}

// The width of a string in which every code unit stands alone; undefined for any other string.
export function widthOfSimpleText(string, options) {
  let width = 0;
  for (let index = 0; index < string.length; index++) {
    const unit = string.charCodeAt(index);
    if (unit >= 0x20 && unit <= 0x7e) width += 1;
    else if (isWide(unit)) width += 2;
    else if (standsAlone(unit)) width += eastAsianWidth(unit, options);
    else return undefined;
  }
  return width;
}

/** Whether a cluster is surely something to see: one code unit that stands alone. None of those is ignorable. */
export function isPlainCharacter(cluster) {
  return cluster.length === 1 && standsAlone(cluster.charCodeAt(0));
}

// A line feed and the escape character are control characters, which never join their neighbours either.
function isSimpleText(string) {
  for (let index = 0; index < string.length; index++) {
    const unit = string.charCodeAt(index);
    if (!standsAlone(unit) && unit !== 0x1b && unit !== 0x0a) return false;
  }
  return true;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that it lets through begin with one.
const onlyStyles = /^(?:[^\u001B\n]|\u001B\[[\d;]*m)*$/;

/** Whether a text is one line of such letters, and of switches of colour and weight. */
export function isSimpleLine(text) {
  return onlyStyles.test(text) && isSimpleText(text);
}

class SimpleSegments {
  constructor(input) {
    this.input = input;
  }
  containing(index = 0) {
    if (index < 0 || index >= this.input.length) return undefined;
    return { segment: this.input[index], index, input: this.input };
  }
  *[Symbol.iterator]() {
    for (let index = 0; index < this.input.length; index++) {
      yield { segment: this.input[index], index, input: this.input };
    }
  }
}

let intlSegmenter;

export const graphemeSegmenter = {
  segment(string) {
    if (isSimpleText(string)) return new SimpleSegments(string);
    intlSegmenter ??= new Intl.Segmenter();
    return intlSegmenter.segment(string);
  },
};
