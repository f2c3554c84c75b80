import { useEffect, useRef, useState } from 'react';
import { addLine, type CommandHistory } from '../../progress/history.ts';

/** Lines typed into the command line, in this game and in those before it; those are read once the first frame is on screen. */
export function useHistory(open: (() => Promise<CommandHistory>) | undefined) {
  const [history, setHistory] = useState<readonly string[]>([]);
  const kept = useRef<Promise<CommandHistory>>(undefined);
  useEffect(() => {
    kept.current ??= open?.();
    void kept.current?.then(({ lines }) => setHistory((typed) => [...lines, ...typed]));
  }, [open]);
  const remember = (line: string) => {
    setHistory((lines) => addLine(lines, line));
    void kept.current?.then((file) => file.add(line));
  };
  return { history, remember };
}
