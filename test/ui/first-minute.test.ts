// The first level teaches its keys, each when it is time for it; no other level does.

import { expect, test } from 'vitest';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { CATALOGS } from '../../src/text/catalog.ts';
import { openGame } from './open-game.tsx';

const library = builtInLibrary();
const SIZE = { columns: 80, rows: 24 };

test.each(['en', 'ko'] as const)(
  'from the command to the first win by the keys that the screen names, in %s',
  async (language) => {
    const { game: words } = CATALOGS[language];
    const game = await openGame({ library, ...SIZE, language });
    expect(game.text()).toContain(words['app.hello']);
    await game.press('enter', 'enter');
    expect(game.text()).toContain(words['tip.first']);
    await game.press('space', 'space', 'q');
    expect(game.text()).toContain(words['tip.mend']);
    await game.press('enter', 'down', 'enter');
    expect(game.text()).toContain(words['tip.again']);
    await game.press('space', 'enter');
    expect(game.text()).toContain(CATALOGS[language].result['star.par']);
    expect(Object.values(game.save().levels)).toEqual([expect.objectContaining({ solved: true, stars: 3 })]);
  },
);

test('another level does not', async () => {
  const [, second] = library.entries;
  const game = await openGame({ library, ...SIZE, first: { screen: 'play', levelId: second?.id ?? '' } });
  await game.press('space', 'space', 'q');
  expect(game.text()).not.toContain(CATALOGS.en.game['tip.mend']);
});
