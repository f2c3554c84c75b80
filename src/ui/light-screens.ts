// The screens that can be drawn before those of the levels are loaded: what they import, the title waits for.

import { SettingsScreen } from './screens/SettingsScreen.tsx';
import { TitleScreen } from './screens/TitleScreen.tsx';

export const LIGHT_SCREENS = { title: TitleScreen, settings: SettingsScreen };

export type LightScreen = keyof typeof LIGHT_SCREENS;
