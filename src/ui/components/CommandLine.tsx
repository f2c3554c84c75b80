import { Text } from 'ink';
import { useState } from 'react';
import { columns, fitColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import { type Editor, editLine, editorWith, insertText, type Surroundings } from '../command-editor.ts';
import { drawOffer } from '../draw-offer.ts';
import { useGame } from '../game-context.ts';
import { foundLine } from '../history-search.ts';
import { usePasted, useTypedKeys } from '../hooks/use-keys.ts';
import type { Line } from '../lines.ts';
import { joinContinued } from '../play/typed.ts';
import { Lines } from './Lines.tsx';

interface CommandLineProps extends Surroundings {
  /** What stands in it when it opens. */
  readonly draft: string;
  readonly width: number;
  /** What stands below it while nothing is offered there. */
  readonly below: readonly Line[];
  onRun(lines: string): void;
  onClose(): void;
}

/** One line to type commands into: history, search, completion; and under it what could follow or what was said. */
export function CommandLine({ draft, history, complete, width, below, onRun, onClose }: CommandLineProps) {
  const { prompt } = useGame().catalog;
  const [editor, setEditor] = useState<Editor>(() => editorWith(draft));
  const run = (text: string) => {
    setEditor(editorWith(''));
    return text.trim() === '' ? onClose() : onRun(text);
  };
  useTypedKeys((key) => {
    if (key === 'enter') return run(editor.search ? (foundLine(editor.search, history) ?? editor.text) : editor.text);
    if (!editor.search && key === 'escape') return onClose();
    if (!editor.search && editor.text === '' && (key === 'backspace' || key === 'ctrl-d')) return onClose();
    return setEditor((current) => editLine(current, key, { history, complete }));
  });
  usePasted((pasted) => {
    const { text, cursor } = insertText(editor, joinContinued(pasted));
    return text.trimEnd().includes('\n') ? run(text) : setEditor({ ...editor, text, cursor, offer: undefined });
  });
  const { search, offer } = editor;
  const found = search && foundLine(search, history);
  const label = search ? `${fillMessage(prompt.search, { pattern: search.pattern })} ` : '$ ';
  const shown = search ? { text: found ?? '', cursor: Math.max(0, found?.indexOf(search.pattern) ?? 0) } : editor;
  const missing = search && search.pattern !== '' && found === undefined;
  return (
    <>
      <Prompt label={label} {...shown} width={width} />
      <Lines
        lines={
          missing
            ? drawOffer([prompt['not-found']], undefined, width)
            : offer
              ? drawOffer(offer.candidates, offer.at, width)
              : below
        }
      />
    </>
  );
}

interface PromptProps {
  readonly label: string;
  readonly text: string;
  readonly cursor: number;
  readonly width: number;
}

function Prompt({ label, text, cursor, width }: PromptProps) {
  const { theme } = useGame();
  const { before, at, after } = visiblePart(text, cursor, width - 2 - columns(label));
  return (
    <Text wrap="truncate">
      <Text {...theme.command}>{` ${label}`}</Text>
      {before}
      <Text inverse>{at}</Text>
      {after}
    </Text>
  );
}

/** The part of a long line around the cursor. */
function visiblePart(text: string, cursor: number, width: number): { before: string; at: string; after: string } {
  let from = 0;
  while (columns(text.slice(from, cursor)) > width - 1) from++;
  const at = text.slice(cursor, cursor + 1) || ' ';
  const before = from > 0 ? `…${text.slice(from + 1, cursor)}` : text.slice(0, cursor);
  return { before, at, after: fitColumns(text.slice(cursor + 1), Math.max(0, width - columns(before) - columns(at))) };
}
