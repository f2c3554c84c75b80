import { describe, expect, test } from 'vitest';
import { THEMES, themeFor } from '../../src/ui/theme.ts';

/** How much lighter one is than the other, 1 to 21. Source: WCAG 2.2, contrast ratio and relative luminance. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour that a terminal of 256 shows in its place, as Ink's colour library picks it. */
function among256(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const steps = [0, 95, 135, 175, 215, 255];
  const isGrey = red === green && green === blue && red >= 8 && red <= 248;
  const shown = isGrey
    ? [red, green, blue].map((part) => 8 + 10 * Math.round(((part - 8) / 247) * 24))
    : [red, green, blue].map((part) => steps[Math.round((part / 255) * 5)] as number);
  return `#${shown.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG's least for text. The sixteen colours are the terminal owner's, so nobody can measure them here. */
const LEAST = 4.5;

describe.each([
  ['dark', '#000000'],
  ['dark', '#1e1e1e'],
  ['light', '#ffffff'],
  ['light', '#f5f5f0'],
] as const)('the %s theme on %s', (name, background) => {
  test.each(Object.entries(THEMES[name]).filter(([, look]) => 'color' in look))(
    'can be read where it is %s',
    (_, look) => {
      const { color } = look as { color: string };
      expect(contrast(color, background)).toBeGreaterThanOrEqual(LEAST);
      expect(contrast(among256(color), background)).toBeGreaterThanOrEqual(LEAST);
    },
  );
});

test('the theme without colours names none', () => {
  expect(Object.values(THEMES.none).filter((look) => 'color' in look)).toEqual([]);
});

test.each([
  [undefined, 24, 'dark'],
  ['light', 8, 'light'],
  ['light', 4, 'sixteen'],
  ['none', 4, 'none'],
  ['dark', 1, 'none'],
  ['no such theme', 24, 'dark'],
  ['constructor', 24, 'dark'],
])('who wants %s on a terminal with %i bits of colour gets %s', (wished, depth, name) => {
  expect(themeFor(wished, depth)).toBe(name);
});
