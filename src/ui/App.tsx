import { Box, Text, useApp, usePaste, useWindowSize } from 'ink';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { World } from '../cloud/world.ts';
import { invariant } from '../invariant.ts';
import type { Library } from '../levels/library.ts';
import { SANDBOX } from '../levels/sandbox-id.ts';
import { dealFault } from '../progress/deal-fault.ts';
import { explainNotice } from '../progress/explain-notice.ts';
import type { CommandHistory } from '../progress/history.ts';
import type { Change, Save, Settings } from '../progress/progress.ts';
import type { TakenOut } from '../progress/take-out.ts';
import { CATALOGS, type Language } from '../text/catalog.ts';
import { fillMessage } from '../text/message.ts';
import { Lines } from './components/Lines.tsx';
import { drawSaveNotice } from './draw-save-notice.ts';
import { type Game, GameContext, type Route, type RouteTo } from './game-context.ts';
import { useHistory } from './hooks/use-history.ts';
import { useKeys } from './hooks/use-keys.ts';
import { MouseContext, type MouseDevice, useMouseDevice } from './hooks/use-mouse.ts';
import type { Keeper } from './keeper.ts';
import { shownKeys } from './keys.ts';
import type { Sessions } from './level-screens.tsx';
import { LIGHT_SCREENS, type LightScreen } from './light-screens.ts';
import { ASCII, ROUND } from './lines.ts';
import { type LevelScreens, loadedLevelScreens, loadLevelScreens } from './load-level-screens.ts';
import { MINIMUM } from './play/layout.ts';
import { sandboxText } from './sandbox/sandbox-text.ts';
import { type ColourDepth, THEMES, themeFor } from './theme.ts';

export interface AppProps {
  readonly library: Library;
  readonly language: Language;
  readonly first: Route;
  readonly save: Save;
  /** ISO time of now; the only clock of the game. */
  now(): string;
  /** All that there are, unless the terminal says less. */
  readonly colourDepth?: ColourDepth;
  readonly keeper: Pick<Keeper, 'keep' | 'notice' | 'watch'>;
  /** Writes a file that the player takes along. */
  takeOut(name: string, text: string): TakenOut;
  readonly sandboxFolder: string;
  readonly sandboxWorld?: World | undefined;
  /** Lets no key through until what it returns is called. */
  holdKeys(): () => void;
  /** Left out where the terminal is asked for none. */
  readonly mouse?: MouseDevice;
  /** The lines typed in earlier games, read once the first frame is on screen; left out where none are kept. */
  openHistory?(): Promise<CommandHistory>;
}

