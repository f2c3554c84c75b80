// Clicks and the wheel for components: each says what a click on its place means, and whoever the wheel is meant for takes it.

import { type DOMElement, measureElement, useStdout } from 'ink';
import { createContext, type RefObject, useContext, useEffect, useMemo, useRef } from 'react';
import { MOUSE_OFF, MOUSE_ON, type MouseEvent } from '../mouse.ts';

export interface MouseDevice {
  /** Calls back for each event until what it returns is called. */
  watch(onEvent: (event: MouseEvent) => void): () => void;
  /** As if the key had been pressed. */
  press(key: 'up' | 'down'): void;
}

type OnClick = (column: number, row: number) => void;
/** False where the wheel means nothing now. */
type OnWheel = (by: number) => boolean;

interface Targets {
  readonly clicks: Set<{
    readonly box: RefObject<DOMElement | null>;
    readonly onClick: RefObject<OnClick | undefined>;
  }>;
  readonly wheels: Set<RefObject<OnWheel>>;
}

export const MouseContext = createContext<Targets | undefined>(undefined);

/** Has the terminal report the mouse while `isOn`, and gives what components register with. */
export function useMouseDevice(device: MouseDevice | undefined, isOn: boolean): Targets {
  const { stdout } = useStdout();
  const targets = useMemo<Targets>(() => ({ clicks: new Set(), wheels: new Set() }), []);
  useEffect(() => {
    if (!device || !isOn) return undefined;
    stdout.write(MOUSE_ON);
    const stop = device.watch((event) => handOut(targets, event, device));
    return () => {
      stop();
      stdout.write(MOUSE_OFF);
    };
  }, [device, isOn, stdout, targets]);
  return targets;
}

function handOut({ clicks, wheels }: Targets, { kind, column, row }: MouseEvent, device: MouseDevice): void {
  if (kind !== 'click') {
    const isTaken = [...wheels].some((onWheel) => onWheel.current(kind === 'wheel-up' ? -1 : 1));
    if (!isTaken) device.press(kind === 'wheel-up' ? 'up' : 'down');
    return;
  }
  for (const { box, onClick } of clicks) {
    if (!box.current) continue;
    const { x, y, width, height } = measureElement(box.current);
    if (column >= x && column < x + width && row >= y && row < y + height) onClick.current?.(column - x, row - y);
  }
}

/** What a click on a Box does; give it the ref. Columns and rows are counted from the Box's own corner. */
export function useClick(onClick: OnClick | undefined): RefObject<DOMElement | null> {
  const clicks = useContext(MouseContext)?.clicks;
  const box = useRef<DOMElement>(null);
  const newest = useRef(onClick);
  newest.current = onClick;
  useEffect(() => {
    const target = { box, onClick: newest };
    clicks?.add(target);
    return () => {
      clicks?.delete(target);
    };
  }, [clicks]);
  return box;
}

export function useWheel(onWheel: OnWheel): void {
  const wheels = useContext(MouseContext)?.wheels;
  const newest = useRef(onWheel);
  newest.current = onWheel;
  useEffect(() => {
    wheels?.add(newest);
    return () => {
      wheels?.delete(newest);
    };
  }, [wheels]);
}
