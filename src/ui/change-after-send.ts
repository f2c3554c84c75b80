import { type Session, scoreOf, starsOf } from '../game/session.ts';
import type { Change } from '../progress/progress.ts';

/** What a send adds to the save: a win with its figures, and in any case the hints and the prediction. */
export function changeAfterSend(session: Session, time: string): Change {
  const { level, hints, prediction, sent } = session;
  const settled =
    prediction?.met === undefined
      ? {}
      : {
          prediction: { right: prediction.met, ...(prediction.choice !== undefined && { choice: prediction.choice }) },
        };
  const seen = { hints, ...settled };
  if (!sent?.solved) return { levels: { [level.id]: seen } };
  const { moves, cost, exposure } = scoreOf(session);
  return {
    levels: {
      [level.id]: { ...seen, solved: true, stars: starsOf(session), moves, dollars: cost, exposure, solvedAt: time },
    },
  };
}
