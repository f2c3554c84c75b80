// Every level is won line by line, once by commands and once by numbers alone, in both languages.

import { describe, expect, test } from 'vitest';
import { greet } from '../../../src/cli/linear/greet.ts';
import { type Around, type Linear, openOf, startLinear } from '../../../src/cli/linear/linear.ts';
import { respond } from '../../../src/cli/linear/respond.ts';
import { printCommand } from '../../../src/control/command.ts';
import type { Operation } from '../../../src/control/operation.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { EMPTY_SAVE, recordOf } from '../../../src/progress/progress.ts';
import type { Language } from '../../../src/text/catalog.ts';
import { choose, listPage, type MenuState, TOP_OF_MENU } from '../../../src/ui/play/menu-items.ts';

const around: Around = { library: builtInLibrary(), now: () => '2026-01-01T00:00:00.000Z' };

interface Played {
  readonly linear: Linear;
  readonly said: readonly string[];
}

function start(language: Language, id: string): Played {
  return greet(startLinear(language, EMPTY_SAVE), id, around);
}

function type(played: Played, line: string): Played {
  const { linear, said } = respond(played.linear, line, around);
  return { linear, said: [...played.said, ...said] };
}

function open({ linear }: Played) {
  const found = openOf(linear, around);
  if (!found) throw new Error('no level is open');
  return found;
}

/** Sends, going without a prediction where one is asked for. */
function finish(played: Played): Played {
  const sent = type(played, 'send');
  return sent.linear.offer.kind === 'prediction' ? type(sent, 'send') : sent;
}

function expectWon({ linear, said }: Played, id: string, language: Language) {
  expect(recordOf(linear.save, id)).toMatchObject({ solved: true });
  expect(said.join('\n')).toContain(language === 'en' ? 'Solved. All goals are met' : '풀었습니다.');
  expect(said.filter((line) => /undefined|\{\w+\}|\p{Cc}/u.test(line))).toEqual([]);
}

/** The numbers of the menu that make an operation. */
function numbersFor(played: Played, wanted: Operation, menu: MenuState = TOP_OF_MENU): readonly number[] | undefined {
  const { session, level, catalog, text } = open(played);
  const { world } = session.present;
  const { items } = listPage(world, level.tools, menu, catalog, text);
  for (const [index, { value }] of items.entries()) {
    if (value === 'back' || value === 'send') continue;
    const chosen = choose(world, level.tools, menu, value);
    if (chosen.kind === 'operation' && printCommand(chosen.operation) === printCommand(wanted)) return [index + 1];
    const isOnTheWay = chosen.kind === 'menu' && chosen.state !== menu && chosen.state.tool?.name === wanted.name;
    const rest = isOnTheWay ? numbersFor(played, wanted, chosen.state) : undefined;
    if (rest) return [index + 1, ...rest];
  }
  return undefined;
}

describe.each(['en', 'ko'] as const)('in %s', (language) => {
  test.each(around.library.entries)('$position $id is won by commands', ({ id }) => {
    const begun = start(language, id);
    const { reference } = open(begun).level;
    const edited = reference.reduce((played, operation) => type(played, printCommand(operation)), begun);
    expectWon(finish(edited), id, language);
  });

  test.each(around.library.entries)('$position $id is won by numbers', ({ id }) => {
    const begun = start(language, id);
    const { reference } = open(begun).level;
    const edited = reference.reduce((played, operation) => {
      const numbers = numbersFor(played, operation);
      // A step that the menu's narrowed values do not offer is typed.
      if (!numbers) return type(played, printCommand(operation));
      return numbers.reduce((next, number) => type(next, String(number)), type(played, 'menu'));
    }, begun);
    expectWon(finish(edited), id, language);
  });
});
