// Every operation, whatever the order: the World stays whole, the old World stays as it was, and a command line says all there is to say.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../src/cloud/check-world.ts';
import { applyOperation } from '../../src/control/apply.ts';
import { parseCommand, printCommand } from '../../src/control/command.ts';
import { listMoves, nextQuestion, type Tool } from '../../src/control/form.ts';
import { OPERATIONS } from '../../src/control/operations/registry.ts';
import { splitWords } from '../../src/control/words.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { edit, makeWorld } from './lab-world.ts';
import { follow, TOOLS, walks } from './walk.ts';

test('no walk of edits breaks the World', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      follow(walk, (_before, move, next) => {
        expect([printCommand(move), ...checkWorld(next)]).toEqual([printCommand(move)]);
      });
    }),
  );
});

test('the World before an edit is never touched', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      follow(walk, (before, move) => {
        const copy = structuredClone(before);
        applyOperation(before, move);
        expect(before).toEqual(copy);
      });
    }),
  );
});

test('a World after any walk can be saved and read again as it is', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const last = follow(walk);
      expect(readWorld(JSON.parse(JSON.stringify(last)))).toEqual({ ok: true, value: last });
    }),
  );
});

test('every move reads back from its command line', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      follow(walk, (_before, move) => {
        const words = splitWords(printCommand(move));
        expect(words.ok && parseCommand(words.value)).toEqual({ ok: true, value: { operation: move } });
      });
    }),
  );
});

describe('what a World offers', () => {
  const start = edit(
    makeWorld(),
    'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-free',
    'lab place-tile --puzzle order --tile wrap',
  );

  test('is few enough for a menu and for a search', () => {
    const many = TOOLS.map((tool) => [tool.name, listMoves(start, [tool]).length] as const);
    expect(many.filter(([, count]) => count > 40)).toEqual([]);
  });

  test('is the same every time', () => {
    expect(listMoves(start, TOOLS)).toEqual(listMoves(structuredClone(start), TOOLS));
  });

  test('names no move twice', () => {
    const lines = listMoves(start, TOOLS).map(printCommand);
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('is all reached by answering the form’s questions', () => {
    for (const tool of TOOLS) {
      const question = nextQuestion(start, tool, {});
      const moves = listMoves(start, [tool]);
      if (question && !isLook(tool)) expect(question.candidates.length > 0).toBe(moves.length > 0);
    }
  });

  function isLook({ name }: Tool): boolean {
    return OPERATIONS.some((definition) => definition.name === name && definition.effect === 'look');
  }
});
