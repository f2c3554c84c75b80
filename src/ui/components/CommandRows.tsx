import type { Session } from '../../game/session.ts';
import { useGame } from '../game-context.ts';
import { type Line, padLine } from '../lines.ts';
import { completeTyped } from '../play/complete-typed.ts';
import type { Play } from '../play/use-play.ts';
import { CommandLine } from './CommandLine.tsx';
import { Lines } from './Lines.tsx';

interface CommandRowsProps {
  readonly session: Session;
  readonly play: Play;
  /** Lines typed before, oldest first. */
  readonly history: readonly string[];
  /** What stands there, and in how many rows. */
  readonly said: readonly Line[];
  readonly rows: number;
}

/** What the menu is about to do as a command, and what the last event had to say; or the line being typed. */
export function CommandRows({ session, play, history, said, rows }: CommandRowsProps) {
  const game = useGame();
  const { columns } = game.size;
  const { state, commands } = play;
  const fill = (count: number) => Array.from({ length: count }, (_, index) => padLine(said[index] ?? [], columns));
  if (state.asking !== 'command') return <Lines lines={fill(rows)} />;
  const known = { world: session.present.world, tools: session.level.tools, variables: commands.variables.keys() };
  return (
    <CommandLine
      key={commands.said.turn}
      draft={state.draft}
      history={history}
      complete={(text, cursor) => completeTyped(known, text, cursor)}
      width={columns}
      below={fill(rows - 1)}
      onRun={commands.run}
      onClose={play.closeCommand}
    />
  );
}
