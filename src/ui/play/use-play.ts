// The play screen's keys and what they do: to the session by events, to the screen by its own small state.

import { useEffect, useMemo, useRef, useState } from 'react';
import { conceptInView } from '../../game/beliefs.ts';
import { isSandbox } from '../../game/sandbox.ts';
import type { Session, SessionEvent } from '../../game/session.ts';
import { type GameText, useGame } from '../game-context.ts';
import { useKeys, usePasted } from '../hooks/use-keys.ts';
import { useWheel } from '../hooks/use-mouse.ts';
import { type KeyName, playAction } from '../keys.ts';
import { homeOf } from '../level-home.ts';
import { asksWide } from './asked.ts';
import { choose, stepBack, TOP_OF_MENU } from './menu-items.ts';
import { clickGoal, clickTap, clickThing, turnWheel } from './mouse-steps.ts';
import { paneStep } from './pane-keys.ts';
import { afterChoice, afterSend, firstLook, openPage, type PlayState, START, walkOn } from './play-state.ts';
import type { Clicks } from './TopPanes.tsx';
import { thingIdAt, thingOf } from './things.ts';
import { type Commands, useCommands } from './use-commands.ts';

/** How long a packet that walks by itself stays at a tap. */
const TAP_MS = 110;

export interface Play {
  readonly state: PlayState;
  /** What the game has to say that is not the session's. */
  readonly message?: string | undefined;
  readonly commands: Commands;
  chooseItem(value: string): void;
  highlight(value: string): void;
  readonly clicks: Clicks;
  predict(choice: string | undefined): void;
  closeCommand(): void;
}

interface PlayOptions {
  readonly session: Session;
  dispatch(event: SessionEvent): Session;
  remember(line: string): void;
}

