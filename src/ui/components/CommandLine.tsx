import { Text } from 'ink';
import { useState } from 'react';
import type { World } from '../../cloud/world.ts';
import type { Tool } from '../../control/form.ts';
import { columns, fitColumns, wrapColumns } from '../../text/columns.ts';
import { type Editor, editLine, emptyEditor, insertText } from '../command-editor.ts';
import { useGame } from '../game-context.ts';
import { useKeys, usePasted } from '../hooks/use-keys.ts';
import { type Line, line, span } from '../lines.ts';
import { completeTyped, joinContinued } from '../play/typed.ts';
import { Lines } from './Lines.tsx';

interface CommandLineProps {
  readonly world: World;
  readonly tools: readonly Tool[];
  /** Lines typed before, oldest first. */
  readonly history: readonly string[];
  readonly width: number;
  /** What the last line had for an answer. */
  readonly message?: string | undefined;
  onRun(lines: string): void;
  onClose(): void;
}

/** One line to type a command into: history, completion, and under it what could follow or what was said. */
export function CommandLine({ world, tools, history, width, message, onRun, onClose }: CommandLineProps) {
  const { theme, say } = useGame();
  const [editor, setEditor] = useState<Editor>(emptyEditor);
  useKeys((key) => {
    if (key === 'escape' || (key === 'backspace' && editor.text === '')) return onClose();
    if (key === 'enter') {
      setEditor(emptyEditor);
      return editor.text.trim() === '' ? onClose() : onRun(editor.text);
    }
    const complete = (text: string, cursor: number) => completeTyped(world, tools, text, cursor);
    return setEditor((current) => editLine(current, key, { history, complete }));
  });
  usePasted((pasted) => {
    const text = insertText(editor, joinContinued(pasted));
    if (!text.text.trimEnd().includes('\n')) return setEditor(text);
    setEditor(emptyEditor);
    return onRun(text.text);
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
      <Lines lines={answerRows(offered, message, say('command.help'), width)} />
    </>
  );
}

/** Two rows: what may follow; else what was said; else what may be typed at all. */
function answerRows(
  offered: readonly string[],
  message: string | undefined,
  help: string,
  width: number,
): readonly Line[] {
  const words = offered.length > 0 ? offered.join('  ') : (message ?? help);
  const style = offered.length > 0 || message === undefined ? 'dim' : 'warn';
  const rows = wrapColumns(words, width - 4);
  const second = rows.length > 2 ? `${rows[1]} …` : (rows[1] ?? '');
  return [rows[0] ?? '', second].map((row) => line(' ', span(row, style)));
}

/** The part of a long line around the cursor. */
function visiblePart(text: string, cursor: number, width: number): { before: string; at: string; after: string } {
  let from = 0;
  while (columns(text.slice(from, cursor)) > width - 1) from++;
  const at = text.slice(cursor, cursor + 1) || ' ';
  const before = text.slice(from, cursor);
  return { before, at, after: fitColumns(text.slice(cursor + 1), Math.max(0, width - columns(before) - columns(at))) };
}
