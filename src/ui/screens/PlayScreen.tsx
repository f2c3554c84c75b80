import { Box } from 'ink';
import { isSandbox, nameOf } from '../../game/sandbox.ts';
import type { Session, SessionEvent } from '../../game/session.ts';
import { CommandRows } from '../components/CommandRows.tsx';
import { Framed } from '../components/Framed.tsx';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { type Asked, AskPane, askRows } from '../play/AskPane.tsx';
import { AtTapPane } from '../play/AtTapPane.tsx';
import { askAnswer, askPrediction, asksWide } from '../play/asked.ts';
import { drawSaid, saidRows } from '../play/draw-answered.ts';
import { drawHeader } from '../play/draw-header.ts';
import { drawKeyLine } from '../play/key-line.ts';
import { columnsOf, type Layout, layOut } from '../play/layout.ts';
import { listPage } from '../play/menu-items.ts';
import { PlayPane, paneRows } from '../play/PlayPane.tsx';
import { ThingPane, thingRows } from '../play/ThingPane.tsx';
import { GoalsPane, goalRows, MapPane } from '../play/TopPanes.tsx';
import { type Play, usePlay } from '../play/use-play.ts';

interface PlayScreenProps {
  readonly session: Session;
  /** Lines typed into the command line before, in any level. */
  readonly history: readonly string[];
  dispatch(event: SessionEvent): Session;
  remember(line: string): void;
}

export function PlayScreen({ session, history, dispatch, remember }: PlayScreenProps) {
  const game = useGame();
  const play = usePlay({ session, dispatch, remember });
  const { state } = play;
  const asked = askedNow(session, play, game);
  const said = drawSaid(session, play, game);
  const layout = layOut(game.size, { ...wishesOf(session, play, asked, game), said: saidRows(said, state) });
  const panes = { session, state, layout, onClick: play.clicks };
  const place = isSandbox(session) ? nameOf(session) : game.library.find(session.level.id)?.position;
  const title = [place, game.levelText(session.level.id).title].filter(Boolean).join('  ');
  return (
    <Box flexDirection="column" width={game.size.columns} height={game.size.rows}>
      <Lines lines={[drawHeader(session, title, game.catalog, game.size.columns)]} />
      <Box flexShrink={0}>
        <Box flexDirection="column" width={layout.left} flexShrink={0}>
          <MapPane {...panes} />
          {layout.thing > 0 && <ThingPane session={session} state={state} width={layout.left} height={layout.thing} />}
        </Box>
        <Box flexDirection="column" width={layout.right} flexShrink={0}>
          <GoalsPane {...panes} />
          {layout.atTap > 0 && <AtTapPane session={session} state={state} width={layout.right} height={layout.atTap} />}
          {layout.menu > 0 && <MenuPane session={session} play={play} layout={layout} />}
        </Box>
      </Box>
      <LowerPane session={session} play={play} asked={asked} height={layout.pane} />
      {layout.pane === 0 && (
        <CommandRows session={session} play={play} history={history} said={said} rows={layout.said} />
      )}
      <Lines lines={[drawKeys(drawKeyLine(session, state, game), game.size.columns)]} />
    </Box>
  );
}

/** What is asked over the whole width, when something is. */
function askedNow(session: Session, { state }: Play, game: Game): Asked | undefined {
  if (state.asking === 'predict') return askPrediction(session, state.isSure, game);
  const isInMenu = state.asking === 'menu' && state.pane === 'none';
  return isInMenu && asksWide(state.menu.tool) ? askAnswer(session, state.menu, game) : undefined;
}

function wishesOf(session: Session, play: Play, asked: Asked | undefined, game: Game) {
  const { state } = play;
  const { left, right } = columnsOf(game.size);
  return {
    pane: asked ? askRows(asked, game.size.columns) : paneRows(session, state, game),
    thing: thingRows(session, game, left - 2),
    atTap: state.pane === 'packet' && !state.tables,
    ...goalRows(session, state, right - 2, game),
    menu: Math.max(6, session.level.tools.length + 1),
  };
}

interface LowerPaneProps {
  readonly session: Session;
  readonly play: Play;
  readonly asked: Asked | undefined;
  readonly height: number;
}

function LowerPane({ session, play, asked, height }: LowerPaneProps) {
  const { columns } = useGame().size;
  const { state } = play;
  if (height === 0) return null;
  const pane = { session, state, width: columns, height, onClick: play.clicks };
  if (!asked) return <PlayPane {...pane} />;
  const predicting = state.asking === 'predict';
  return (
    <AskPane
      key={predicting ? 'predict' : menuKey(session, play)}
      asked={asked}
      width={columns}
      height={height}
      onSelect={predicting ? (choice) => play.predict(choice || undefined) : play.chooseItem}
      {...(!predicting && { onHighlight: play.highlight })}
    />
  );
}

/** A menu begins anew at its top whenever what it lists is another thing. */
function menuKey({ past, sends }: Session, { state }: Play): string {
  const { tool, answers, about } = state.menu;
  return `${sends}:${past.length}:${about}:${tool?.name}:${answers.length}`;
}

interface MenuPaneProps {
  readonly session: Session;
  readonly play: Play;
  readonly layout: Layout;
}

function MenuPane({ session, play, layout }: MenuPaneProps) {
  const { catalog, levelText } = useGame();
  const { state } = play;
  const text = levelText(session.level.id);
  const page = listPage(session.present.world, session.level.tools, state.menu, catalog, text);
  return (
    <Framed width={layout.right} height={layout.menu} title={page.title}>
      <Menu
        key={menuKey(session, play)}
        items={page.items}
        width={layout.right - 4}
        height={layout.menu - 2}
        isFocused={state.asking === 'menu'}
        initialIndex={state.menu.tool || state.menu.about !== undefined ? 0 : state.menuAt}
        onSelect={play.chooseItem}
        onHighlight={play.highlight}
      />
    </Framed>
  );
}
