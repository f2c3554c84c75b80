import { Box } from 'ink';
import { nextDay } from '../../progress/review.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { Lines } from '../components/Lines.tsx';
import { drawKeys } from '../draw-keys.ts';
import { useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { paragraph } from '../play/paragraph.ts';
import { drawHead } from './draw-head.ts';
import type { ReviewState } from './review-state.ts';

/** Nothing more to ask today: how it went, and when it goes on. */
export function Over({ state }: { readonly state: ReviewState }) {
  const game = useGame();
  const { size, language, progress, now, back } = game;
  const { review } = CATALOGS[language];
  useKeys((key) => {
    if (['q', 'escape', 'enter', 'space'].includes(key)) back({ screen: 'title' });
  });
  const day = nextDay(progress, now());
  const met = Object.keys(progress.reviews).length > 0;
  const done =
    state.items.length > 0 ? fillMessage(review.done, { right: state.right, all: state.items.length }) : review.none;
  const then = day === undefined ? review[met ? 'all-settled' : 'about'] : fillMessage(review.next, { day });
  const width = Math.min(size.columns, 80);
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Box flexDirection="column" flexGrow={1}>
        <Lines lines={[drawHead(game, state), [], ...paragraph(done, width), ...paragraph(then, width, 'dim')]} />
      </Box>
      <Lines lines={[drawKeys(review['keys.done'], size.columns)]} />
    </Box>
  );
}
