// All that a level takes: its screens, its session and, behind them, every operation and the whole simulator. Loaded once the title
// is on screen, because it takes as long again as the title.

import type { RefObject } from 'react';
import { reduceSession, type Session, type SessionEvent, scoreOf, starsOf, startSession } from '../game/session.ts';
import type { Change } from '../progress/progress.ts';
import { type Route, useGame } from './game-context.ts';
import { BriefingScreen } from './screens/BriefingScreen.tsx';
import { ChaptersScreen } from './screens/ChaptersScreen.tsx';
import { PlayScreen } from './screens/PlayScreen.tsx';
import { ResultScreen } from './screens/ResultScreen.tsx';

export type Sessions = Readonly<Record<string, Session>>;

export interface LevelScreenProps {
  readonly route: Exclude<Route, { screen: 'title' | 'settings' }>;
  /** Several keys may come in one read, before React draws again: each must see what the one before it did. */
  readonly newest: RefObject<Sessions>;
  readonly history: readonly string[];
  setSessions(sessions: Sessions): void;
  remember(line: string): void;
  keep(change: Change): void;
  /** ISO time of now. */
  now(): string;
}

export function LevelScreen({ route, newest, history, setSessions, remember, keep, now }: LevelScreenProps) {
  const { level } = useGame();
  const sessionOf = (levelId: string) => newest.current[levelId] ?? startSession(level(levelId));
  const dispatch = (levelId: string, event: SessionEvent): Session => {
    const session = reduceSession(sessionOf(levelId), event);
    newest.current = { ...newest.current, [levelId]: session };
    setSessions(newest.current);
    if (event.type === 'send') keep(changeAfterSend(session, now()));
    return session;
  };
  switch (route.screen) {
    case 'chapters':
      return <ChaptersScreen levelId={route.levelId} />;
    case 'briefing':
      return <BriefingScreen levelId={route.levelId} />;
    case 'result':
      return <ResultScreen session={route.session} />;
    case 'play':
      return (
        <PlayScreen
          key={route.levelId}
          session={sessionOf(route.levelId)}
          history={history}
          dispatch={(event) => dispatch(route.levelId, event)}
          remember={remember}
        />
      );
  }
}

/** What a send adds to the save: a win with its figures, and in any case the hints and the prediction. */
function changeAfterSend(session: Session, time: string): Change {
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
