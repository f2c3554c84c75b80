import { Box } from 'ink';
import { useEffect, useState } from 'react';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { drawKeys } from '../draw-keys.ts';
import { useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { line, span } from '../lines.ts';
import { CHOICES } from '../settings/choices.ts';
import { drawSample, SAMPLE_STEPS } from '../settings/draw-sample.ts';

const WIDTH = 62;
/** Where the sample's packet stands when it does not move. */
const AT_REST = 4;
const STEP_MS = 250;

/** Each setting changes at once when it is chosen, and the sample with it. */
export function SettingsScreen() {
  const game = useGame();
  const { size, goTo, settings, saveSettings, catalog } = game;
  const words = catalog.settings;
  const moves = settings.motion !== 'off';
  const [at, setAt] = useState(AT_REST);
  useEffect(() => {
    if (!moves) return setAt(AT_REST);
    const timer = setInterval(() => setAt((step) => (step + 1) % SAMPLE_STEPS), STEP_MS);
    return () => clearInterval(timer);
  }, [moves]);
  const leave = () => goTo({ screen: 'title' });
  useKeys((key) => {
    if (key === 'q' || key === 'escape') leave();
  });
  const items = [
    ...CHOICES.map(({ value, now }) => ({ value, label: words[value], aside: now(game) })),
    { value: 'back', label: words.back },
  ];
  const onSelect = (value: string) => {
    const choice = CHOICES.find((each) => each.value === value);
    if (choice) saveSettings(choice.next(game));
    else leave();
  };
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={[line(span(` ${words.title}`, 'title')), []]} />
      <Box paddingLeft={1} flexShrink={0} height={items.length + 1}>
        <Menu items={items} width={WIDTH} height={items.length} onSelect={onSelect} />
      </Box>
      <Box flexGrow={1}>
        <Box paddingLeft={1}>
          <Lines lines={drawSample(game, at, WIDTH)} />
        </Box>
      </Box>
      <Lines lines={[drawKeys(words.help, size.columns)]} />
    </Box>
  );
}