export function App({
  library,
  language: given,
  first,
  save: saved,
  colourDepth = 24,
  now,
  keeper,
  takeOut,
  sandboxFolder,
  sandboxWorld,
  holdKeys,
  mouse,
  openHistory,
}: AppProps) {
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const [route, setRoute] = useState(first);
  const [visited, setVisited] = useState<Route>();
  const [save, setSave] = useState(saved);
  // What --lang asks for stands until the player chooses another in the settings.
  const [language, setLanguage] = useState(given);
  const [sessions, setSessions] = useState<Sessions>({});
  const { history, remember } = useHistory(openHistory);
  const mouseTargets = useMouseDevice(mouse, save.settings.mouse === true);
  const newest = useRef(sessions);
  const titleEntry = useRef<string>(undefined);
  useKeys((key) => key === 'ctrl-c' && exit());
  // What is pasted where nothing takes it must not be played as keys.
  usePaste(() => {});

  const levels = useLevelScreens(library);
  // What goTo asks: it is made once, before they are loaded.
  const ready = useRef(levels);
  ready.current = levels;
  const releaseKeys = useRef<() => void>(undefined);
  useEffect(() => {
    if (levels) releaseKeys.current?.();
  }, [levels]);

  const keepChange = (change: Change) => setSave(keeper.keep(change));
  const holdUntilLoaded = (to: Route) => {
    if (!ready.current && !isLight(to)) releaseKeys.current ??= holdKeys();
  };
  const visit = (to: Route) => {
    holdUntilLoaded(to);
    setVisited(to);
  };
  const goTo = (to: Route) => {
    holdUntilLoaded(to);
    // A level that was won is played afresh; one that was left waits as it was.
    if (to.screen === 'play' && newest.current[to.levelId]?.sent?.solved) {
      const { [to.levelId]: _, ...others } = newest.current;
      newest.current = others;
      setSessions(others);
    }
    setSeen(keeper.notice());
    setVisited(undefined);
    setRoute(to);
  };

  const notice = useSyncExternalStore(keeper.watch, keeper.notice);
  const [seen, setSeen] = useState<typeof notice>();
  const isTold = notice !== undefined && (notice !== seen || route.screen === 'title');
  const noticeLines = drawSaveNotice(isTold ? explainNotice(notice, CATALOGS[language]) : undefined, columns);

  /** A level that is being played keeps its fault, whatever the save says meanwhile. */
  const faultOf = (id: string): string | undefined => {
    const session = newest.current[id];
    return (session?.sent?.solved ? undefined : session?.level.fault?.id) ?? dealFault(library, id, save);
  };
  const isSmall = columns < MINIMUM.columns || rows < MINIMUM.rows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions reach only what never changes.
  const game = useMemo<Game>(() => {
    const catalog = CATALOGS[language];
    const { settings } = save;
    const ascii = settings.ascii ?? false;
    const themeName = themeFor(settings.theme, colourDepth);
    return {
      library,
      language,
      catalog,
      theme: THEMES[themeName],
      themeName,
      colourDepth,
      keys: shownKeys(settings.keys),
      border: ascii ? ASCII : ROUND,
      ascii,
      size: { columns: Math.max(columns, MINIMUM.columns), rows: Math.max(rows, MINIMUM.rows) - noticeLines.length },
      isHidden: isSmall,
      progress: save,
      settings,
      say: (key, values) => fillMessage(catalog.game[key], values),
      levelText: (id) => textOf(library, id, language, faultOf(id)),
      level: (id) => levelOf(library, id, faultOf(id)),
      titleEntry,
      goTo,
      visit,
      back: goTo,
      keep: keepChange,
      takeOut,
      sandboxFolder,
      sandboxWorld,
      now,
      quit: exit,
      saveSettings: (change: Partial<Settings>) => {
        keepChange({ settings: change });
        if (change.language) setLanguage(change.language);
      },
    };
  }, [library, language, columns, rows, save, noticeLines.length]);

  const beneath = useMemo<Game>(() => ({ ...game, isHidden: game.isHidden || visited !== undefined }), [game, visited]);
  const above = useMemo<Game>(() => ({ ...game, back: () => setVisited(undefined) }), [game]);
  const screenOf = (to: Route) => {
    if (isLight(to)) {
      const Light = LIGHT_SCREENS[to.screen];
      return <Light />;
    }
    return levels && <levels.LevelScreen route={to} {...{ newest, setSessions, history, remember }} />;
  };

  return (
    <MouseContext.Provider value={mouseTargets}>
      {isSmall && <TooSmall say={game.say} size={{ columns, rows }} />}
      <GameContext.Provider value={beneath}>
        <Box display={beneath.isHidden ? 'none' : 'flex'}>{screenOf(route)}</Box>
      </GameContext.Provider>
      {visited && (
        <GameContext.Provider value={above}>
          <Box display={isSmall ? 'none' : 'flex'}>{screenOf(visited)}</Box>
        </GameContext.Provider>
      )}
      <GameContext.Provider value={game}>
        <Box display={isSmall ? 'none' : 'flex'}>
          <Lines lines={noticeLines} />
        </Box>
      </GameContext.Provider>
    </MouseContext.Provider>
  );
}

/** One calm sentence; the game goes on by itself, where it was, once there is room. */
function TooSmall({ say, size }: Pick<Game, 'say' | 'size'>) {
  return <Text>{say('app.too-small', { ...MINIMUM, haveColumns: size.columns, haveRows: size.rows })}</Text>;
}

/** Whether a screen can be drawn before those of the levels are loaded. */
function isLight(route: Route): route is RouteTo<LightScreen> {
  return route.screen in LIGHT_SCREENS;
}

/** Begins to load them once the first frame is on screen. */
function useLevelScreens(library: Library): LevelScreens | undefined {
  const [levels, setLevels] = useState(loadedLevelScreens);
  useEffect(() => {
    if (levels) return;
    const load = async () => {
      const [loaded] = await Promise.all([loadLevelScreens(), library.prepare?.()]);
      setLevels(loaded);
    };
    void load();
  }, [levels, library]);
  return levels;
}

function levelOf(library: Library, id: string, fault: string | undefined) {
  const level = library.level(id, fault);
  invariant(level.ok, `level ${id} does not read: ${level.ok ? '' : JSON.stringify(level.error[0])}`);
  return level.value;
}

function textOf(library: Library, id: string, language: Language, fault: string | undefined) {
  if (id === SANDBOX) return sandboxText(CATALOGS[language]);
  const text = library.text(id, language, fault);
  invariant(text.ok, `the text of ${id} does not read: ${text.ok ? '' : JSON.stringify(text.error[0])}`);
  return text.value;
}
