import { Box } from 'ink';
import { useMemo, useState } from 'react';
import {
  beliefsCorrectedBy,
  type Card,
  cardWords,
  findCards,
  type IndexedCard,
  indexCards,
} from '../../levels/codex.ts';
import { CODEX_WORDS } from '../../text/codex-words.ts';
import { fillMessage } from '../../text/message.ts';
import { type CodexState, codexStep, lookFor } from '../codex/codex-state.ts';
import { drawCard, drawLocked } from '../codex/draw-card.ts';
import { drawList } from '../codex/draw-list.ts';
import { Lines } from '../components/Lines.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { usePasted, useTypedKeys } from '../hooks/use-keys.ts';
import { beside, frame, type Line, line, lineColumns, span } from '../lines.ts';

interface CodexScreenProps {
  /** The card to open at once; Esc then leads back to where the player was. */
  readonly concept?: string | undefined;
}

/** Every concept as a card: at the left all that are found, at the right the chosen one; or one card over the whole screen. */
export function CodexScreen({ concept }: CodexScreenProps) {
  const game = useGame();
  const { size, back, library, progress, language } = game;
  const words = CODEX_WORDS[language].codex;
  const all = useMemo(() => indexCards(library), [library]);
  const [state, setState] = useState<CodexState>(() => firstState(all, concept));
  const found = findCards(all, state.query);
  const isKnown = ({ concept: id, levelId }: Card) =>
    progress.levels[levelId] !== undefined || beliefsCorrectedBy(id).some((belief) => progress.reviews[belief.id]);
  const chosen = found[state.index];
  const height = size.rows - 2;
  const list = size.columns >= 100 ? 38 : 32;
  const width = state.isReading ? Math.min(size.columns, 100) : size.columns - list;
  const content = !chosen ? [] : (isKnown(chosen) ? drawCard : drawLocked)(game, chosen, width - 2);
  const from = state.isReading ? Math.max(0, Math.min(state.scroll, content.length - height + 2)) : 0;
  const hidden = Math.max(0, content.length - from - height + 2);

  useTypedKeys((key) => {
    const isVisit = concept !== undefined && state.isReading;
    const next = isVisit && key === 'escape' ? undefined : codexStep(state, key, { count: found.length, hidden });
    return next ? setState(next) : back({ screen: 'title' });
  });
  usePasted((text) => !state.isReading && setState(lookFor(state, state.query + text.split('\n')[0])));

  const card = frame(content.slice(from), {
    width,
    height,
    border: game.border,
    title: line(span(chosen ? cardWords(library, chosen, game.language).name : '', 'heading')),
    aside: hidden > 0 ? line(span(`↓ ${fillMessage(words.more, { count: hidden })}`, 'dim')) : undefined,
  });
  const known = all.filter((each) => isKnown(each.card)).length;
  const cards = () =>
    frame(drawList(game, { cards: found, index: state.index, height: height - 2, isKnown }), {
      width: list,
      height,
      border: game.border,
    });
  const body = state.isReading ? card : beside({ lines: cards(), width: list }, { lines: card, width });
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines
        lines={[
          drawHead(game, state, known, all.length),
          ...body,
          drawKeys(keysOf(game, state, concept), size.columns),
        ]}
      />
    </Box>
  );
}

function firstState(all: readonly IndexedCard[], concept: string | undefined): CodexState {
  const index = all.findIndex(({ card }) => card.concept === concept);
  return { query: '', index: Math.max(0, index), isReading: index >= 0, scroll: 0 };
}

function keysOf({ language }: Game, { isReading }: CodexState, concept: string | undefined): string {
  if (!isReading) return CODEX_WORDS[language].codex['keys.list'];
  return CODEX_WORDS[language].codex[concept === undefined ? 'keys.card' : 'keys.visit'];
}

function drawHead({ language, size }: Game, { query, isReading }: CodexState, known: number, all: number): Line {
  const words = CODEX_WORDS[language].codex;
  const left = [span(` ${words.title}`, 'title'), span(`   ${fillMessage(words.known, { known, all })}`, 'dim')];
  if (isReading) return left;
  const right =
    query === ''
      ? [span(`${words['search-hint']} `, 'dim')]
      : [span(fillMessage(words.search, { query }), 'accent'), span('▏ ', 'accent')];
  const gap = Math.max(2, size.columns - lineColumns([...left, ...right]));
  return [...left, span(' '.repeat(gap)), ...right];
}
