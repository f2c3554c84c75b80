// Every colour by its meaning. Colour is never the only sign: each state has a mark or a word of its own.

export type Style =
  | 'title'
  | 'heading'
  | 'border'
  | 'dim'
  | 'good'
  | 'bad'
  | 'warn'
  | 'accent'
  | 'key'
  | 'command'
  | 'packet'
  | 'changed'
  | 'vpc'
  | 'edge'
  | 'nat'
  | 'outside'
  | 'chosen';

/** What Ink's Text takes. */
export interface Look {
  readonly color?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
  readonly underline?: boolean;
}

export type Theme = Readonly<Record<Style, Look>>;

const dark: Theme = {
  title: { color: '#ffffff', bold: true },
  heading: { bold: true },
  border: { color: '#8190a0' },
  dim: { color: '#8a94a3' },
  good: { color: '#6fd08c' },
  bad: { color: '#ff7b72', bold: true },
  warn: { color: '#f2c05c' },
  accent: { color: '#7cc4ff', bold: true },
  key: { color: '#7cc4ff' },
  command: { color: '#c3a6ff' },
  packet: { color: '#ffd866', bold: true },
  changed: { color: '#ffd866', underline: true },
  vpc: { color: '#7aa2f7' },
  edge: { color: '#ff9e64', bold: true },
  nat: { color: '#9ece6a' },
  outside: { color: '#bb9af7' },
  chosen: { inverse: true },
};

// Chosen so that also what a terminal of 256 colours makes of them is dark enough on white.
const light: Theme = {
  ...dark,
  title: { color: '#000000', bold: true },
  border: { color: '#555555' },
  dim: { color: '#555555' },
  good: { color: '#004b00' },
  bad: { color: '#b20000', bold: true },
  warn: { color: '#7f4b00' },
  accent: { color: '#004bb2', bold: true },
  key: { color: '#004bb2' },
  command: { color: '#3300cc' },
  packet: { color: '#990033', bold: true },
  changed: { color: '#990033', underline: true },
  vpc: { color: '#000099' },
  edge: { color: '#7f4b00', bold: true },
  nat: { color: '#4b4b00' },
  outside: { color: '#660099' },
};

/** The sixteen colours that every terminal has, as its owner has set them. */
const sixteen: Theme = {
  title: { bold: true },
  heading: { bold: true },
  border: { dimColor: true },
  dim: { dimColor: true },
  good: { color: 'green' },
  bad: { color: 'red', bold: true },
  warn: { color: 'yellow' },
  accent: { color: 'cyan', bold: true },
  key: { color: 'cyan' },
  command: { color: 'magenta' },
  packet: { color: 'yellow', bold: true },
  changed: { color: 'yellow', underline: true },
  vpc: { color: 'blue' },
  edge: { color: 'yellow' },
  nat: { color: 'green' },
  outside: { color: 'magenta' },
  chosen: { inverse: true },
};

/** No colours at all: every sign is a word or a mark, and these only help the eye. */
const none: Theme = {
  title: { bold: true },
  heading: { bold: true },
  border: {},
  dim: {},
  good: {},
  bad: { bold: true },
  warn: {},
  accent: { bold: true },
  key: { bold: true },
  command: {},
  packet: { bold: true },
  changed: { underline: true },
  vpc: {},
  edge: { bold: true },
  nat: {},
  outside: {},
  chosen: { inverse: true },
};

export const THEMES = { dark, light, sixteen, none } as const satisfies Readonly<Record<string, Theme>>;
export type ThemeName = keyof typeof THEMES;

/** Bits of colour, as Node counts them for a terminal: 1 is none, 4 the sixteen, 8 and 24 more. */
export type ColourDepth = number;

/** The theme that the player wants, as far as the terminal goes. */
export function themeFor(wished: string | undefined, depth: ColourDepth): ThemeName {
  const name = wished !== undefined && Object.hasOwn(THEMES, wished) ? (wished as ThemeName) : 'dark';
  if (depth <= 1) return 'none';
  return depth <= 4 && name !== 'none' ? 'sixteen' : name;
}
