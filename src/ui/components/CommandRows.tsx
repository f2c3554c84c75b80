import type { Session } from '../../game/session.ts';
import { useGame } from '../game-context.ts';
import { padLine } from '../lines.ts';
import { completeTyped } from '../play/complete-typed.ts';
import { drawAnswered, drawBelowMenu } from '../play/draw-answered.ts';
import type { Play } from '../play/use-play.ts';
import { CommandLine } from './CommandLine.tsx';
import { Lines } from './Lines.tsx';

interface CommandRowsProps {
  readonly session: Session;
  readonly play: Play;
  /** Lines typed before, oldest first. */
  readonly history: readonly string[];
  readonly rows: number;
}

/** What the menu is about to do as a command, and what the last event had to say; or the line being typed. */
export function CommandRows({ session, play, history, rows }: CommandRowsProps) {
  const game = useGame();
  const { columns } = game.size;
  const { state, commands } = play;
  const fill = (lines: ReturnType<typeof drawAnswered>, count: number) =>
    Array.from({ length: count }, (_, index) => padLine(lines[index] ?? [], columns));
  if (state.asking !== 'command') return <Lines lines={fill(drawBelowMenu(session, play, game), rows)} />;
  const known = { world: session.present.world, tools: session.level.tools, variables: commands.variables.keys() };
  return (
    <CommandLine
      key={commands.said.turn}
      draft={state.draft}
      history={history}
      complete={(text, cursor) => completeTyped(known, text, cursor)}
      width={columns}
      below={fill(drawAnswered(session, commands.said, game), rows - 1)}
      onRun={commands.run}
      onClose={play.closeCommand}
    />
  );
}
