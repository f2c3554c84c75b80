import { Box } from 'ink';
import { titleCode } from '../../dataplane/explain.ts';
import type { Session, SessionEvent } from '../../game/session.ts';
import type { LevelText } from '../../levels/level.ts';
import type { Catalog } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import { CommandLine } from '../components/CommandLine.tsx';
import { Framed } from '../components/Framed.tsx';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { type Game, useGame } from '../game-context.ts';
import { PLAY_KEYS } from '../keys.ts';
import { type Line, line, padLine, span } from '../lines.ts';
import { drawGoals } from '../play/draw-goals.ts';
import { drawHeader, drawKeys } from '../play/draw-header.ts';
import { commandLines, drawNotice } from '../play/draw-notice.ts';
import { type Layout, layOut } from '../play/layout.ts';
import { listPage, previewCommand } from '../play/menu-items.ts';
import { PlayPane, paneRows } from '../play/PlayPane.tsx';
import { PredictPane, predictRows } from '../play/PredictPane.tsx';
import type { PlayState } from '../play/play-state.ts';
import { ThingPane } from '../play/ThingPane.tsx';
import { GoalsPane, MapPane } from '../play/TopPanes.tsx';
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
  const predicting = state.asking === 'predict';
  const rows = predicting ? predictRows(session, game) : paneRows(session, state, game);
  const layout = layOut(game.size, rows, goalRows(session, game));
  const panes = { session, state, layout };
  const { position } = game.library.find(session.level.id) ?? { position: '' };
  const title = `${position}  ${game.levelText(session.level.id).title}`;
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
          {layout.menu > 0 && <MenuPane session={session} play={play} layout={layout} />}
        </Box>
      </Box>
      {layout.pane > 0 && predicting && (
        <PredictPane session={session} play={play} width={game.size.columns} height={layout.pane} />
      )}
      {layout.pane > 0 && !predicting && (
        <PlayPane session={session} state={state} width={game.size.columns} height={layout.pane} />
      )}
      {layout.pane === 0 && <CommandRows session={session} play={play} history={history} />}
      <Lines lines={bottomLines(session, play, game)} />
    </Box>
  );
}

/** As many rows as the goals may come to need, so that a failure does not push the menu about. */
function goalRows(session: Session, { size, levelText, ascii, catalog }: Game): number {
  const width = layOut(size, 0, 0).right - 2;
  const lines = drawGoals({
    session,
    text: levelText(session.level.id),
    width,
    ascii,
    titleCode: (code) => titleCode(code, catalog),
  });
  return lines.length;
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
  const width = layout.right - 4;
  const page = listPage(session.present.world, session.level.tools, state.menu, catalog, text);
  return (
    <Framed width={layout.right} height={layout.menu} title={page.title}>
      <Menu
        key={`${session.sends}:${state.menu.tool?.name}:${state.menu.answers.length}`}
        items={page.items}
        width={width}
        height={layout.menu - 2}
        isFocused={state.asking === 'menu'}
        onSelect={play.chooseItem}
        onHighlight={play.highlight}
      />
    </Framed>
  );
}

interface CommandRowsProps {
  readonly session: Session;
  readonly play: Play;
  readonly history: readonly string[];
}

/** What the menu is about to do as a command, and what the last event had to say; or the line being typed. */
function CommandRows({ session, play, history }: CommandRowsProps) {
  const { size, catalog, levelText, say } = useGame();
  const { state, message } = play;
  const { world } = session.present;
  const text = levelText(session.level.id);
  if (state.asking === 'command') {
    const said = wrapColumns(message ?? say('command.help'), size.columns - 2).slice(0, 1);
    return (
      <Box flexDirection="column" height={3} flexShrink={0}>
        <CommandLine
          world={world}
          tools={session.level.tools}
          history={history}
          width={size.columns}
          onRun={play.run}
          onClose={play.closeCommand}
        />
        <Lines lines={said.map((row) => line(' ', span(row, message ? 'warn' : 'dim')))} />
      </Box>
    );
  }
  const rows = [
    ...previewLines(session, state, catalog, text, size.columns),
    ...drawNotice(session, text, catalog, size.columns),
  ];
  return <Lines lines={Array.from({ length: 3 }, (_, index) => padLine(rows[index] ?? [], size.columns))} />;
}

/** Inside the menu, the command that it is about to make; at its top the last event has the room. */
function previewLines(
  session: Session,
  state: PlayState,
  catalog: Catalog,
  text: LevelText,
  width: number,
): readonly Line[] {
  if (!state.menu.tool) return [];
  const { tools } = session.level;
  const { world } = session.present;
  const first = listPage(world, tools, state.menu, catalog, text).items[0]?.value;
  const preview = previewCommand(world, tools, state.menu, state.highlighted ?? first) ?? '';
  return commandLines(preview, width).slice(0, 2);
}

function bottomLines(session: Session, play: Play, { size, say }: Game): readonly Line[] {
  return [drawKeys(keysFor(session, play.state, say), size.columns)];
}

function keysFor(_: Session, { pane, asking }: PlayState, say: Game['say']): string {
  if (asking === 'command') return say('keys.command');
  if (asking === 'predict') return say('keys.predict');
  if (pane === 'packet') return say('keys.packet');
  if (pane === 'report') return say('keys.report');
  if (pane === 'solved') return say('keys.solved');
  if (pane === 'hints') return say('keys.hint');
  if (pane !== 'none') return say('keys.pane');
  return say('keys.play', Object.fromEntries(PLAY_KEYS.map(({ action, shown }) => [action, shown])));
}
