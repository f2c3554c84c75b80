// What every screen may know and ask: the languages' words, how things look, what is saved, and where to go.

import { createContext, useContext } from 'react';
import type { World } from '../cloud/world.ts';
import type { Session } from '../game/session.ts';
import { invariant } from '../invariant.ts';
import type { Level, LevelText } from '../levels/level.ts';
import type { Library } from '../levels/library.ts';
import type { Change, Progress, Settings } from '../progress/progress.ts';
import type { TakenOut } from '../progress/take-out.ts';
import type { Catalog, Language } from '../text/catalog.ts';
import type { Values } from '../text/message.ts';
import type { Action } from './keys.ts';
import type { Border } from './lines.ts';
import type { ColourDepth, Theme, ThemeName } from './theme.ts';

/** Every screen, and what it has to be told. Drawn by light-screens.ts or level-screens.tsx; a line in title-menu.ts leads there. */
export type Route =
  | { readonly screen: 'title' }
  | { readonly screen: 'chapters'; readonly levelId?: string | undefined }
  | { readonly screen: 'briefing'; readonly levelId: string }
  | { readonly screen: 'play'; readonly levelId: string }
  | { readonly screen: 'result'; readonly session: Session }
  | { readonly screen: 'review' }
  /** With a concept its card is opened at once. */
  | { readonly screen: 'codex'; readonly concept?: string | undefined }
  | { readonly screen: 'take-home'; readonly session: Session }
  | { readonly screen: 'sandbox' }
  | { readonly screen: 'sandbox-play' }
  | { readonly screen: 'daily'; readonly date?: string | undefined }
  | { readonly screen: 'settings' };

export type ScreenName = Route['screen'];
export type RouteTo<Name extends ScreenName> = Extract<Route, { screen: Name }>;

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export type GameText = keyof Catalog['game'];

export interface Game {
  readonly library: Library;
  readonly language: Language;
  readonly catalog: Catalog;
  readonly theme: Theme;
  readonly themeName: ThemeName;
  /** How many colours the terminal has. */
  readonly colourDepth: ColourDepth;
  /** How the play screen's keys are shown in the player's set. */
  readonly keys: Readonly<Record<Action, string>>;
  readonly border: Border;
  readonly ascii: boolean;
  /** At least the minimum, whatever the terminal has. */
  readonly size: Size;
  /** The terminal is too small, or another screen is visited from this one: it is not seen, and has no keys. */
  readonly isHidden: boolean;
  readonly progress: Progress;
  readonly settings: Settings;
  /** A message of the screens, with its places filled. */
  say(key: GameText, values?: Values): string;
  levelText(levelId: string): LevelText;
  level(levelId: string): Level;
  /** The title's entry that was chosen last: there the cursor stands when the player comes back. */
  readonly titleEntry: { current: string | undefined };
  goTo(route: Route): void;
  /** Shows a screen over this one, which waits as it is. */
  visit(route: Route): void;
  /** Ends a visit; a screen that was not visited goes to `otherwise`. */
  back(otherwise: Route): void;
  /** Keeps a change of the save. */
  keep(change: Change): void;
  /** Writes a file that the player takes along, where the game was started; never over another. */
  takeOut(name: string, text: string): TakenOut;
  /** Where sandboxes are saved. */
  readonly sandboxFolder: string;
  /** What the sandbox begins with, where something was named at the start. */
  readonly sandboxWorld?: World | undefined;
  /** ISO time of now. */
  now(): string;
  quit(): void;
  saveSettings(change: Partial<Settings>): void;
}

export const GameContext = createContext<Game | undefined>(undefined);

export function useGame(): Game {
  const game = useContext(GameContext);
  invariant(game, 'a screen outside the game');
  return game;
}
