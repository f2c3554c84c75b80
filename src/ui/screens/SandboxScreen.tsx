import { Box } from 'ink';
import { useState } from 'react';
import { rebuild } from '../../control/rebuild/rebuild.ts';
import { emptyWorld } from '../../dataplane/read-world.ts';
import { nameOf, packetLines, startSandbox } from '../../game/sandbox.ts';
import type { Session } from '../../game/session.ts';
import { carryOut } from '../../levels/replay.ts';
import { openSandboxes, type Sandboxes, type SandboxProblem } from '../../progress/sandboxes.ts';
import { wrapColumns } from '../../text/columns.ts';
import { fillMessage, type Values } from '../../text/message.ts';
import { Lines } from '../components/Lines.tsx';
import { Menu, type MenuItem } from '../components/Menu.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { type Line, line, span } from '../lines.ts';
import {
  backInSandbox,
  chooseInSandbox,
  type SandboxPage,
  type SandboxStep,
  type SandboxTask,
  TOP,
  typeName,
} from '../sandbox/sandbox-state.ts';

interface SandboxScreenProps {
  /** The one that is open; undefined before the first. */
  readonly session: Session | undefined;
  open(session: Session): void;
}

/** Networks to try things in: those that were saved, those of the levels, and one with nothing in it. */
export function SandboxScreen({ session, open }: SandboxScreenProps) {
  const game = useGame();
  const { size, catalog } = game;
  const [page, setPage] = useState<SandboxPage>(TOP);
  const [said, setSaid] = useState('');
  const files = openSandboxes(game.sandboxFolder);
  const take = ({ page: next, task }: SandboxStep) => {
    setPage(next);
    setSaid('');
    if (task) carryOutTask(task, { game, files, session, open, say: setSaid });
  };
  useKeys((key) => {
    if (page.page === 'name') return take(typeName(page, key));
    if (key === 'q' || key === 'escape' || key === 'left') return take(backInSandbox(page));
  });
  const items = page.page === 'name' ? [] : listItems(page, game, files, session);
  const head = drawHead(page, game, files, said);
  const height = size.rows - head.length - 1;
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={head} />
      <Box flexGrow={1} flexDirection="column" paddingLeft={1}>
        {items.length > 0 && (
          <Menu
            key={`${JSON.stringify(page)} ${items.length}`}
            items={items}
            width={Math.min(size.columns - 2, 76)}
            height={Math.min(height, items.length)}
            onSelect={(value) => take(chooseInSandbox(page, value, session && nameOf(session)))}
          />
        )}
      </Box>
      <Lines lines={[drawKeys(catalog.sandbox[page.page === 'name' ? 'keys.name' : 'keys'], size.columns)]} />
    </Box>
  );
}

function listItems(page: SandboxPage, game: Game, files: Sandboxes, session: Session | undefined): MenuItem[] {
  const words = game.catalog.sandbox;
  const item = (value: keyof typeof words, label = words[value]): MenuItem => ({ value, label });
  const back = item('back');
  switch (page.page) {
    case 'top':
      return [
        ...(session ? [item('go-on'), item('save'), item('export')] : []),
        item('empty'),
        item('level'),
        ...files.list().map((name) => ({ value: `saved:${name}`, label: fillMessage(words.saved, { name }) })),
        back,
      ];
    case 'levels':
      return [...game.library.entries.map((entry) => levelItem(game, entry)), back];
    case 'level':
      return [{ value: 'start', label: words['level.start'] }, { value: 'solved', label: words['level.solved'] }, back];
    case 'saved':
      return [item('open'), item('rename'), item('remove'), back];
    default:
      return [
        { value: 'no', label: words['remove.no'] },
        { value: 'yes', label: words['remove.yes'] },
      ];
  }
}

function levelItem({ levelText }: Game, { id, position }: { readonly id: string; readonly position: string }) {
  return { value: id, label: `${position}  ${levelText(id).title}` };
}

function drawHead(page: SandboxPage, { catalog, size }: Game, { folder }: Sandboxes, said: string): readonly Line[] {
  const words = catalog.sandbox;
  const rows = (text: string, style?: 'dim' | 'warn' | 'heading'): readonly Line[] =>
    wrapColumns(text, Math.min(size.columns, 100) - 4).map((row) => line('  ', span(row, style)));
  const about = [...rows(words.about, 'dim'), ...rows(fillMessage(words['about.saved'], { folder }), 'dim')];
  return [
    line(span(` ${words.title}`, 'title')),
    [],
    ...(page.page === 'top' ? about : rows(titleOf(page, words), 'heading')),
    ...(page.page === 'name' ? [[], line('  ', span('$ ', 'dim'), `${page.typed}`, span('▏', 'accent'))] : []),
    ...(said ? [[], ...rows(said, 'warn')] : []),
    [],
  ];
}

function titleOf(page: SandboxPage, words: Game['catalog']['sandbox']): string {
  if (page.page === 'remove') return fillMessage(words['remove.sure'], { name: page.name });
  if (page.page === 'saved') return page.name;
  if (page.page === 'name') return words['name.title'];
  return words['level.title'];
}

interface Around {
  readonly game: Game;
  readonly files: Sandboxes;
  readonly session: Session | undefined;
  open(session: Session): void;
  say(text: string): void;
}

/** What was chosen is done; what comes of it is said, or is on screen. */
function carryOutTask(task: SandboxTask, { game, files, session, open, say }: Around) {
  const words = game.catalog.sandbox;
  const tell = (key: keyof typeof words, values: Values = {}) => say(fillMessage(words[key], values));
  const tellProblem = (problem: SandboxProblem) => tell(`said.${problem.kind}`, { ...problem });
  const play = (next?: Session) => {
    if (next) open(next);
    game.goTo({ screen: 'sandbox-play' });
  };
  switch (task.do) {
    case 'leave':
      return game.goTo({ screen: 'title' });
    case 'go-on':
      return play();
    case 'empty':
      return play(startSandbox(emptyWorld()));
    case 'level': {
      const { start, reference } = game.level(task.levelId);
      return play(startSandbox(task.solved ? carryOut(start, reference) : start));
    }
    case 'open': {
      const saved = files.load(task.name);
      if (!saved.ok) return tellProblem(saved.error);
      const { world, packets } = saved.value;
      return play(startSandbox(world, task.name, packets));
    }
    case 'save': {
      if (!session) return undefined;
      const saved = files.save(task.to, { world: session.present.world, packets: packetLines(session) });
      if (!saved.ok) return tellProblem(saved.error);
      open({ ...session, name: task.to } as Session);
      return tell('said.saved', { name: task.to });
    }
    case 'rename': {
      const renamed = files.rename(task.name, task.to);
      return renamed.ok ? tell('said.renamed', { name: task.to }) : tellProblem(renamed.error);
    }
    case 'remove': {
      const removed = files.remove(task.name);
      return removed.ok ? tell('said.removed', { name: task.name }) : tellProblem(removed.error);
    }
    case 'export': {
      if (!session) return undefined;
      const name = `${nameOf(session) ?? 'sandbox'}.sh`;
      const taken = game.takeOut(name, `${rebuild(session.present.world).lines.join('\n')}\n`);
      return 'file' in taken
        ? tell('said.exported', { file: taken.file })
        : tell('said.unwritable', { file: name, reason: taken.reason });
    }
  }
}
