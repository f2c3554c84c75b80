import { Box, Text } from 'ink';
import { memo } from 'react';
import { useGame } from '../game-context.ts';
import type { Line, Span } from '../lines.ts';
import { paintLine } from '../paint.ts';
import { plainText } from '../plain-text.ts';
import type { Theme } from '../theme.ts';

interface LinesProps {
  readonly lines: readonly Line[];
}

/** Lines of styled spans, one Text a row. Lines have been measured before: nothing wraps here. */
export function Lines({ lines }: LinesProps) {
  const { theme, ascii } = useGame();
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place, whatever stands in it.
        <Row key={index} line={ascii ? line.map(plainSpan) : line} theme={theme} />
      ))}
    </Box>
  );
}

function plainSpan({ text, style }: Span): Span {
  return { text: plainText(text), style };
}

interface RowProps {
  readonly line: Line;
  readonly theme: Theme;
}

/** Drawn anew only when it says or looks otherwise: a screen is drawn whole at each key, and most of its rows stay. */
const Row = memo(function Row({ line, theme }: RowProps) {
  return <Text wrap="truncate">{paintLine(line, theme) || ' '}</Text>;
}, isSameRow);

function isSameRow(one: RowProps, other: RowProps): boolean {
  if (one.theme !== other.theme || one.line.length !== other.line.length) return false;
  return one.line.every(({ text, style }, index) => {
    const span = other.line[index];
    return span?.text === text && span.style === style;
  });
}
