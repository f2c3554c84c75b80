import { beliefsShown } from '../game/beliefs.ts';
import { type Session, type SessionEvent, scoreOf, starsOf } from '../game/session.ts';
import { DAILY_VERSION, dateOfDaily } from '../levels/daily/date.ts';
import type { DailyRecord, DailyRecords } from '../progress/daily.ts';
import type { Change } from '../progress/progress.ts';
import { noteShown } from '../progress/review.ts';

/** What any event adds to the save, if it adds anything: an edit only the beliefs that it shows. */
export function changeAfter(
  event: SessionEvent['type'],
  session: Session,
  time: string,
  days: DailyRecords,
): Change | undefined {
  if (event === 'send') return changeAfterSend(session, time, days);
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
export function changeAfterSend(session: Session, time: string, days: DailyRecords): Change {
  const { level, hints, prediction, sent } = session;
  const shown = noteBeliefs(session, 'send', time);
  const date = dateOfDaily(level.id);
  if (date !== undefined) return { ...shown, daily: { [date]: recordDay(session, time, days[date]) } };
  const settled =
    prediction?.met === undefined
      ? {}
      : {
          prediction: {
            right: prediction.met,
            ...(prediction.choice !== undefined && { choice: prediction.choice }),
            ...(prediction.sure !== undefined && { sure: prediction.sure }),
          },
        };
  const seen = { hints, ...settled };
  if (!sent?.solved) return { ...shown, levels: { [level.id]: seen } };
  const { moves, cost, exposure } = scoreOf(session);
  return {
    ...shown,
    levels: {
      [level.id]: {
        ...seen,
        ...(level.fault && { faults: [level.fault.id] }),
        solved: true,
        stars: starsOf(session),
        moves,
        dollars: cost,
        exposure,
        solvedAt: time,
      },
    },
  };
}

/** One more send of a daily packet; once it is solved nothing is added. */
function recordDay(session: Session, time: string, known: DailyRecord | undefined): DailyRecord {
  const isNew = known?.version !== DAILY_VERSION;
  if (!isNew && known.solvedAt !== undefined) return known;
  const goals = session.sent?.goals ?? [];
  const marks = goals.map(({ met }) => Number(met)).join('');
  const { moves, par, cost, exposure } = scoreOf(session);
  const tried = { version: DAILY_VERSION, par, sends: [...(isNew ? [] : known.sends), marks] };
  if (!session.sent?.solved) return tried;
  return { ...tried, solvedAt: time, moves, dollars: cost, exposure, stars: starsOf(session) };
}
