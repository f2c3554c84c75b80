// What EC2 says to a command. One that a belief expects to go through is refused, and always would be; so half of the time its twin is
// asked, which goes through: the same call in a network one edit away or with other blocks, or else a call that differs in one answer.

import type { World } from '../../cloud/world.ts';
import { applyOperation } from '../../control/apply.ts';
import { listMoves, type Tool } from '../../control/form.ts';
import type { Operation } from '../../control/operation.ts';
import { findOperation, OPERATIONS } from '../../control/operations/registry.ts';
import type { Chance } from '../daily/chance.ts';
import { listEdits } from '../edits.ts';
import type { WrongAnswer } from '../level.ts';
import { carryOut } from '../replay.ts';
import type { Exercise, Read } from './asking.ts';
import { listRenumbered } from './renumber.ts';

interface Call {
  readonly world: World;
  readonly operation: Operation;
}

/** Undefined where the command is refused in every network near this one, so that the form would tell the answer. */
export function askEc2({ level, text }: Read, { operations }: WrongAnswer, chance: Chance): Exercise | undefined {
  const operation = operations.at(-1);
  if (!operation) return undefined;
  const before = (start: World) => ({ world: carryOut(start, operations.slice(0, -1)), operation });
  const filed = before(level.start);
  const twins = listTwins(filed, listRenumbered(level.start).map(before), level.tools);
  if (twins.length === 0) return undefined;
  const call = chance.below(2) === 0 ? filed : chance.pick(twins);
  const applied = applyOperation(call.world, call.operation);
  return {
    level,
    text,
    world: call.world,
    asks: { kind: 'refusal', operation: call.operation },
    choices: ['accepted', 'unchanged', 'refused'],
    answer: answerTo(call),
    ...(!applied.ok && { refusal: applied.error }),
  };
}

/** `accepted`, `unchanged` or `refused`, found by carrying it out. */
function answerTo({ world, operation }: Call): string {
  const applied = applyOperation(world, operation);
  if (!applied.ok) return 'refused';
  return applied.value.world === world ? 'unchanged' : 'accepted';
}

/** The first of these kinds that there is: one edit away, under other blocks, another answer to one question. */
function listTwins(filed: Call, renumbered: readonly Call[], tools: readonly Tool[]): readonly Call[] {
  const nearby = [...listEdits(filed.world, CONSOLE)].map(({ world }) => ({ ...filed, world }));
  const kinds = [() => nearby, () => renumbered, () => listOtherCalls(filed, tools)];
  for (const calls of kinds) {
    const accepted = calls().filter((call) => answerTo(call) === 'accepted');
    if (accepted.length > 0) return accepted;
  }
  return [];
}

/** What a customer can take away, so that it is no longer in the way of such a call. */
const CONSOLE: readonly Tool[] = OPERATIONS.filter(
  ({ service, effect, name }) => service !== 'lab' && effect === 'edit' && /^(?:Delete|Detach|Disassociate)/.test(name),
).map(({ name }) => ({ name }));

/** Calls of the same name in the same network that answer one question otherwise. */
function listOtherCalls({ world, operation }: Call, tools: readonly Tool[]): readonly Call[] {
  const { name } = operation;
  const moves = listMoves(world, [...tools.filter((tool) => tool.name === name), { name }]);
  return moves.filter((move) => differences(operation, move) === 1).map((move) => ({ world, operation: move }));
}

/** How many questions two calls answer differently; of parameters that stand for one another, all are one question. */
function differences({ name, input }: Operation, other: Operation): number {
  const { oneOf = [] } = findOperation(name) ?? {};
  const keys = new Set([...Object.keys(input), ...Object.keys(other.input)]);
  const differing = [...keys].filter((key) => JSON.stringify(input[key]) !== JSON.stringify(other.input[key]));
  return new Set(differing.map((key) => oneOf.find((group) => group.includes(key))?.[0] ?? key)).size;
}
