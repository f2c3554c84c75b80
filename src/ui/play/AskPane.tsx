import { Box } from 'ink';
import { Framed } from '../components/Framed.tsx';
import { Lines } from '../components/Lines.tsx';
import { Menu, type MenuItem, menuRows } from '../components/Menu.tsx';
import type { Line } from '../lines.ts';

export interface Asked {
  readonly title: string;
  /** The question, and what has been answered so far. */
  readonly lines: readonly Line[];
  readonly items: readonly MenuItem[];
}

interface AskPaneProps {
  readonly asked: Asked;
  readonly width: number;
  readonly height: number;
  onSelect(value: string): void;
  onHighlight?(value: string): void;
}

/** A question over the whole width, with its choices below it: a prediction, an answer, the next step of a puzzle. */
export function AskPane({ asked, width, height, onSelect, onHighlight }: AskPaneProps) {
  const { title, lines, items } = asked;
  return (
    <Framed width={width} height={height} title={title}>
      <Lines lines={lines} />
      {lines.length > 0 && <Box height={1} flexShrink={0} />}
      <Menu
        items={items}
        width={width - 4}
        height={height - 2 - lines.length - (lines.length > 0 ? 1 : 0)}
        onSelect={onSelect}
        {...(onHighlight && { onHighlight })}
      />
    </Framed>
  );
}

/** How many rows a question would like, the frame left out. */
export function askRows({ lines, items }: Asked, width: number): number {
  return lines.length + (lines.length > 0 ? 1 : 0) + menuRows(items, width - 4);
}
