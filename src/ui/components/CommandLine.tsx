import { Text } from 'ink';
import { useState } from 'react';
import type { World } from '../../cloud/world.ts';
import { completions } from '../../control/complete.ts';
import type { Tool } from '../../control/form.ts';
import { columns, fitColumns } from '../../text/columns.ts';
import { type Editor, editLine, emptyEditor } from '../command-editor.ts';
import { useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';

interface CommandLineProps {
  readonly world: World;
  readonly tools: readonly Tool[];
  /** Lines typed before, oldest first. */
  readonly history: readonly string[];
  readonly width: number;
  onRun(line: string): void;
  onClose(): void;
}

/** One line to type a command into: history, completion, and what could follow. */
export function CommandLine({ world, tools, history, width, onRun, onClose }: CommandLineProps) {
  const { theme } = useGame();
  const [editor, setEditor] = useState<Editor>(emptyEditor);
  useKeys((key) => {
    if (key === 'escape' || key === 'ctrl-c') return onClose();
    if (key === 'enter') {
      setEditor(emptyEditor);
      return editor.text.trim() === '' ? onClose() : onRun(editor.text);
    }
    const complete = (text: string, cursor: number) => completions(world, tools, text, cursor);
    setEditor((current) => editLine(current, key, { history, complete }));
  });
  const { text, cursor, offered } = editor;
  const shown = visiblePart(text, cursor, width - 4);
  return (
    <>
      <Text wrap="truncate">
        <Text {...theme.command}>{' $ '}</Text>
        {shown.before}
        <Text inverse>{shown.at}</Text>
        {shown.after}
      </Text>
      <Text wrap="truncate" {...theme.dim}>
        {fitColumns(` ${offered.join('  ')}`, width)}
      </Text>
    </>
  );
}

/** The part of a long line around the cursor. */
function visiblePart(text: string, cursor: number, width: number): { before: string; at: string; after: string } {
  let from = 0;
  while (columns(text.slice(from, cursor)) > width - 1) from++;
  const at = text.slice(cursor, cursor + 1) || ' ';
  const before = text.slice(from, cursor);
  return { before, at, after: fitColumns(text.slice(cursor + 1), Math.max(0, width - columns(before) - columns(at))) };
}
