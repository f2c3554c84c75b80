import { Box } from 'ink';
import { useMemo, useState } from 'react';
import { type Card, findCards, type IndexedCard, indexCards } from '../../levels/codex.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { type CodexState, codexStep, lookFor } from '../codex/codex-state.ts';
import { drawList } from '../codex/draw-list.ts';
import { drawPane, isKnown, type Pane } from '../codex/draw-pane.ts';
import { Lines } from '../components/Lines.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { usePasted, useTypedKeys } from '../hooks/use-keys.ts';
import { beside, frame, type Line, lineColumns, span } from '../lines.ts';

interface CodexScreenProps {
  /** The card to open at once; Esc then leads back to where the player was. */
  readonly concept?: string | undefined;
}

const LIST_WIDTH = 52;
const LEAST_WITH_PREVIEW = LIST_WIDTH + 48;

/** Every concept as a card: at the left all that are found, at the right the chosen one; or one card over the whole screen. */
export function CodexScreen({ concept }: CodexScreenProps) {
  const game = useGame();
  const { size, back, library } = game;
  const all = useMemo(() => indexCards(library), [library]);
  const [state, setState] = useState<CodexState>(() => firstState(all, concept));
  const found = findCards(all, state.query);
  const { lines, hidden } = drawBody(game, found, state);
  useTypedKeys((key) => {
    const isVisit = concept !== undefined && state.isReading;
    const next = isVisit && key === 'escape' ? undefined : codexStep(state, key, { count: found.length, hidden });
    return next ? setState(next) : back({ screen: 'title' });
  });
  usePasted((text) => !state.isReading && setState(lookFor(state, state.query + text.split('\n')[0])));
  const known = all.filter(({ card }) => isKnown(game, card)).length;
  const keys = drawKeys(keysOf(game, state, concept), size.columns);
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={[drawHead(game, state, known, all.length), ...lines, keys]} />
    </Box>
  );
}

/** Where the screen is narrow, the list has it whole, and a card is seen when it is read. */
function drawBody(game: Game, found: readonly Card[], { isReading, index, scroll }: CodexState): Pane {
  const { columns, rows } = game.size;
  const height = rows - 2;
  if (isReading) return drawPane(game, found[index], scroll, { columns: Math.min(columns, 100), rows: height });
  const width = columns < LEAST_WITH_PREVIEW ? columns : LIST_WIDTH;
  const list = frame(drawList(game, { cards: found, index, width: width - 2, height: height - 2 }), {
    width,
    height,
    border: game.border,
  });
  if (width === columns) return { lines: list, hidden: 0 };
  const card = drawPane(game, found[index], 0, { columns: columns - width, rows: height });
  return { lines: beside({ lines: list, width }, { lines: card.lines, width: columns - width }), hidden: 0 };
}

function firstState(all: readonly IndexedCard[], concept: string | undefined): CodexState {
  const index = all.findIndex(({ card }) => card.concept === concept);
  return { query: '', index: Math.max(0, index), isReading: index >= 0, scroll: 0 };
}

function keysOf({ language }: Game, { isReading }: CodexState, concept: string | undefined): string {
  if (!isReading) return CATALOGS[language].codex['keys.list'];
  return CATALOGS[language].codex[concept === undefined ? 'keys.card' : 'keys.visit'];
}

function drawHead({ language, size }: Game, { query, isReading }: CodexState, known: number, all: number): Line {
  const words = CATALOGS[language].codex;
  const left = [span(` ${words.title}`, 'title'), span(`   ${fillMessage(words.known, { known, all })}`, 'dim')];
  if (isReading) return left;
  const right =
    query === ''
      ? [span(`${words['search-hint']} `, 'dim')]
      : [span(fillMessage(words.search, { query }), 'accent'), span('▏ ', 'accent')];
  const gap = Math.max(2, size.columns - lineColumns([...left, ...right]));
  return [...left, span(' '.repeat(gap)), ...right];
}
