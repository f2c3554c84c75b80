import { Text, useApp, useWindowSize } from 'ink';
import { useMemo, useRef, useState } from 'react';
import { reduceSession, type Session, type SessionEvent, scoreOf, starsOf, startSession } from '../game/session.ts';
import { invariant } from '../invariant.ts';
import type { Library } from '../levels/library.ts';
import type { Change, Save, Settings } from '../progress/progress.ts';
import { CATALOGS, type Language } from '../text/catalog.ts';
import { fillMessage } from '../text/message.ts';
import { type Game, GameContext, type Route } from './game-context.ts';
import { useKeys } from './hooks/use-keys.ts';
import { ASCII, ROUND } from './lines.ts';
import { MINIMUM } from './play/layout.ts';
import { BriefingScreen } from './screens/BriefingScreen.tsx';
import { ChaptersScreen } from './screens/ChaptersScreen.tsx';
import { PlayScreen } from './screens/PlayScreen.tsx';
import { ResultScreen } from './screens/ResultScreen.tsx';
import { SettingsScreen } from './screens/SettingsScreen.tsx';
import { TitleScreen } from './screens/TitleScreen.tsx';
import { THEMES, type ThemeName } from './theme.ts';

export interface AppProps {
  readonly library: Library;
  readonly language: Language;
  readonly first: Route;
  readonly save: Save;
  /** ISO time of now; the only clock of the game. */
  now(): string;
  /** Keeps a change, and gives the save as it then is. */
  keep(change: Change): Save;
}

export function App({ library, language: given, first, save: saved, now, keep }: AppProps) {
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const [route, setRoute] = useState(first);
  const [save, setSave] = useState(saved);
  // What --lang asks for stands until the player chooses another in the settings.
  const [language, setLanguage] = useState(given);
  const [sessions, setSessions] = useState<Readonly<Record<string, Session>>>({});
  const [history, setHistory] = useState<readonly string[]>([]);
  // Several keys may come in one read, before React draws again: each must see what the one before it did.
  const newest = useRef(sessions);
  useKeys((key) => key === 'ctrl-c' && exit());

  const keepChange = (change: Change) => setSave(keep(change));
  const sessionOf = (levelId: string) => newest.current[levelId] ?? startSession(levelOf(library, levelId));
  const dispatch = (levelId: string, event: SessionEvent): Session => {
    const session = reduceSession(sessionOf(levelId), event);
    newest.current = { ...newest.current, [levelId]: session };
    setSessions(newest.current);
    if (event.type === 'send') keepChange(changeAfterSend(session, now()));
    return session;
  };
  const goTo = (to: Route) => {
    // A level that was won is played afresh; one that was left waits as it was.
    if (to.screen === 'play' && newest.current[to.levelId]?.sent?.solved) {
      const { [to.levelId]: _, ...others } = newest.current;
      newest.current = others;
      setSessions(others);
    }
    setRoute(to);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions reach only what never changes.
  const game = useMemo<Game>(() => {
    const catalog = CATALOGS[language];
    const { settings } = save;
    const ascii = settings.ascii ?? false;
    return {
      library,
      language,
      catalog,
      theme: THEMES[(settings.theme ?? 'dark') as ThemeName] ?? THEMES.dark,
      border: ascii ? ASCII : ROUND,
      ascii,
      size: { columns, rows },
      progress: save,
      settings,
      say: (key, values) => fillMessage(catalog.game[key], values),
      levelText: (id) => textOf(library, id, language),
      level: (id) => levelOf(library, id),
      goTo,
      quit: exit,
      saveSettings: (change: Partial<Settings>) => {
        keepChange({ settings: change });
        if (change.language) setLanguage(change.language);
      },
    };
  }, [library, language, columns, rows, save]);

  if (columns < MINIMUM.columns || rows < MINIMUM.rows) return <TooSmall game={game} />;
  return (
    <GameContext.Provider value={game}>
      <Screen
        route={route}
        session={sessionOf}
        history={history}
        dispatch={dispatch}
        remember={(line) => setHistory([...history, line])}
      />
    </GameContext.Provider>
  );
}

interface ScreenProps {
  readonly route: Route;
  readonly history: readonly string[];
  session(levelId: string): Session;
  dispatch(levelId: string, event: SessionEvent): Session;
  remember(line: string): void;
}

function Screen({ route, session, history, dispatch, remember }: ScreenProps) {
  switch (route.screen) {
    case 'title':
      return <TitleScreen />;
    case 'chapters':
      return <ChaptersScreen levelId={route.levelId} />;
    case 'briefing':
      return <BriefingScreen levelId={route.levelId} />;
    case 'result':
      return <ResultScreen session={route.session} />;
    case 'settings':
      return <SettingsScreen />;
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

/** One calm sentence; the game goes on by itself once there is room. */
function TooSmall({ game }: { readonly game: Game }) {
  const { size, say } = game;
  return <Text>{say('app.too-small', { ...MINIMUM, haveColumns: size.columns, haveRows: size.rows })}</Text>;
}

function levelOf(library: Library, id: string) {
  const level = library.level(id);
  invariant(level.ok, `level ${id} does not read: ${level.ok ? '' : JSON.stringify(level.error[0])}`);
  return level.value;
}

function textOf(library: Library, id: string, language: Language) {
  const text = library.text(id, language);
  invariant(text.ok, `the text of ${id} does not read: ${text.ok ? '' : JSON.stringify(text.error[0])}`);
  return text.value;
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
