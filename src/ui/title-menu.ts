// What the title offers, in its order. A screen that is reached from there is one entry here.

import { streakOf } from '../progress/daily.ts';
import { listDue } from '../progress/review.ts';
import { LANGUAGES } from '../text/catalog.ts';
import { fillMessage } from '../text/message.ts';
import { nextToPlay } from './chapters-state.ts';
import type { Game, Route } from './game-context.ts';

interface TitleEntry {
  readonly value: string;
  label(game: Game): string;
  /** Undefined: it leads out of the game. */
  route(game: Game): Route | undefined;
}

export const TITLE_MENU: readonly TitleEntry[] = [
  { value: 'start', label: startLabel, route: startRoute },
  { value: 'levels', label: ({ say }) => say('title.levels'), route: () => ({ screen: 'chapters' }) },
  { value: 'daily', label: dailyLabel, route: () => ({ screen: 'daily' }) },
  { value: 'review', label: reviewLabel, route: () => ({ screen: 'review' }) },
  { value: 'codex', label: ({ say }) => say('title.codex'), route: () => ({ screen: 'codex' }) },
  { value: 'sandbox', label: ({ catalog }) => catalog.sandbox.title, route: () => ({ screen: 'sandbox' }) },
  { value: 'settings', label: settingsLabel, route: () => ({ screen: 'settings' }) },
  { value: 'quit', label: ({ say }) => say('title.quit'), route: () => undefined },
];

function startLabel(game: Game): string {
  const { say, progress, library, levelText } = game;
  const next = nextToPlay(library, progress, undefined);
  const entry = next ? library.find(next) : undefined;
  const begun = Object.values(progress.levels).some(({ solved }) => solved);
  return begun && entry
    ? say('title.continue', { position: entry.position, title: levelText(entry.id).title })
    : say('title.start');
}

function startRoute({ library, progress }: Game): Route {
  const levelId = nextToPlay(library, progress, undefined);
  return levelId ? { screen: 'briefing', levelId } : { screen: 'chapters' };
}

/** How it stands with today's packet. */
function dailyLabel({ catalog, progress, now }: Game): string {
  const date = now().slice(0, 10);
  const record = progress.daily[date];
  const state = record?.solvedAt ? 'title.solved' : record ? 'title.tried' : 'title.open';
  return fillMessage(catalog.daily[state], { date, streak: streakOf(progress.daily, date) });
}

function reviewLabel({ say, progress, now }: Game): string {
  const due = listDue(progress, now()).length;
  return due === 0 ? say('title.review') : say('title.review-due', { count: due });
}

/** Whoever cannot read the language on screen finds the settings all the same. */
function settingsLabel({ say }: Game): string {
  return LANGUAGES.length > 1 ? `${say('title.settings')} · Language · 언어` : say('title.settings');
}
