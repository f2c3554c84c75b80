import { Text } from 'ink';
import SelectInput from 'ink-select-input';
import { createContext, useContext } from 'react';
import { columns, fitColumns } from '../../text/columns.ts';
import { useGame } from '../game-context.ts';

export interface MenuItem {
  /** What choosing it means; also its key. */
  readonly value: string;
  readonly label: string;
  /** Shown dim at the right. */
  readonly aside?: string | undefined;
}

interface MenuProps {
  readonly items: readonly MenuItem[];
  readonly width: number;
  readonly height: number;
  readonly isFocused?: boolean;
  readonly initialIndex?: number;
  onSelect(value: string): void;
  onHighlight?(value: string): void;
}

const MenuWidth = createContext(0);

/** A list to choose from, never wider or higher than its place. */
export function Menu({ items, width, height, isFocused = true, initialIndex = 0, onSelect, onHighlight }: MenuProps) {
  const shown = items.map(({ value, label, aside }) => ({
    key: value,
    value,
    label: aside ? `${label}\t${aside}` : label,
  }));
  return (
    <MenuWidth.Provider value={width - 2}>
      <SelectInput
        items={shown}
        limit={Math.max(1, height)}
        isFocused={isFocused}
        initialIndex={initialIndex}
        indicatorComponent={Indicator}
        itemComponent={Item}
        onSelect={({ value }) => onSelect(value)}
        onHighlight={({ value }) => onHighlight?.(value)}
      />
    </MenuWidth.Provider>
  );
}

function Indicator({ isSelected = false }: { readonly isSelected?: boolean }) {
  const { theme, ascii } = useGame();
  return <Text {...theme.accent}>{isSelected ? (ascii ? '> ' : '❯ ') : '  '}</Text>;
}

function Item({ isSelected = false, label }: { readonly isSelected?: boolean; readonly label: string }) {
  const { theme } = useGame();
  const width = useContext(MenuWidth);
  const [text = '', aside = ''] = label.split('\t');
  const asideFits = columns(text) + columns(aside) + 2 <= width;
  const shown = fitColumns(text, asideFits ? width - columns(aside) - 1 : width);
  const gap = asideFits && aside ? ' '.repeat(width - columns(shown) - columns(aside)) : '';
  return (
    <Text wrap="truncate">
      <Text {...(isSelected ? theme.accent : {})}>{shown}</Text>
      {gap}
      {asideFits && aside && <Text {...theme.dim}>{aside}</Text>}
    </Text>
  );
}
