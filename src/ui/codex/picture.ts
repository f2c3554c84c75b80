// A card's picture in characters that every terminal draws, one for one.

const PLAIN: Readonly<Record<string, string>> = {
  '─': '-',
  '═': '=',
  '│': '|',
  '║': '|',
  '┊': ':',
  '▼': 'v',
  '╳': 'x',
  '✓': '+',
  '✗': 'x',
  '–': '-',
};

/** Corners and crossings. */
const JOINT = /[┌┐└┘├┤┬┴┼╔╗╚╝╞╡╪]/g;

export function plainPicture(row: string): string {
  return row.replace(JOINT, '+').replace(/[─═│║┊▼╳✓✗–]/g, (sign) => PLAIN[sign] as string);
}
