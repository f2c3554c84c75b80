import { Box } from 'ink';
import type { Tool } from '../../control/form.ts';
import { findOperation } from '../../control/operations/registry.ts';
import type { Level, LevelText } from '../../levels/level.ts';
import type { Catalog } from '../../text/catalog.ts';
import { columns, wrapColumns } from '../../text/columns.ts';
import { Lines } from '../components/Lines.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { toolLabel } from '../labels.ts';
import { homeOf } from '../level-home.ts';
import { type Line, line, span } from '../lines.ts';

interface BriefingScreenProps {
  readonly levelId: string;
}

/** Three lines of story, the goals, the tools: ten seconds of reading. */
export function BriefingScreen({ levelId }: BriefingScreenProps) {
  const game = useGame();
  const { size, say, goTo, library, levelText, level, ascii } = game;
  useKeys((key) => {
    if (key === 'enter' || key === 'space') goTo({ screen: 'play', levelId });
    if (key === 'q' || key === 'escape' || key === 'left') goTo(homeOf(levelId));
  });
  const text = levelText(levelId);
  const { goals, par, bestKnown } = level(levelId);
  const width = Math.min(size.columns, 90) - 4;
  const paragraph = (words: string): readonly Line[] => wrapColumns(words, width).map((row) => line('  ', row));
  const heading = (words: string) => line('  ', span(words, 'heading'));
  const lines: readonly Line[] = [
    line(
      span(` ${library.find(levelId)?.position ?? ''}  ${text.title}`, 'title'),
      span(`   ${say(bestKnown ? 'briefing.best-known' : 'briefing.par', { par })}`, 'dim'),
    ),
    [],
    ...text.story.flatMap(paragraph),
    [],
    heading(say('briefing.goals')),
    ...goals.map(({ id }) => line(span(ascii ? '  o ' : '  ○ ', 'accent'), text.goals[id] ?? id)),
    [],
    heading(say('briefing.tools')),
    ...drawTools(level(levelId), game, width),
  ];
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Box flexDirection="column" flexGrow={1} paddingTop={1} overflow="hidden">
        <Lines lines={asFarAsThereIsRoom(lines, size.rows - OWN_ROWS)} />
      </Box>
      <Lines lines={[drawKeys(say('briefing.keys'), size.columns)]} />
    </Box>
  );
}

/** The row above, and the keys. */
const OWN_ROWS = 2;

/** What does not fit is the end of the tools; the menu has them all. */
function asFarAsThereIsRoom(lines: readonly Line[], room: number): readonly Line[] {
  return lines.length <= room ? lines : [...lines.slice(0, room - 1), line('  ', span('…', 'dim'))];
}

/** What may be done here, each tool once and never broken in the middle. */
function drawTools({ id, tools }: Level, { catalog, say, levelText }: Game, width: number): readonly Line[] {
  const names = [...new Set(tools.flatMap((tool) => nameOf(tool, catalog, levelText(id)) ?? []))];
  const isLab = tools.some(({ name }) => findOperation(name)?.service === 'lab' && !ANSWERS.has(name));
  return [
    ...wrapList(names.length > 0 ? names : [say('briefing.only-answers')], width),
    ...(isLab ? wrapList([say('briefing.lab')], width) : []),
  ].map((row) => line('  ', span(row, 'dim')));
}

const ANSWERS: ReadonlySet<string> = new Set(['Answer', 'PlaceTile', 'TakeTile']);

function nameOf(tool: Tool, catalog: Catalog, text: LevelText): string | undefined {
  if (tool.name === 'PlaceTile') return catalog.game['briefing.order'];
  return ANSWERS.has(tool.name) ? undefined : toolLabel(catalog, text, tool);
}

function wrapList(names: readonly string[], width: number): readonly string[] {
  const rows: string[] = [];
  for (const name of names) {
    const joined = `${rows.at(-1)} · ${name}`;
    if (rows.length > 0 && columns(joined) <= width) rows[rows.length - 1] = joined;
    else rows.push(...wrapColumns(name, width));
  }
  return rows;
}
