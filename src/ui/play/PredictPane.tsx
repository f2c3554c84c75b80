import { Box } from 'ink';
import type { Session } from '../../game/session.ts';
import { wrapColumns } from '../../text/columns.ts';
import { Framed } from '../components/Framed.tsx';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { type Game, useGame } from '../game-context.ts';
import { line } from '../lines.ts';
import type { Play } from './use-play.ts';

interface PredictPaneProps {
  readonly session: Session;
  readonly play: Play;
  readonly width: number;
  readonly height: number;
}

/** The question before the first send; its answer comes from the packet. */
export function PredictPane({ session, play, width, height }: PredictPaneProps) {
  const game = useGame();
  const { say, levelText } = game;
  const text = levelText(session.level.id);
  const choices = (session.level.predict?.choices ?? []).map((choice) => ({
    value: choice,
    label: text.choices[choice] ?? choice,
  }));
  const items = [...choices, { value: '', label: say('predict.skip') }];
  const question = questionLines(session, game);
  return (
    <Framed width={width} height={height} title={say('predict.title')}>
      <Lines lines={question.map((row) => line(row))} />
      <Box height={1} flexShrink={0} />
      <Menu
        items={items}
        width={width - 4}
        height={height - 3 - question.length}
        onSelect={(choice) => play.predict(choice || undefined)}
      />
    </Framed>
  );
}

function questionLines(session: Session, { size, levelText }: Game): readonly string[] {
  return wrapColumns(levelText(session.level.id).predict ?? '', size.columns - 4);
}

/** How many rows the question and its choices take, the frame left out. */
export function predictRows(session: Session, game: Game): number {
  return questionLines(session, game).length + 2 + (session.level.predict?.choices.length ?? 0);
}
