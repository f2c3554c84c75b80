import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { columns as columnsOf, fitColumns } from '../../text/columns.ts';
import { useGame } from '../game-context.ts';
import { plainText } from '../plain-text.ts';

interface FramedProps {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly children: ReactNode;
}

/** A framed place for something that draws itself: a menu. */
export function Framed({ width, height, title, children }: FramedProps) {
  const { border, theme, ascii } = useGame();
  const label = ` ${fitColumns(ascii ? plainText(title) : title, width - 4)} `;
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      <Text wrap="truncate">
        <Text {...theme.border}>{border.topLeft}</Text>
        <Text {...theme.heading}>{label}</Text>
        <Text {...theme.border}>
          {border.horizontal.repeat(Math.max(0, width - 2 - columnsOf(label)))}
          {border.topRight}
        </Text>
      </Text>
      <Box
        width={width}
        height={height - 1}
        borderStyle={border.topLeft === '+' ? 'classic' : 'round'}
        borderTop={false}
        borderColor={theme.border.color}
        borderDimColor={theme.border.dimColor}
        flexDirection="column"
        overflow="hidden"
        paddingX={1}
      >
        {children}
      </Box>
    </Box>
  );
}
