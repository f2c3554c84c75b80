// The languages of the game. A language is a folder with the same files as en/, whose keys the type check holds equal, a line here
// and its name in language.ts.

import { commands as enCommands } from './en/commands.ts';
import { daily as enDaily } from './en/daily.ts';
import { explain as enExplain } from './en/explain.ts';
import { game as enGame } from './en/game.ts';
import { linear as enLinear } from './en/linear.ts';
import { map as enMap } from './en/map.ts';
import { packet as enPacket } from './en/packet.ts';
import { prompt as enPrompt } from './en/prompt.ts';
import { refusalKinds as enRefusalKinds, refusals as enRefusals } from './en/refusals.ts';
import { result as enResult } from './en/result.ts';
import { sandbox as enSandbox } from './en/sandbox.ts';
import { settings as enSettings } from './en/settings.ts';
import { takeHome as enTakeHome } from './en/take-home.ts';
import type { RefusalWords } from './explain-refusal.ts';
import { commands as koCommands } from './ko/commands.ts';
import { daily as koDaily } from './ko/daily.ts';
import { explain as koExplain } from './ko/explain.ts';
import { game as koGame } from './ko/game.ts';
import { linear as koLinear } from './ko/linear.ts';
import { map as koMap } from './ko/map.ts';
import { packet as koPacket } from './ko/packet.ts';
import { prompt as koPrompt } from './ko/prompt.ts';
import { refusalKinds as koRefusalKinds, refusals as koRefusals } from './ko/refusals.ts';
import { result as koResult } from './ko/result.ts';
import { sandbox as koSandbox } from './ko/sandbox.ts';
import { settings as koSettings } from './ko/settings.ts';
import { takeHome as koTakeHome } from './ko/take-home.ts';
import type { Language } from './language.ts';

export { LANGUAGES, type Language } from './language.ts';

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
  readonly refusal: RefusalWords;
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
    refusal: { refusals: enRefusals, refusalKinds: enRefusalKinds },
    result: enResult,
    daily: enDaily,
    sandbox: enSandbox,
    settings: enSettings,
    takeHome: enTakeHome,
    commands: enCommands,
  },
  ko: {
    name: '한국어',
    explain: koExplain,
    game: koGame,
    map: koMap,
    packet: koPacket,
    linear: koLinear,
    prompt: koPrompt,
    refusal: { refusals: koRefusals, refusalKinds: koRefusalKinds },
    result: koResult,
    daily: koDaily,
    sandbox: koSandbox,
    settings: koSettings,
    takeHome: koTakeHome,
    commands: koCommands,
  },
} as const satisfies Readonly<Record<Language, Catalog>>;
