import { Box } from 'ink';
import { tapsOf } from '../../dataplane/taps.ts';
import type { Exercise } from '../../levels/review/asking.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { Lines } from '../components/Lines.tsx';
import { drawKeys } from '../draw-keys.ts';
import { useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { frame } from '../lines.ts';
import { drawHead } from './draw-head.ts';
import { drawTold, drawVerdict, lastTap, packetRows } from './draw-told.ts';
import { goOn, type ReviewItem, type ReviewState, walk } from './review-state.ts';

interface ToldProps {
  readonly exercise: Exercise;
  readonly item: ReviewItem;
  readonly state: ReviewState;
  setState(change: (state: ReviewState) => ReviewState): void;
}

/** The packet above, the refutation below. */
export function Told({ exercise, item, state, setState }: ToldProps) {
  const game = useGame();
  const { size, language, border, back, visit } = game;
  const { review } = CATALOGS[language];
  const taps = exercise.packet ? tapsOf(exercise.packet.exchange) : { request: [], reply: [] };
  useKeys((key) => {
    if (key === 'q' || key === 'escape') return back({ screen: 'title' });
    if (key === 'enter' || key === 'space') return setState(goOn);
    if (key === 'c') return visit({ screen: 'codex', concept: item.belief.concept });
    const by = key === 'left' || key === 'h' ? -1 : key === 'right' || key === 'l' ? 1 : 0;
    return by === 0
      ? undefined
      : setState((current) => walk(current, lastTap(exercise), by, taps.request.length + taps.reply.length));
  });
  const rows = packetRows(exercise, game);
  const packet =
    rows === 0
      ? []
      : frame(drawTold(game, exercise, state, size.columns - 2), { width: size.columns, height: rows + 2, border });
  const verdict = drawVerdict(game, exercise, item, state.choice ?? '', Math.min(size.columns, 100));
  const room = size.rows - 2 - packet.length;
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={[drawHead(game, state), ...packet]} />
      <Box flexDirection="column" height={room} overflow="hidden">
        <Lines lines={verdict.slice(0, room)} />
      </Box>
      <Lines lines={[drawKeys(review[exercise.packet ? 'keys.told' : 'keys.refused'], size.columns)]} />
    </Box>
  );
}
