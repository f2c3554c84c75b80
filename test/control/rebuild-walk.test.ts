// Whatever a player has done, in whatever order: the script that rebuild writes gets there again.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyOperation } from '../../src/control/apply.ts';
import { printCommand } from '../../src/control/command.ts';
import { listMoves, type Tool } from '../../src/control/form.ts';
import { OPERATIONS } from '../../src/control/operations/registry.ts';
import { makeWorld } from './lab-world.ts';
import { buildAgain, canonical } from './rebuild-world.ts';

const TOOLS = OPERATIONS.map(({ name }): Tool => ({ name }));

const walks = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 12 });

test('a World after any walk is built again by its script', () => {
  fc.assert(
    fc.property(walks, (picks) => {
      let world = makeWorld({ vpcs: { 'vpc-blue': { cidrs: ['172.31.0.0/16'] } } });
      const done: string[] = [];
      for (const [first, second] of picks) {
        const offered = TOOLS.map((tool) => listMoves(world, [tool])).filter((moves) => moves.length > 0);
        const moves = offered[first % offered.length]!;
        const move = moves[second % moves.length]!;
        const applied = applyOperation(world, move);
        if (!applied.ok) continue;
        world = applied.value.world;
        done.push(printCommand(move));
      }
      const again = buildAgain(world);
      if (again.missing.length === 0) expect([done, canonical(again.world)]).toEqual([done, canonical(world)]);
    }),
    { numRuns: 60 },
  );
});
