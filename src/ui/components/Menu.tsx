import { Box, Text } from 'ink';
import SelectInput from 'ink-select-input';
import { createContext, useContext } from 'react';
import { columns, fitColumns, wrapColumns } from '../../text/columns.ts';
import { useGame } from '../game-context.ts';
import { useClick } from '../hooks/use-mouse.ts';
import { plainText } from '../plain-text.ts';

export interface MenuItem {
  /** What choosing it means; also its key. */
  readonly value: string;
  readonly label: string;
  /** Said in place of the label where that has no room. */
  readonly short?: string | undefined;
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

/** How the items are drawn: how wide, and whether long ones may take several rows. */
const Room = createContext<ItemRoom>({ width: 0, wraps: false });

interface ItemRoom {
  readonly width: number;
  readonly wraps: boolean;
  /** What a click on an item does; undefined while the menu has not the keys. */
  readonly choose?: ((value: string) => void) | undefined;
}

/** A list to choose from, never wider or higher than its place. Long items wrap where all of them have room for it. */
export function Menu({ items, width, height, isFocused = true, initialIndex = 0, onSelect, onHighlight }: MenuProps) {
  const { theme, say, isHidden, ascii } = useGame();
  const isActive = isFocused && !isHidden;
  const room = {
    width: width - 2,
    wraps: menuRows(items, width) <= height,
    choose: isActive ? onSelect : undefined,
  };
  const limit = room.wraps || items.length <= height ? items.length : Math.max(1, height - 1);
  const asShown = ascii ? plainText : (text: string) => text;
  const shown = items.map(({ value, label, short, aside = '' }) => ({
    key: value,
    value,
    label: [asShown(room.wraps || columns(label) <= room.width ? label : (short ?? label)), asShown(aside), value].join(
      '\t',
    ),
  }));
  return (
    <Room.Provider value={room}>
      <SelectInput
        items={shown}
        limit={limit}
        isFocused={isActive}
        initialIndex={initialIndex}
        indicatorComponent={Indicator}
        itemComponent={Item}
        onSelect={({ value }) => onSelect(value)}
        onHighlight={({ value }) => onHighlight?.(value)}
      />
      {limit < items.length && <Text {...theme.dim}>{`  ${say('menu.more', { count: items.length - limit })}`}</Text>}
    </Room.Provider>
  );
}

/** How many rows the items take when none is cut. */
export function menuRows(items: readonly MenuItem[], width: number): number {
  return items.reduce((sum, { label, aside = '' }) => sum + itemRows(label, aside, width - 2).length, 0);
}

/** An item's label in rows; one with something at its right takes one row. */
function itemRows(label: string, aside: string, width: number): readonly string[] {
  if (columns(label) + (aside ? columns(aside) + 1 : 0) <= width) return [label];
  return wrapColumns(aside ? `${label} ${aside}` : label, width);
}

function Indicator({ isSelected = false }: { readonly isSelected?: boolean }) {
  const { theme, ascii } = useGame();
  return <Text {...theme.accent}>{isSelected ? (ascii ? '> ' : '❯ ') : '  '}</Text>;
}

interface ItemProps {
  readonly isSelected?: boolean;
  /** Its text, what stands at the right, and its value. */
  readonly label: string;
}

function Item({ isSelected = false, label }: ItemProps) {
  const { width, choose } = useContext(Room);
  const [text = '', aside = '', value = ''] = label.split('\t');
  const box = useClick(choose && (() => choose(value)));
  return (
    <Box ref={box} width={width}>
      <ItemText isSelected={isSelected} text={text} aside={aside} />
    </Box>
  );
}

interface ItemTextProps {
  readonly isSelected: boolean;
  readonly text: string;
  readonly aside: string;
}

function ItemText({ isSelected, text, aside }: ItemTextProps) {
  const { theme } = useGame();
  const { width, wraps } = useContext(Room);
  const rows = itemRows(text, aside, width);
  if (wraps && rows.length > 1)
    return (
      <Box flexDirection="column">
        {rows.map((row) => (
          <Text key={row} {...(isSelected ? theme.accent : {})}>
            {row}
          </Text>
        ))}
      </Box>
    );
  const asideFits = aside !== '' && columns(text) + columns(aside) + 1 <= width;
  const shown = fitColumns(text, width);
  return (
    <Text wrap="truncate">
      <Text {...(isSelected ? theme.accent : {})}>{shown}</Text>
      {asideFits && ' '.repeat(width - columns(shown) - columns(aside))}
      {asideFits && <Text {...theme.dim}>{aside}</Text>}
    </Text>
  );
}
