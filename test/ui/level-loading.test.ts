import { expect, test } from 'vitest';
import { loadLevelScreens } from '../../src/ui/load-level-screens.ts';
import { openGame } from './open-game.tsx';
import { stillsLibrary } from './stills-level.ts';

test('keys are held back only until the levels are there, however long the player looks at the title', async () => {
  let held = 0;
  const game = await openGame({
    library: stillsLibrary(),
    columns: 80,
    rows: 24,
    isCold: true,
    onHold: () => held++,
  });
  await loadLevelScreens();
  await game.resize(90, 24);
  await game.resize(80, 24);
  await game.press('enter');
  expect(game.text()).toContain('A gate nobody walks to');
  expect(held).toBe(0);
});
