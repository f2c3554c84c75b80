// The game as a transcript: a line comes in, lines go out, and nothing that was said is ever drawn over. For screen readers, for terminals
// that cannot move their cursor, and for pipes. Pure, so that a test can play every level by it; `play-linear.ts` has the terminal.

import type { ScriptHost } from '../../control/script.ts';
import { type Session, startSession } from '../../game/session.ts';
import type { Level, LevelText } from '../../levels/level.ts';
import type { Entry, Library } from '../../levels/library.ts';
import { dealFault } from '../../progress/deal-fault.ts';
import { applyChange, type Change, type Save } from '../../progress/progress.ts';
import { CATALOGS, type Catalog, type Language } from '../../text/catalog.ts';
import { fillMessage, type Values } from '../../text/message.ts';
import { type MenuState, TOP_OF_MENU } from '../../ui/play/menu-items.ts';

/** What a number alone chooses from. */
type Offer = { readonly kind: 'menu'; readonly menu: MenuState } | { readonly kind: 'prediction' };

export interface Linear {
  readonly language: Language;
  readonly save: Save;
  /** The level that is open. */
  readonly levelId?: string | undefined;
  /** A level that was left waits as it was. */
  readonly sessions: Readonly<Record<string, Session>>;
  readonly offer: Offer;
  /** A command that goes on in the next line, after a backslash. */
  readonly begun: string;
  /** What lines have set by name. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What it needs from outside. */
export interface Around {
  readonly library: Library;
  /** ISO time of now. */
  now(): string;
  /** What `--query` needs; loaded only when a line has one. */
  readonly search?: ScriptHost['search'];
}

export interface Answer {
  readonly linear: Linear;
  readonly said: readonly string[];
  /** What is to be saved. */
  readonly change?: Change | undefined;
  readonly isOver?: boolean;
}

export type LinearText = keyof Catalog['linear'];

export function startLinear(language: Language, save: Save): Linear {
  return { language, save, sessions: {}, offer: { kind: 'menu', menu: TOP_OF_MENU }, begun: '', variables: {} };
}

function catalogOf({ language }: Linear): Catalog {
  return CATALOGS[language];
}

export function sayIn(linear: Linear): (key: LinearText, values?: Values) => string {
  const { linear: words } = catalogOf(linear);
  return (key, values) => fillMessage(words[key], values);
}

/** Says one sentence and leaves everything as it is. */
export function reply(linear: Linear, key: LinearText, values?: Values): Answer {
  return { linear, said: [sayIn(linear)(key, values)] };
}

/** What has been won is in the save at once, and in what is told of it. */
export function keep(linear: Linear, change: Change): Linear {
  return { ...linear, save: applyChange(linear.save, change) };
}

/** A level that is open, with all that is told about it. */
export interface Open {
  readonly linear: Linear;
  readonly entry: Entry;
  readonly level: Level;
  readonly text: LevelText;
  readonly session: Session;
  readonly catalog: Catalog;
  say(key: LinearText, values?: Values): string;
}

export function openOf(linear: Linear, { library }: Around): Open | undefined {
  const { levelId = '', sessions } = linear;
  const entry = library.find(levelId);
  const fault = sessions[levelId]?.level.fault?.id ?? dealFault(library, levelId, linear.save);
  const level = library.level(levelId, fault);
  const text = library.text(levelId, linear.language, fault);
  if (!entry || !level.ok || !text.ok) return undefined;
  const session = sessions[levelId] ?? startSession(level.value);
  return {
    linear,
    entry,
    level: level.value,
    text: text.value,
    session,
    catalog: catalogOf(linear),
    say: sayIn(linear),
  };
}

export function withSession(linear: Linear, session: Session, menu: MenuState = TOP_OF_MENU): Linear {
  return {
    ...linear,
    sessions: { ...linear.sessions, [session.level.id]: session },
    offer: { kind: 'menu', menu },
  };
}
