// A line in the colours of a theme, as one text. Ink would do the same with a Text inside a Text for each span, and would lay out and
// paint every one of them again.

import chalk, { type ChalkInstance, type ForegroundColorName } from 'chalk';
import { memoByIdentity } from '../memo.ts';
import type { Line } from './lines.ts';
import type { Look, Style, Theme } from './theme.ts';

export function paintLine(line: Line, theme: Theme): string {
  const paint = paintersOf(theme);
  return line.map(({ text, style }) => (style && text !== '' ? paint[style](text) : text)).join('');
}

type Painters = Readonly<Record<Style, (text: string) => string>>;

const paintersOf = memoByIdentity(
  (theme: Theme) =>
    Object.fromEntries(Object.entries(theme).map(([style, look]) => [style, painterOf(look)])) as Painters,
);

function painterOf({ color, dimColor, bold, underline, inverse }: Look): (text: string) => string {
  const styles = [
    inverse && chalk.inverse,
    underline && chalk.underline,
    bold && chalk.bold,
    color !== undefined && colourOf(color),
    dimColor && chalk.dim,
  ].filter((style) => typeof style === 'function');
  return (text) => styles.reduceRight((painted, style: ChalkInstance) => style(painted), text);
}

/** Of the names that Ink's Text takes. */
function colourOf(color: string): ChalkInstance {
  return color.startsWith('#') ? chalk.hex(color) : chalk[color as ForegroundColorName];
}
