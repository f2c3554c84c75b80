// All that a level takes: its screens, its session and, behind them, every operation and the whole simulator. Loaded once the title
// is on screen, because it takes as long again as the title.

import type { Session, SessionEvent } from '../game/session.ts';
import type { Route } from './game-context.ts';
import { BriefingScreen } from './screens/BriefingScreen.tsx';
import { ChaptersScreen } from './screens/ChaptersScreen.tsx';
import { PlayScreen } from './screens/PlayScreen.tsx';
import { ResultScreen } from './screens/ResultScreen.tsx';

export { reduceSession, scoreOf, starsOf, startSession } from '../game/session.ts';

export interface LevelScreenProps {
  readonly route: Exclude<Route, { screen: 'title' | 'settings' }>;
  readonly history: readonly string[];
  session(levelId: string): Session;
  dispatch(levelId: string, event: SessionEvent): Session;
  remember(line: string): void;
}

export function LevelScreen({ route, session, history, dispatch, remember }: LevelScreenProps) {
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
          session={session(route.levelId)}
          history={history}
          dispatch={(event) => dispatch(route.levelId, event)}
          remember={remember}
        />
      );
  }
}
