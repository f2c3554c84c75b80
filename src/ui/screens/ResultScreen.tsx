import { Box } from 'ink';
import { printCommand } from '../../control/command.ts';
import { conceptInView } from '../../game/beliefs.ts';
import { editsOf } from '../../game/insight.ts';
import { referenceScore, type Score, type Session, scoreOf, starsOf } from '../../game/session.ts';
import { cardWords, listCards } from '../../levels/codex.ts';
import { wrapColumns } from '../../text/columns.ts';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { type Line, line, lineColumns, padLine, span } from '../lines.ts';
import { commandLines } from '../play/draw-notice.ts';

interface ResultScreenProps {
  readonly session: Session;
}

/** The win: stars, your answer beside the reference, and the concept in a few sentences. */
export function ResultScreen({ session }: ResultScreenProps) {
  const game = useGame();
  const { size, say, goTo, visit, library, levelText } = game;
  const at = library.entries.findIndex(({ id }) => id === session.level.id);
  const next = library.entries[at + 1];
  useKeys((key) => {
    if (key === 'q' || key === 'escape') goTo({ screen: 'chapters', levelId: session.level.id });
    if (key === 'c') visit({ screen: 'codex', concept: conceptInView(session) });
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
        <Lines lines={drawResult(session, game, room)} />
      </Box>
      <Box paddingLeft={1} flexDirection="column" flexGrow={1}>
        <Menu items={items} width={Math.min(size.columns - 2, 70)} height={items.length} onSelect={onSelect} />
      </Box>
      <Lines lines={[drawKeys(say('result.keys'), size.columns)]} />
    </Box>
  );
}

/** The commands take the rows that the card leaves. */
function drawResult(session: Session, game: Game, room: number): readonly Line[] {
  const width = Math.min(game.size.columns, 96) - 4;
  const head = [...drawTitle(session, game), ...drawScores(scoreOf(session), referenceScore(session.level), game), []];
  const card = drawCard(session, game, width);
  return [...head, ...drawCommands(session, game, width, room - head.length - card.length), ...card].slice(0, room);
}

function drawTitle(session: Session, { say, size, levelText, library, ascii }: Game): readonly Line[] {
  const stars = starsOf(session);
  const [full, empty] = ascii ? ['*', '.'] : ['★', '☆'];
  const { position = '' } = library.find(session.level.id) ?? {};
  const title = line(
    span(` ${say('result.title')}: `, 'good'),
    span(`${position}  ${levelText(session.level.id).title}   `, 'title'),
    span(full.repeat(stars) + empty.repeat(3 - stars), 'packet'),
  );
  const legend = line(span(`  ${say('result.stars')}`, 'dim'));
  const joined = [...title, ...legend];
  return lineColumns(joined) <= size.columns ? [joined, []] : [title, legend, []];
}

function drawCommands(session: Session, { say }: Game, width: number, room: number): readonly Line[] {
  const commands = editsOf(session).map((edit) =>
    commandLines(printCommand(edit), width).map((row): Line => [span(' '), ...row]),
  );
  const title = line('  ', span(say('result.answer'), 'heading'));
  const rows = commands.flat();
  if (rows.length === 0 || room < 4) return [];
  if (rows.length + 2 <= room) return [title, ...rows, []];
  const shown = rows.slice(0, room - 3);
  return [title, ...shown, line('  ', span(say('menu.more', { count: rows.length - shown.length }), 'dim')), []];
}

function drawCard(session: Session, game: Game, width: number): readonly Line[] {
  const { say, levelText } = game;
  const { card } = levelText(session.level.id);
  const sentences = card.flatMap((sentence) => wrapColumns(sentence, width).map((row) => line('  ', row)));
  return [...drawUnlocked(session, game, width), line('  ', span(say('result.card'), 'heading')), ...sentences];
}

/** The cards that the level has brought into the codex. */
function drawUnlocked({ level }: Session, { say, library, language }: Game, width: number): readonly Line[] {
  const cards = listCards(library).filter(({ levelId }) => levelId === level.id);
  if (cards.length === 0) return [];
  const names = cards.map((card) => cardWords(library, card, language).name).join(', ');
  return wrapColumns(say('result.codex', { names }), width).map((row) => line('  ', span(row, 'accent')));
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
