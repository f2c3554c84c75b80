// All that a level takes: its screens, its session and, behind them, every operation and the whole simulator. Loaded once the title
// is on screen, because it takes as long again as the title.

import type { ComponentType, ReactNode, RefObject } from 'react';
import { reduceSandbox, startSandbox } from '../game/sandbox.ts';
import { reduceSession, type Session, type SessionEvent, startSession } from '../game/session.ts';
import { SANDBOX } from '../levels/sandbox-id.ts';
import { changeAfter } from './change-after-send.ts';
import { type Route, type RouteTo, useGame } from './game-context.ts';
import type { LightScreen } from './light-screens.ts';
import { BriefingScreen } from './screens/BriefingScreen.tsx';
import { ChaptersScreen } from './screens/ChaptersScreen.tsx';
import { CodexScreen } from './screens/CodexScreen.tsx';
import { DailyScreen } from './screens/DailyScreen.tsx';
import { PlayScreen } from './screens/PlayScreen.tsx';
import { ResultScreen } from './screens/ResultScreen.tsx';
import { ReviewScreen } from './screens/ReviewScreen.tsx';
import { SandboxScreen } from './screens/SandboxScreen.tsx';
import { TakeHomeScreen } from './screens/TakeHomeScreen.tsx';

export type Sessions = Readonly<Record<string, Session>>;

export interface LevelScreenProps {
  readonly route: LevelRoute;
  /** Several keys may come in one read, before React draws again: each must see what the one before it did. */
  readonly newest: RefObject<Sessions>;
  readonly history: readonly string[];
  setSessions(sessions: Sessions): void;
  remember(line: string): void;
}

type LevelRoute = Exclude<Route, { screen: LightScreen }>;

/** The sessions of the levels, and the lines typed in them. */
interface Desk {
  readonly history: readonly string[];
  sessionOf(levelId: string): Session;
  /** The sandbox that is open, if one is. */
  sandbox(): Session | undefined;
  /** Puts a session in the place of its level's. */
  open(session: Session): void;
  dispatch(levelId: string, event: SessionEvent): Session;
  remember(line: string): void;
}

interface ScreenProps<Name extends LevelRoute['screen']> {
  readonly route: RouteTo<Name>;
  readonly desk: Desk;
}

const SCREENS: { readonly [Name in LevelRoute['screen']]: (props: ScreenProps<Name>) => ReactNode } = {
  chapters: ({ route }) => <ChaptersScreen levelId={route.levelId} />,
  briefing: ({ route }) => <BriefingScreen levelId={route.levelId} />,
  play: ({ route: { levelId }, desk: { history, sessionOf, dispatch, remember } }) => (
    <PlayScreen
      key={levelId}
      session={sessionOf(levelId)}
      history={history}
      dispatch={(event) => dispatch(levelId, event)}
      remember={remember}
    />
  ),
  result: ({ route }) => <ResultScreen session={route.session} />,
  'take-home': ({ route }) => <TakeHomeScreen session={route.session} />,
  sandbox: ({ desk: { sandbox, open } }) => <SandboxScreen session={sandbox()} open={open} />,
  'sandbox-play': ({ desk: { history, sessionOf, dispatch, remember } }) => (
    <PlayScreen
      key={SANDBOX}
      session={sessionOf(SANDBOX)}
      history={history}
      dispatch={(event) => dispatch(SANDBOX, event)}
      remember={remember}
    />
  ),
  daily: ({ route }) => <DailyScreen date={route.date} />,
  review: () => <ReviewScreen />,
  codex: ({ route }) => <CodexScreen concept={route.concept} />,
};

export function LevelScreen({ route, newest, history, setSessions, remember }: LevelScreenProps) {
  const { level, keep, now, progress, sandboxWorld } = useGame();
  const sandbox = () => newest.current[SANDBOX] ?? (sandboxWorld && startSandbox(sandboxWorld));
  const sessionOf = (levelId: string): Session =>
    (levelId === SANDBOX ? sandbox() : newest.current[levelId]) ?? startSession(level(levelId));
  const open = (session: Session) => {
    newest.current = { ...newest.current, [session.level.id]: session };
    setSessions(newest.current);
  };
  const dispatch = (levelId: string, event: SessionEvent): Session => {
    const reduce = levelId === SANDBOX ? reduceSandbox : reduceSession;
    const session = reduce(sessionOf(levelId), event);
    open(session);
    const change = levelId === SANDBOX ? undefined : changeAfter(event.type, session, now(), progress.daily);
    if (change) keep(change);
    return session;
  };
  // The registry gives each screen the route of its own name.
  const Screen = SCREENS[route.screen] as ComponentType<{ readonly route: Route; readonly desk: Desk }>;
  return <Screen route={route} desk={{ history, sessionOf, sandbox, open, dispatch, remember }} />;
}
