import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../../src/control/command.ts';
import { splitWords } from '../../../src/control/words.ts';
import { reduceSession, type SessionEvent, startSession } from '../../../src/game/session.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { CATALOGS } from '../../../src/text/catalog.ts';
import { lineText } from '../../../src/ui/lines.ts';
import { drawPrediction } from '../../../src/ui/play/draw-notice.ts';
import { isOk } from '../../game/first-road.ts';

const library = builtInLibrary();
const [first] = library.entries;
const level = isOk(library.level(first!.id));
const text = isOk(library.text(first!.id, 'en'));

const BET: SessionEvent = { type: 'predict', choice: 'i-vm-b' };
const SEND: SessionEvent = { type: 'send' };
const MEND: SessionEvent = {
  type: 'operate',
  operation: isOk(
    parseCommand(isOk(splitWords('lab put-mapping --vpc-id vpc-red --private-ip-address 10.1.0.9 --host-id host-b'))),
  ).operation,
};

describe('the verdict on a prediction', () => {
  test.each<[string, readonly SessionEvent[], boolean]>([
    ['stands under the send that settled it', [BET, SEND], true],
    ['is gone with the next edit', [BET, SEND, MEND], false],
    ['does not come back with the send that wins', [BET, SEND, MEND, SEND], false],
    ['is told at the win where that was the first send', [BET, MEND, SEND], true],
  ])('%s', (_, events, isTold) => {
    const session = events.reduce(reduceSession, startSession(level));
    const told = drawPrediction(session, text, CATALOGS.en, 76).map(lineText).join(' ');
    expect(told !== '').toBe(isTold);
  });
});
