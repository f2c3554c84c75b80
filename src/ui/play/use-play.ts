// The play screen's keys and what they do: to the session by events, to the screen by its own small state.

import { useEffect, useState } from 'react';
import type { Session, SessionEvent } from '../../game/session.ts';
import { useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { type KeyName, playAction } from '../keys.ts';
import { choose, stepBack, TOP_OF_MENU } from './menu-items.ts';
import { afterSend, atEnd, lastTap, moveGoal, moveTap, type PlayState, START, walkOn } from './play-state.ts';
import { runTyped } from './typed.ts';

/** How long a packet that walks by itself stays at a tap. */
const TAP_MS = 110;

export interface Play {
  readonly state: PlayState;
  readonly message?: string | undefined;
  chooseItem(value: string): void;
  highlight(value: string): void;
  predict(choice: string | undefined): void;
  run(line: string): void;
  closeCommand(): void;
}

interface PlayOptions {
  readonly session: Session;
  dispatch(event: SessionEvent): Session;
  remember(line: string): void;
}

export function usePlay({ session, dispatch, remember }: PlayOptions): Play {
  const { goTo, settings } = useGame();
  const [state, setState] = useState<PlayState>(START);
  const [message, setMessage] = useState<string>();
  const motion = settings.motion !== 'off';
  const update = (change: Partial<PlayState>) => setState((current) => ({ ...current, ...change }));
  const leave = () => goTo({ screen: 'chapters', levelId: session.level.id });

  useEffect(() => {
    if (!state.moving) return undefined;
    const timer = setInterval(() => setState((current) => walkOn(current, session)), TAP_MS);
    return () => clearInterval(timer);
  }, [state.moving, session]);

  const sendNow = () => {
    const sent = dispatch({ type: 'send' });
    setState((current) => afterSend(current, sent, motion));
  };
  const send = () => {
    if (session.level.predict && !session.prediction && session.sends === 0)
      return update({ asking: 'predict', pane: 'none' });
    return sendNow();
  };
  const operate = (event: SessionEvent) => {
    setMessage(undefined);
    const next = dispatch(event);
    const looked = next.notice?.kind === 'looked';
    update({ menu: TOP_OF_MENU, highlighted: undefined, pane: looked ? 'output' : 'none', scroll: 0, moving: false });
  };

  const onPlayKey = (key: KeyName) => {
    if (state.menu.tool && (key === 'escape' || key === 'backspace' || key === 'left'))
      return update({ menu: stepBack(state.menu), highlighted: undefined });
    switch (playAction(key)) {
      case 'send':
        return send();
      case 'undo':
        return operate({ type: 'undo' });
      case 'redo':
        return operate({ type: 'redo' });
      case 'reset':
        return operate({ type: 'reset' });
      case 'packet':
        return update(session.sent ? { pane: 'packet', tap: lastTap(session, state.goal), moving: false } : {});
      case 'command':
        return update({ asking: 'command' });
      case 'hint':
        return openHints();
      case 'predict':
        return update(session.level.predict && !session.prediction && session.sends === 0 ? { asking: 'predict' } : {});
      case 'help':
        return update({ pane: 'help', scroll: 0 });
      case 'next-thing':
        return update({ thing: state.thing + 1 });
      case 'previous-thing':
        return update({ thing: state.thing - 1 });
      case 'leave':
        return leave();
      default:
        return undefined;
    }
  };
  const openHints = () => {
    if (session.hints === 0 || state.pane === 'hints') dispatch({ type: 'hint' });
    update({ pane: 'hints', scroll: 0 });
  };
  const onPaneKey = (key: KeyName) => {
    if (state.moving && (key === 'space' || key === 'enter')) return setState((current) => atEnd(current, session));
    if (key === 'escape' || key === 'q') return update({ pane: 'none', moving: false });
    if (key === 'enter' && state.pane === 'packet') return setState((current) => atEnd(current, session));
    if (key === 'enter' && state.pane !== 'solved') return update({ pane: 'none', moving: false });
    if (state.pane === 'solved' && key === 'enter') return goTo({ screen: 'result', session });
    if (playAction(key) === 'hint') return openHints();
    if (playAction(key) === 'undo' || playAction(key) === 'redo') return onPlayKey(key);
    if (key === ':') return update({ asking: 'command', pane: 'none' });
    if (key === 'space' && state.pane !== 'solved') return update({ pane: 'none', moving: false });
    if (state.pane === 'hints' || state.pane === 'help' || state.pane === 'output') return scrollPane(key);
    return onWalkKey(key);
  };
  const scrollPane = (key: KeyName) => {
    const by = { up: -1, down: 1, 'page-up': -10, 'page-down': 10, k: -1, j: 1 }[key] ?? 0;
    update({ scroll: Math.max(0, state.scroll + by) });
  };
  /** In the packet and in the report; a win may be walked through too. */
  const onWalkKey = (key: KeyName) => {
    if (key === 'left' || key === 'l' || key === 'right')
      return setState((current) => moveTap(current, session, key === 'left' ? -1 : 1));
    if (key === 'home') return setState((current) => ({ ...moveTap(current, session, 0), tap: 0 }));
    if (key === 'end')
      return setState((current) => ({ ...moveTap(current, session, 0), tap: lastTap(session, current.goal) }));
    if (key === 'up' || key === 'k') return setState((current) => moveGoal(current, session, -1));
    if (key === 'down' || key === 'j') return setState((current) => moveGoal(current, session, 1));
    if (key === 'f') return update({ pane: state.pane === 'report' ? 'packet' : 'report', moving: false });
    if (key === 'i') return update({ pane: 'packet', tap: 0, moving: motion });
    return undefined;
  };

  useKeys((key) => (state.pane === 'none' ? onPlayKey(key) : onPaneKey(key)), state.asking === 'menu');
  useKeys((key) => key === 'escape' && predict(undefined), state.asking === 'predict');

  const predict = (choice: string | undefined) => {
    dispatch({ type: 'predict', ...(choice !== undefined && { choice }) });
    sendNow();
  };
  const chooseItem = (value: string) => {
    const chosen = choose(session.present.world, session.level.tools, state.menu, value);
    if (chosen.kind === 'send') return send();
    if (chosen.kind === 'menu') return update({ menu: chosen.state, highlighted: undefined });
    return operate({ type: 'operate', operation: chosen.operation });
  };
  const run = (line: string) => {
    remember(line);
    const typed = runTyped(line);
    if (typed.kind === 'event') operate(typed.event);
    else if (typed.kind === 'send') send();
    else if (typed.kind === 'key') onPlayKey(typed.key);
    setMessage(typed.kind === 'message' ? typed.message : undefined);
    if (typed.kind !== 'message') update({ asking: 'menu' });
  };
  return {
    state,
    message,
    chooseItem,
    highlight: (highlighted) => update({ highlighted }),
    predict,
    run,
    closeCommand: () => update({ asking: 'menu' }),
  };
}
