// What stands beside the player's packet must not give the answer away.

import { describe, expect, test } from 'vitest';
import { contrastWith } from '../../../src/game/contrast.ts';
import { reduceSession, startSession } from '../../../src/game/session.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { CATALOGS } from '../../../src/text/catalog.ts';
import { lineText } from '../../../src/ui/lines.ts';
import { drawContrast } from '../../../src/ui/play/draw-contrast.ts';
import { isOk } from '../../game/first-road.ts';

const library = builtInLibrary();

/** The report of a level's first goal, sent as the level begins. */
function drawnAtStart(id: string): string {
  const session = reduceSession(startSession(isOk(library.level(id))), { type: 'send' });
  const [result] = session.sent!.goals;
  const contrast = contrastWith(session, result!);
  const own = { exchange: result!.exchange!, world: session.sent!.world };
  const lines = drawContrast({ contrast: contrast!, ...own, catalog: CATALOGS.en, width: 76, ascii: false });
  return lines.map(lineText).join('\n');
}

describe('the packet that works', () => {
  test('does not tell the address that a record should name', () => {
    const drawn = drawnAtStart('no-through-road');
    expect(drawn).toContain('198.51.100.8:443');
    expect(drawn).toContain('*?:443');
    expect(drawn).not.toContain('10.1.1.30');
  });
});
