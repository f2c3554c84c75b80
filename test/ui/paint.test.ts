import { Box, renderToString, Text } from 'ink';
import { createElement } from 'react';
import { expect, test, vi } from 'vitest';
import { line, span } from '../../src/ui/lines.ts';
import { paintLine } from '../../src/ui/paint.ts';
import { type Style, THEMES } from '../../src/ui/theme.ts';

// The colour library looks for it once, when it is loaded.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3';
});

test.each(Object.entries(THEMES))('in the theme %s a line is painted as Texts inside a Text are', (_name, theme) => {
  const styles = Object.keys(theme) as Style[];
  const drawn = line('plain ', ...styles.map((style) => span(`한 ${style} `, style)), span('end'));
  const spans = drawn.map(({ text, style }) => createElement(Text, { key: text, ...(style && theme[style]) }, text));
  const draw = (child: object) => renderToString(createElement(Box, { width: 300 }, child as never), { columns: 300 });
  const nested = draw(createElement(Text, null, ...spans));
  expect(draw(createElement(Text, null, paintLine(drawn, theme)))).toBe(nested);
  expect(nested).toContain('\u001B[');
});

test('an empty line is painted as nothing', () => {
  expect(paintLine([span('', 'bad'), span('')], THEMES.dark)).toBe('');
});
