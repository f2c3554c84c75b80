// Every setting: what it is called, what it is now, and what choosing it changes.

import type { Settings } from '../../progress/progress.ts';
import { CATALOGS, LANGUAGES } from '../../text/catalog.ts';
import type { Game } from '../game-context.ts';
import { KEY_SETS } from '../keys.ts';
import { THEMES, type ThemeName, themeFor } from '../theme.ts';

type Known = Pick<Game, 'settings' | 'language' | 'catalog' | 'ascii' | 'colourDepth' | 'themeName'>;

interface Choice {
  readonly value: 'language' | 'theme' | 'motion' | 'keys' | 'mouse' | 'ascii';
  now(game: Known): string;
  next(game: Known): Partial<Settings>;
}

const THEME_NAMES = Object.keys(THEMES) as readonly ThemeName[];

function after<T>(list: readonly T[], current: T): T {
  return list[(list.indexOf(current) + 1) % list.length] as T;
}

export const CHOICES: readonly Choice[] = [
  {
    value: 'language',
    now: ({ language }) => CATALOGS[language].name,
    next: ({ language }) => ({ language: after(LANGUAGES, language) }),
  },
  {
    value: 'theme',
    now: ({ catalog, settings, themeName, colourDepth }) => {
      if (colourDepth <= 1) return catalog.settings['theme.forbidden'];
      const isLimited = themeName !== wishedTheme(settings);
      return catalog.settings[isLimited ? 'theme.limited' : (`theme.${themeName}` as const)];
    },
    // What the terminal cannot show is passed over.
    next: ({ colourDepth, themeName }) => {
      const offered = THEME_NAMES.filter((name) => themeFor(name, colourDepth) === name);
      return offered.length > 1 ? { theme: after(offered, themeName) } : {};
    },
  },
  {
    value: 'motion',
    now: ({ settings, catalog }) => onOff(catalog, settings.motion !== 'off'),
    next: ({ settings }) => ({ motion: settings.motion === 'off' ? 'on' : 'off' }),
  },
  {
    value: 'keys',
    now: ({ settings, catalog }) => catalog.settings[settings.keys === 'vim' ? 'keys.vim' : 'keys.arrows'],
    next: ({ settings }) => ({ keys: after(KEY_SETS, settings.keys === 'vim' ? 'vim' : 'arrows') }),
  },
  {
    value: 'mouse',
    now: ({ settings, catalog }) => catalog.settings[settings.mouse ? 'mouse.on' : 'off'],
    next: ({ settings }) => ({ mouse: !settings.mouse }),
  },
  {
    value: 'ascii',
    now: ({ ascii, catalog }) => onOff(catalog, ascii),
    next: ({ ascii }) => ({ ascii: !ascii }),
  },
];

function wishedTheme({ theme }: Settings): string {
  return theme !== undefined && Object.hasOwn(THEMES, theme) ? theme : 'dark';
}

function onOff({ settings }: Known['catalog'], on: boolean): string {
  return settings[on ? 'on' : 'off'];
}
