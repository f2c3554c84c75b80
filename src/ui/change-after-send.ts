import { beliefsShown } from '../game/beliefs.ts';
import { type Session, type SessionEvent, scoreOf, starsOf } from '../game/session.ts';
import type { Change } from '../progress/progress.ts';
import { noteShown } from '../progress/review.ts';

/** What any event adds to the save, if it adds anything: an edit only the beliefs that it shows. */
export function changeAfter(event: SessionEvent['type'], session: Session, time: string): Change | undefined {
  if (event === 'send') return changeAfterSend(session, time);
  const change = noteBeliefs(session, event, time);
  return Object.keys(change.reviews ?? {}).length > 0 ? change : undefined;
}

function noteBeliefs(session: Session, event: SessionEvent['type'], time: string): Change {
  return noteShown(
    beliefsShown(session, event).map(({ id }) => id),
    time,
  );
}

/** What a send adds: a win with its figures, and in any case the hints, the prediction and the beliefs that it shows. */
export function changeAfterSend(session: Session, time: string): Change {
  const { level, hints, prediction, sent } = session;
  const settled =
    prediction?.met === undefined
      ? {}
      : {
          prediction: { right: prediction.met, ...(prediction.choice !== undefined && { choice: prediction.choice }) },
        };
  const seen = { hints, ...settled };
  const shown = noteBeliefs(session, 'send', time);
  if (!sent?.solved) return { ...shown, levels: { [level.id]: seen } };
  const { moves, cost, exposure } = scoreOf(session);
  return {
    ...shown,
    levels: {
      [level.id]: { ...seen, solved: true, stars: starsOf(session), moves, dollars: cost, exposure, solvedAt: time },
    },
  };
}
