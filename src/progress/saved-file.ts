// Where the save lies and what it says, read with nothing but Node: a command that only wants the language or the stars must not
// wait for conf. The folder is the one that conf would choose.

import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const PROJECT_NAME = 'blackfoot';
export const SAVE_NAME = 'config';

interface Place {
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

function thisPlace(): Place {
  return { environment: process.env, platform: process.platform, home: homedir() };
}

export function saveFolder({ environment, platform, home }: Place = thisPlace()): string {
  if (platform === 'darwin') return join(home, 'Library', 'Preferences', PROJECT_NAME);
  if (platform === 'win32')
    return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), PROJECT_NAME, 'Config');
  return join(environment.XDG_CONFIG_HOME || join(home, '.config'), PROJECT_NAME);
}

export function savePath(folder: string = saveFolder()): string {
  return join(folder, `${SAVE_NAME}.json`);
}

/** The language that the player has chosen in the settings; undefined when none is, or when the save does not read. */
export function peekLanguage(folder?: string): string | undefined {
  try {
    const { settings } = JSON.parse(readFileSync(savePath(folder), 'utf8'));
    return typeof settings?.language === 'string' ? settings.language : undefined;
  } catch {
    return undefined;
  }
}
