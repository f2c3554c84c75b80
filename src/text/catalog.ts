// The languages of the game. A language is a folder with the same files as en/, whose keys the type check holds equal, a line here
// and its name in language.ts. The bundle reads a language's words from a file when the first of them is asked for, and no other's.

import { beliefs as enBeliefs } from './en/beliefs.ts';
import { codex as enCodex } from './en/codex.ts';
import { commands as enCommands } from './en/commands.ts';
import { daily as enDaily } from './en/daily.ts';
import { dailyPuzzle as enDailyPuzzle } from './en/daily-puzzle.ts';
import { explain as enExplain } from './en/explain.ts';
import { exports as enExports } from './en/exports.ts';
import { game as enGame } from './en/game.ts';
import { linear as enLinear } from './en/linear.ts';
import { map as enMap } from './en/map.ts';
import { packet as enPacket } from './en/packet.ts';
import { prompt as enPrompt } from './en/prompt.ts';
import { refusals as enRefusals } from './en/refusals.ts';
import { result as enResult } from './en/result.ts';
import { review as enReview } from './en/review.ts';
import { sandbox as enSandbox } from './en/sandbox.ts';
import { settings as enSettings } from './en/settings.ts';
import { takeHome as enTakeHome } from './en/take-home.ts';
import type { RefusalWords } from './explain-refusal.ts';
import { beliefs as koBeliefs } from './ko/beliefs.ts';
import { codex as koCodex } from './ko/codex.ts';
import { commands as koCommands } from './ko/commands.ts';
import { daily as koDaily } from './ko/daily.ts';
import { dailyPuzzle as koDailyPuzzle } from './ko/daily-puzzle.ts';
import { explain as koExplain } from './ko/explain.ts';
import { exports as koExports } from './ko/exports.ts';
import { game as koGame } from './ko/game.ts';
import { linear as koLinear } from './ko/linear.ts';
import { map as koMap } from './ko/map.ts';
import { packet as koPacket } from './ko/packet.ts';
import { prompt as koPrompt } from './ko/prompt.ts';
import { refusals as koRefusals } from './ko/refusals.ts';
import { result as koResult } from './ko/result.ts';
import { review as koReview } from './ko/review.ts';
import { sandbox as koSandbox } from './ko/sandbox.ts';
import { settings as koSettings } from './ko/settings.ts';
import { takeHome as koTakeHome } from './ko/take-home.ts';
import type { Language } from './language.ts';

export { LANGUAGES, type Language } from './language.ts';

export interface BeliefText {
  /** As a learner would say it. */
  readonly belief: string;
  /** What is so. */
  readonly so: string;
}

export interface Catalog {
  /** The language's own name for itself. */
  readonly name: string;
  /** Sentences about steps, faults and rows. */
  readonly explain: Readonly<Record<keyof typeof enExplain, string>>;
  /** The screens. */
  readonly game: Readonly<Record<keyof typeof enGame, string>>;
  /** The map and the tables beside it. */
  readonly map: Readonly<Record<keyof typeof enMap, string>>;
  /** The packet scrubber and the failure report. */
  readonly packet: Readonly<Record<keyof typeof enPacket, string>>;
  /** The game line by line. */
  readonly linear: Readonly<Record<keyof typeof enLinear, string>>;
  /** The command line. */
  readonly prompt: Readonly<Record<keyof typeof enPrompt, string>>;
  /** What stands beside EC2's English refusals. */
  readonly refusals: RefusalWords;
  /** The result of a level. */
  readonly result: Readonly<Record<keyof typeof enResult, string>>;
  /** The daily packet. */
  readonly daily: Readonly<Record<keyof typeof enDaily, string>>;
  /** The screen that writes an answer for a real account. */
  readonly takeHome: Readonly<Record<keyof typeof enTakeHome, string>>;
  /** The settings. */
  readonly settings: Readonly<Record<keyof typeof enSettings, string>>;
  readonly sandbox: Readonly<Record<keyof typeof enSandbox, string>>;
  /** The sub-commands. */
  readonly commands: Readonly<Record<keyof typeof enCommands, string>>;
  /** The screen of the codex. */
  readonly codex: Readonly<Record<keyof typeof enCodex, string>>;
  /** The screen of the reviews. */
  readonly review: Readonly<Record<keyof typeof enReview, string>>;
  readonly beliefs: Readonly<Record<keyof typeof enBeliefs, BeliefText>>;
  /** What the daily packet's puzzles are put together from. */
  readonly dailyPuzzle: Readonly<Record<keyof typeof enDailyPuzzle, string>>;
  /** Exported files. */
  readonly exports: Readonly<Record<keyof typeof enExports, string>>;
}

export const CATALOGS = {
  en: {
    name: 'English',
    explain: enExplain,
    game: enGame,
    map: enMap,
    packet: enPacket,
    linear: enLinear,
    prompt: enPrompt,
    refusals: enRefusals,
    result: enResult,
    daily: enDaily,
    sandbox: enSandbox,
    settings: enSettings,
    takeHome: enTakeHome,
    commands: enCommands,
    codex: enCodex,
    review: enReview,
    beliefs: enBeliefs,
    dailyPuzzle: enDailyPuzzle,
    exports: enExports,
  },
  ko: {
    name: '한국어',
    explain: koExplain,
    game: koGame,
    map: koMap,
    packet: koPacket,
    linear: koLinear,
    prompt: koPrompt,
    refusals: koRefusals,
    result: koResult,
    daily: koDaily,
    sandbox: koSandbox,
    settings: koSettings,
    takeHome: koTakeHome,
    commands: koCommands,
    codex: koCodex,
    review: koReview,
    beliefs: koBeliefs,
    dailyPuzzle: koDailyPuzzle,
    exports: koExports,
  },
} as const satisfies Readonly<Record<Language, Catalog>>;
