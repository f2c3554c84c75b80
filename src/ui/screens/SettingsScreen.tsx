import { Box } from 'ink';
import { CATALOGS, LANGUAGES } from '../../text/catalog.ts';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { drawKeys } from '../draw-keys.ts';
import { useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { line, span } from '../lines.ts';
import { THEMES, type ThemeName } from '../theme.ts';

const THEME_NAMES = Object.keys(THEMES) as readonly ThemeName[];

function after<T>(list: readonly T[], current: T): T {
  return list[(list.indexOf(current) + 1) % list.length] as T;
}

/** Each setting changes at once when it is chosen. */
export function SettingsScreen() {
  const { size, say, goTo, settings, saveSettings, language, ascii } = useGame();
  useKeys((key) => {
    if (key === 'q' || key === 'escape') goTo({ screen: 'title' });
  });
  const theme = (THEME_NAMES.find((name) => name === settings.theme) ?? 'dark') as ThemeName;
  const motion = settings.motion !== 'off';
  const onOff = (on: boolean) => say(on ? 'settings.on' : 'settings.off');
  const items = [
    { value: 'language', label: say('settings.language'), aside: CATALOGS[language].name },
    { value: 'theme', label: say('settings.theme'), aside: say(`theme.${theme}`) },
    { value: 'motion', label: say('settings.motion'), aside: onOff(motion) },
    { value: 'ascii', label: say('settings.ascii'), aside: onOff(ascii) },
    { value: 'back', label: say('settings.back') },
  ];
  const onSelect = (value: string) => {
    if (value === 'language') saveSettings({ language: after(LANGUAGES, language) });
    if (value === 'theme') saveSettings({ theme: after(THEME_NAMES, theme) });
    if (value === 'motion') saveSettings({ motion: motion ? 'off' : 'on' });
    if (value === 'ascii') saveSettings({ ascii: !ascii });
    if (value === 'back') goTo({ screen: 'title' });
  };
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={[line(span(` ${say('settings.title')}`, 'title')), []]} />
      <Box flexGrow={1} paddingLeft={1}>
        <Menu items={items} width={50} height={items.length} onSelect={onSelect} />
      </Box>
      <Lines lines={[drawKeys(say('briefing.keys').replace(/^.*(?=q )/, ''), size.columns)]} />
    </Box>
  );
}