export function usePlay({ session, dispatch, remember }: PlayOptions): Play {
  const { goTo, visit, settings, say, catalog } = useGame();
  const [state, setState] = useState<PlayState>(START);
  const [message, setMessage] = useState<string>();
  const motion = settings.motion !== 'off';
  const update = (change: Partial<PlayState>) => setState((current) => ({ ...current, ...change }));
  const mayPredict = session.level.predict !== undefined && !session.prediction && session.sends === 0;

  useEffect(() => {
    if (!state.moving) return undefined;
    const timer = setInterval(() => setState((current) => walkOn(current, session)), TAP_MS);
    return () => clearInterval(timer);
  }, [state.moving, session]);

  const newest = useRef(session);
  newest.current = session;
  // The same object always: what is handed it is drawn anew only when something else changes.
  const clicks = useMemo<Clicks>(
    () => ({
      thing: (id) => setState((current) => clickThing(current, newest.current, id)),
      goal: (goal) => setState((current) => clickGoal(current, newest.current, goal)),
      tap: (goal, tap) => setState((current) => clickTap(current, goal, tap)),
    }),
    [],
  );
  useWheel((by) => {
    const next = turnWheel(state, session, by);
    if (next) setState(next);
    return next !== undefined;
  });

  const sendNow = () => {
    if (session.level.goals.length === 0) return setMessage(catalog.sandbox['play.none']);
    setMessage(undefined);
    const sent = dispatch({ type: 'send' });
    setState((current) => afterSend(current, sent, motion));
  };
  /** A packet that a sandbox was asked for: it is the last of the goals. */
  const showSent = (next: Session) =>
    setState((current) => afterSend({ ...current, highlighted: undefined }, next, motion, next.level.goals.length - 1));
  const send = () => (mayPredict ? update({ asking: 'predict', pane: 'none' }) : sendNow());
  const operate = (event: SessionEvent, then: (next: Session) => Partial<PlayState> = () => ({})) => {
    setMessage(undefined);
    const about = thingIdAt(session, state.thing);
    const next = dispatch(event);
    if (next.sends > session.sends) return showSent(next);
    update({
      asking: 'menu',
      thing: thingOf(next, about),
      menu: { ...TOP_OF_MENU, about },
      highlighted: undefined,
      pane: 'none',
      scroll: 0,
      moving: false,
      ...then(next),
    });
  };
  const openHints = () => {
    if (isSandbox(session)) return setMessage(catalog.sandbox['play.no-hints']);
    if (session.hints === 0 || state.pane === 'hints') dispatch({ type: 'hint' });
    update({ pane: 'hints', scroll: 0, moving: false });
  };
  const orSay = (isPossible: boolean, change: Partial<PlayState>, otherwise: GameText) =>
    isPossible ? update(change) : setMessage(say(otherwise));

  /** Opens what it is, and beside it what can be done with it. */
  const lookAtThing = (thing: number) =>
    update({ thing, menu: { ...TOP_OF_MENU, about: thingIdAt(session, thing) }, highlighted: undefined });

  const act = (key: KeyName) => {
    const action = playAction(key);
    switch (action) {
      case 'send':
        return send();
      case 'undo':
      case 'redo':
      case 'reset':
        return operate({ type: action });
      case 'packet':
        return orSay(
          session.sent !== undefined,
          { pane: 'packet', tap: firstLook(session, state.goal) },
          'notice.no-packet',
        );
      case 'command':
        return update({ asking: 'command', pane: 'none', moving: false });
      case 'hint':
        return openHints();
      case 'predict':
        return orSay(mayPredict, { asking: 'predict' }, 'notice.no-prediction');
      case 'codex':
        update({ moving: false });
        return visit({ screen: 'codex', concept: conceptInView(session) });
      case 'help':
        return update({ pane: 'help', scroll: 0, moving: false });
      case 'next-thing':
        return lookAtThing(state.thing + 1);
      case 'previous-thing':
        return lookAtThing(state.thing - 1);
      case 'leave':
        return goTo(homeOf(session.level.id));
      default:
        return undefined;
    }
  };
  const onKey = (key: KeyName) => {
    if (state.pane !== 'none') return onPaneKey(key);
    const isBack =
      key === 'escape' || key === 'backspace' || key === 'left' || (key === 'q' && asksWide(state.menu.tool));
    if (state.menu.tool && isBack) return update({ menu: stepBack(state.menu), highlighted: undefined });
    if (key === 'escape' && state.thing !== 0) return lookAtThing(0);
    return act(key);
  };
  const onPaneKey = (key: KeyName) => {
    if (key === 'enter' && state.pane === 'solved') return goTo({ screen: 'result', session });
    const next = paneStep(state, session, key, motion);
    if (next) return setState(next);
    const action = playAction(key);
    return action && FROM_PANES.has(action) ? act(key) : undefined;
  };
  useKeys(onKey, state.asking === 'menu');
  useKeys((key) => {
    if (key === 'escape' || key === 'q') update({ asking: 'menu' });
    if (key === 'space') predict(undefined);
    if (key === 'left' || key === 'right') update({ isSure: !state.isSure });
  }, state.asking === 'predict');

  const predict = (choice: string | undefined) => {
    dispatch({ type: 'predict', ...(choice !== undefined && { choice, sure: state.isSure }) });
    sendNow();
  };
  const chooseItem = (value: string) => {
    const chosen = choose(session.present.world, session.level.tools, state.menu, value);
    if (chosen.kind === 'send') return send();
    if (chosen.kind === 'menu') return update(openPage(state, value, chosen.state));
    return operate({ type: 'operate', operation: chosen.operation }, (next) => afterChoice(state, next, value));
  };
  const answer = (change: Partial<PlayState>) => {
    setMessage(undefined);
    update(change);
  };
  const commands = useCommands({ session, dispatch, remember, update: answer, send, showSent, act });
  // Whoever pastes commands means them, whether or not the command line is open.
  usePasted(commands.run, state.asking === 'menu');
  return {
    state,
    message,
    chooseItem,
    highlight: (highlighted) => update({ highlighted }),
    clicks,
    predict,
    commands,
    closeCommand: () => {
      commands.forget();
      update({ asking: 'menu', draft: '' });
    },
  };
}

/** Keys of the network that also work while a pane is open. */
const FROM_PANES: ReadonlySet<string> = new Set(['undo', 'redo', 'hint', 'help', 'command', 'codex']);
