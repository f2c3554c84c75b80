import { Box } from 'ink';
import type { World } from '../../cloud/world.ts';
import { applyOperation } from '../../control/apply.ts';
import { printCommand } from '../../control/command.ts';
import { type Score, type Session, scoreOf, starsOf } from '../../game/session.ts';
import { listExposure, monthlyCost } from '../../levels/score.ts';
import { wrapColumns } from '../../text/columns.ts';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { type Line, line, padLine, span } from '../lines.ts';
import { commandLines } from '../play/draw-notice.ts';

interface ResultScreenProps {
  readonly session: Session;
}

/** The win: stars, your answer beside the reference, and the concept in a few sentences. */
export function ResultScreen({ session }: ResultScreenProps) {
  const game = useGame();
  const { size, say, goTo, library, levelText } = game;
  const at = library.entries.findIndex(({ id }) => id === session.level.id);
  const next = library.entries[at + 1];
  useKeys((key) => {
    if (key === 'q' || key === 'escape') goTo({ screen: 'chapters', levelId: session.level.id });
  });
  const items = [
    ...(next
      ? [{ value: 'next', label: say('result.next', { position: next.position, title: levelText(next.id).title }) }]
      : []),
    { value: 'again', label: say('result.again') },
    { value: 'levels', label: say('result.levels') },
  ];
  const onSelect = (value: string) => {
    if (value === 'next' && next) goTo({ screen: 'briefing', levelId: next.id });
    else if (value === 'again') goTo({ screen: 'play', levelId: session.level.id });
    else goTo({ screen: 'chapters', levelId: session.level.id });
  };
  const room = size.rows - items.length - 2;
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Box flexDirection="column" height={room} overflow="hidden">
        <Lines lines={drawResult(session, game).slice(0, room)} />
      </Box>
      <Box paddingLeft={1} flexDirection="column">
        <Menu items={items} width={Math.min(size.columns - 2, 70)} height={items.length} onSelect={onSelect} />
      </Box>
    </Box>
  );
}

function drawResult(session: Session, game: Game): readonly Line[] {
  const { size, say, levelText, library, ascii } = game;
  const width = Math.min(size.columns, 96) - 4;
  const text = levelText(session.level.id);
  const stars = starsOf(session);
  const [full, empty] = ascii ? ['*', '.'] : ['★', '☆'];
  const commands = session.past.concat(session.present).flatMap(({ edit }) => (edit ? [printCommand(edit)] : []));
  return [
    [],
    line(
      span(`  ${say('result.title')}: `, 'good'),
      span(`${library.find(session.level.id)?.position ?? ''}  ${text.title}`, 'title'),
    ),
    line(
      '  ',
      span(`${full.repeat(stars)}${empty.repeat(3 - stars)}`, 'packet'),
      span(`  ${say('result.stars')}`, 'dim'),
    ),
    [],
    ...drawScores(scoreOf(session), referenceScore(session), game),
    [],
    ...(commands.length > 0
      ? [
          line('  ', span(say('result.answer'), 'heading')),
          ...commands
            .slice(-8)
            .flatMap((command) => commandLines(command, width).map((row): Line => [span(' '), ...row])),
          [],
        ]
      : []),
    line('  ', span(say('result.card'), 'heading')),
    ...text.card.flatMap((sentence) => wrapColumns(sentence, width).map((row) => line('  ', row))),
    [],
  ];
}

function drawScores(yours: Score, reference: Score, { say }: Game): readonly Line[] {
  const cell = (text: string, width: number) => padLine([span(text)], width);
  const row = (label: string, mine: string, theirs: string, good: boolean): Line => [
    span('  '),
    ...cell(label, 14),
    ...padLine([span(mine, good ? 'good' : 'warn')], 12),
    ...padLine([span(theirs, 'dim')], 12),
  ];
  return [
    row('', say('result.yours'), say('result.reference'), true),
    row(say('result.moves'), String(yours.moves), String(reference.par), yours.moves <= reference.par),
    row(say('result.cost'), yours.cost.toFixed(2), reference.cost.toFixed(2), yours.cost <= reference.cost),
    row(
      say('result.exposure'),
      String(yours.exposure),
      String(reference.exposure),
      yours.exposure <= reference.exposure,
    ),
  ];
}

function referenceScore({ level }: Session): Score {
  const world = level.reference.reduce<World>((current, operation) => {
    const applied = applyOperation(current, operation);
    return applied.ok ? applied.value.world : current;
  }, level.start);
  return { moves: level.par, par: level.par, cost: monthlyCost(world), exposure: listExposure(level, world).length };
}
