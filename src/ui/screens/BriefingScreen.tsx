import { Box } from 'ink';
import { wrapColumns } from '../../text/columns.ts';
import { Lines } from '../components/Lines.tsx';
import { useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { toolLabel } from '../labels.ts';
import { type Line, line, span } from '../lines.ts';
import { drawKeys } from '../play/draw-header.ts';

interface BriefingScreenProps {
  readonly levelId: string;
}

/** Three lines of story, the goals, the tools: ten seconds of reading. */
export function BriefingScreen({ levelId }: BriefingScreenProps) {
  const { size, say, goTo, library, levelText, level, catalog, ascii } = useGame();
  useKeys((key) => {
    if (key === 'enter' || key === 'space') goTo({ screen: 'play', levelId });
    if (key === 'q' || key === 'escape' || key === 'left') goTo({ screen: 'chapters', levelId });
  });
  const text = levelText(levelId);
  const { goals, tools, par } = level(levelId);
  const width = Math.min(size.columns, 90) - 4;
  const paragraph = (words: string): readonly Line[] => wrapColumns(words, width).map((row) => line('  ', row));
  const heading = (words: string) => line('  ', span(words, 'heading'));
  const names = [...new Set(tools.map((tool) => (tool.values?.Question ? '' : toolLabel(catalog, text, tool))))].filter(
    Boolean,
  );
  const lines: readonly Line[] = [
    line(
      span(` ${library.find(levelId)?.position ?? ''}  ${text.title}`, 'title'),
      span(`   ${say('briefing.par', { par })}`, 'dim'),
    ),
    [],
    ...text.story.flatMap(paragraph),
    [],
    heading(say('briefing.goals')),
    ...goals.map(({ id }) => line(span(ascii ? '  o ' : '  ○ ', 'accent'), text.goals[id] ?? id)),
    [],
    heading(say('briefing.tools')),
    ...wrapColumns(names.join(' · ') || say('briefing.only-answers'), width).map((row) => line('  ', span(row, 'dim'))),
  ];
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Box flexDirection="column" flexGrow={1} paddingTop={1} overflow="hidden">
        <Lines lines={lines} />
      </Box>
      <Lines lines={[drawKeys(say('briefing.keys'), size.columns)]} />
    </Box>
  );
}
