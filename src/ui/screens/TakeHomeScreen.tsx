import { Box } from 'ink';
import { useEffect, useState } from 'react';
import { TARGETS, type Target } from '../../control/export/resource.ts';
import type { Session } from '../../game/session.ts';
import { wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { fitLine, type Line, line, span } from '../lines.ts';

interface TakeHomeScreenProps {
  readonly session: Session;
}

type Exporter = typeof import('../../control/export/export-world.ts');

/** The answer as a file for a real account: which kind, how it begins, and where it was written. */
export function TakeHomeScreen({ session }: TakeHomeScreenProps) {
  const game = useGame();
  const { size, back, takeOut, catalog } = game;
  const exporter = useExporter();
  const [target, setTarget] = useState<Target>(TARGETS[0]);
  const [said, setSaid] = useState('');
  useKeys((key) => {
    if (key === 'q' || key === 'escape') back({ screen: 'result', session });
  });
  const text = exporter ? write(exporter, session, target, game) : '';
  const name = (each: Target) => `${session.level.id}.${exporter?.EXTENSIONS[each] ?? ''}`;
  const onSelect = (chosen: string) => {
    if (!exporter) return;
    const file = name(chosen as Target);
    const taken = takeOut(file, write(exporter, session, chosen as Target, game));
    const [key, values] =
      'file' in taken ? (['written', taken] as const) : (['failed', { ...taken, name: file }] as const);
    setSaid(fillMessage(catalog.takeHome[key], values));
  };
  const items = TARGETS.map((each) => ({ value: each, label: catalog.takeHome[each], aside: name(each) }));
  const head = drawHead(session, game);
  const told = said ? wrapColumns(said, size.columns - 4).map((row) => line('  ', span(row, 'good'))) : [];
  const room = size.rows - head.length - items.length - told.length - 4;
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={head} />
      <Box paddingLeft={1} flexDirection="column" height={items.length}>
        <Menu
          items={items}
          width={Math.min(size.columns - 2, 76)}
          height={items.length}
          onSelect={onSelect}
          onHighlight={(value) => setTarget(value as Target)}
        />
      </Box>
      <Lines lines={[[], ...told, [], ...drawStart(text, room, game)]} />
      <Box flexGrow={1} />
      <Lines lines={[drawKeys(catalog.takeHome.keys, size.columns)]} />
    </Box>
  );
}

/** Loaded when it is asked for: few take anything home. */
function useExporter(): Exporter | undefined {
  const [exporter, setExporter] = useState<Exporter>();
  useEffect(() => {
    void import('../../control/export/export-world.ts').then(setExporter);
  }, []);
  return exporter;
}

function write({ exportWorld }: Exporter, { level, present }: Session, target: Target, game: Game): string {
  return exportWorld(present.world, target, game.levelText(level.id).title, game.language);
}

function drawHead({ level }: Session, { catalog, size, levelText, library }: Game): readonly Line[] {
  const { position = '' } = library.find(level.id) ?? {};
  const about = wrapColumns(catalog.takeHome.about, Math.min(size.columns, 96) - 4);
  return [
    line(span(` ${catalog.takeHome.title}: `, 'heading'), span(`${position}  ${levelText(level.id).title}`, 'title')),
    [],
    ...about.map((row) => line('  ', row)),
    [],
  ];
}

/** How the file begins, past what stands at its head. */
function drawStart(text: string, room: number, { catalog, size }: Game): readonly Line[] {
  if (!text) return [line('  ', span(catalog.takeHome.working, 'dim'))];
  const rows = text.trimEnd().split('\n');
  return rows.slice(0, Math.max(0, room)).map((row) => fitLine(line('  ', span(row, 'dim')), size.columns - 2));
}
