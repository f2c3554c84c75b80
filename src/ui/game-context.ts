// What every screen may know and ask: the languages' words, how things look, what is saved, and where to go.

import { createContext, useContext } from 'react';
import type { Session } from '../game/session.ts';
import { invariant } from '../invariant.ts';
import type { Level, LevelText } from '../levels/level.ts';
import type { Library } from '../levels/library.ts';
import type { Progress, Settings } from '../progress/progress.ts';
import type { Catalog, Language } from '../text/catalog.ts';
import type { Values } from '../text/message.ts';
import type { Border } from './lines.ts';
import type { Theme } from './theme.ts';

export type Route =
  | { readonly screen: 'title' }
  | { readonly screen: 'chapters'; readonly levelId?: string | undefined }
  | { readonly screen: 'briefing'; readonly levelId: string }
  | { readonly screen: 'play'; readonly levelId: string }
  | { readonly screen: 'result'; readonly session: Session }
  | { readonly screen: 'settings' };

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
  readonly border: Border;
  readonly ascii: boolean;
  /** At least the minimum, whatever the terminal has. */
  readonly size: Size;
  /** The terminal is too small for a screen: none is seen, and none has the keys. */
  readonly isHidden: boolean;
  readonly progress: Progress;
  readonly settings: Settings;
  /** A message of the screens, with its places filled. */
  say(key: GameText, values?: Values): string;
  levelText(levelId: string): LevelText;
  level(levelId: string): Level;
  goTo(route: Route): void;
  quit(): void;
  saveSettings(change: Partial<Settings>): void;
}

export const GameContext = createContext<Game | undefined>(undefined);

export function useGame(): Game {
  const game = useContext(GameContext);
  invariant(game, 'a screen outside the game');
  return game;
}
