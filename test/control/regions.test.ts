// Whatever the forms of a region lead to, and what comes of it. In `regions/` stands for some Worlds what is offered for each parameter of
// each call; of each form's answers enough to have every value once, with the places of the World that they change or the code of the
// refusal; and what each look shows, whole and through each filter.

import { describe, test } from 'vitest';
import type { World } from '../../src/cloud/world.ts';
import { type Applied, applyOperation } from '../../src/control/apply.ts';
import { printCommand } from '../../src/control/command.ts';
import { answer, candidatesFor, listMoves } from '../../src/control/form.ts';
import type { Operation, OperationDefinition, OperationError } from '../../src/control/operation.ts';
import { OPERATIONS } from '../../src/control/operations/registry.ts';
import type { Result } from '../../src/result.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';
import { expectFile } from './expect-file.ts';
import { makeWorld, run } from './lab-world.ts';
import { SESSIONS } from './region-sessions.ts';

const REGIONS = [
  'lab',
  'hybrid',
  'ipv6',
  'load-balancer',
  'privatelink',
  'regional-nat',
  'transit-gateway',
  'peering',
  'gateway-endpoint',
];

/** Those that need not be told what to look at. */
const LOOKS = OPERATIONS.filter(
  ({ effect, parameters, oneOf = [] }) =>
    effect === 'look' && oneOf.length === 0 && Object.values(parameters).every(({ required }) => !required),
);

describe.each(REGIONS)('%s', (name) => {
  const world = regionOf(name);

  test('the forms lead to these calls, and they to these changes', () => {
    const moves = OPERATIONS.flatMap((definition) => sample(listMoves(world, [{ name: definition.name }])));
    expectTold(
      `${name}-calls.txt`,
      moves.map((move) => tellMove(world, move)),
    );
  });

  test('of each parameter, these values are offered', () => {
    expectTold(
      `${name}-offers.txt`,
      OPERATIONS.flatMap((definition) => tellOffers(world, definition)),
    );
  });

  test('the looks show this, and their filters leave this of it', () => {
    expectTold(
      `${name}-looks.txt`,
      LOOKS.flatMap((look) => tellLook(world, look)),
    );
  });
});

test.each(Object.entries(SESSIONS))('%s: typed lines lead to these changes', (name, lines) => {
  let world = regionOf(name);
  const told = lines.map((line) => {
    if (line.startsWith('? ')) return [line, ...tellForm(world, line.slice(2))].join('\n');
    const result = run(world, line);
    const text = result.ok ? tellResult(line, world, result) : tellRefusal(line, result.error);
    if (result.ok) world = result.value.world;
    return text;
  });
  expectTold(`${name}-session.txt`, told);
});

function expectTold(name: string, told: readonly string[]): void {
  expectFile(new URL(`regions/${name}`, import.meta.url), `${told.join('\n')}\n`);
}

function regionOf(name: string): World {
  return name === 'lab' ? makeWorld() : buildWorld(worldFile(name));
}

/** Of one form's answers those with a value that none before them had, so that each value of each parameter stands once at least. */
function sample(moves: readonly Operation[]): readonly Operation[] {
  const seen = new Set<string>();
  return moves.filter(({ input }) => {
    const fresh = Object.entries(input)
      .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      .filter((each) => !seen.has(each));
    for (const each of fresh) seen.add(each);
    return fresh.length > 0 || Object.keys(input).length === 0;
  });
}

function tellMove(world: World, move: Operation): string {
  return tellResult(printCommand(move).replace('aws ec2 ', ''), world, applyOperation(world, move));
}

function tellResult(line: string, world: World, result: Result<Applied, OperationError>): string {
  if (!result.ok) return `${line}\n  refused: ${result.error.code}`;
  const { world: after, output } = result.value;
  const isPlain = output === undefined || JSON.stringify(output) === '{"Return":true}';
  const told = [...changes('', world, after), ...(isPlain ? [] : [`gives ${JSON.stringify(output)}`])];
  return [line, ...told.map((each) => `  ${each}`)].join('\n');
}

function tellRefusal(line: string, { code, message, remedy }: OperationError): string {
  return [line, `refused: ${code}: ${message}`, ...(remedy ? [remedy] : [])].join('\n  ');
}

/** Each place where two values differ, with what stands there now; `-` where nothing does any more. */
function changes(path: string, before: unknown, after: unknown): readonly string[] {
  if (before === after) return [];
  if (!isRecord(before) || !isRecord(after)) return [`${path} = ${after === undefined ? '-' : JSON.stringify(after)}`];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => changes(path === '' ? key : `${path}.${key}`, before[key], after[key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What each parameter offers at first, and what after some answers to others, where that is something else. */
function tellOffers(world: World, definition: OperationDefinition): readonly string[] {
  const { name, parameters } = definition;
  const atFirst = offers(world, definition, {});
  const answers = Object.keys(parameters).flatMap((each) =>
    candidatesFor(world, definition, { name }, each, {}).slice(0, 4),
  );
  const later = answers.flatMap((candidate) => {
    const then = offers(world, definition, answer(definition, {}, candidate)).filter((each) => !atFirst.includes(each));
    return then.map((each) => `  ${candidate.parameter}=${candidate.text}, ${each}`);
  });
  return [name, ...atFirst.filter((each) => !each.endsWith(': ')).map((each) => `  ${each}`), ...later];
}

function offers(world: World, definition: OperationDefinition, input: object): readonly string[] {
  const { name, parameters } = definition;
  return Object.keys(parameters).flatMap((each) => {
    if (each === 'DryRun') return [];
    const texts = candidatesFor(world, definition, { name }, each, { ...input }).map(({ text }) => text);
    return `${each}: ${texts.join(' ')}`;
  });
}

/** What a form offers that has been filled in so far: the operation, then each answer as `Parameter=text`. */
function tellForm(world: World, form: string): readonly string[] {
  const [name, ...answers] = form.split(' ');
  const definition = OPERATIONS.find((each) => each.name === name)!;
  const input = answers.reduce((given, each) => {
    const [parameter, text] = each.split('=') as [string, string];
    return answer(definition, given, { parameter, text });
  }, {});
  return offers(world, definition, input)
    .filter((each) => !each.endsWith(': '))
    .map((each) => `  ${each}`);
}

function tellLook(world: World, { name, parameters }: OperationDefinition): readonly string[] {
  const all = look(world, name);
  const [key, filter] = Object.entries(parameters).find(([parameter]) => /^Filters?$/.test(parameter)) ?? [];
  const values = [...new Set(all.flatMap(leaves))];
  const filters = (filter?.values ?? []).flatMap((text) => {
    const [, asked] = /^Name=(.*),Values=$/.exec(text)!;
    return values.flatMap((value) => {
      const left = look(world, name, { [key!]: [{ Name: asked, Values: [value] }] });
      return left.length === 0 ? [] : [`  ${asked}=${value}: ${left.map((each) => all.indexOf(each)).join(' ')}`];
    });
  });
  return all.length === 0 ? [] : [name, ...all.map((each, index) => `  ${index} ${each}`), ...filters];
}

/** What a look shows, one JSON a thing. */
function look(world: World, name: string, input = {}): readonly string[] {
  const result = applyOperation(world, { name, input });
  if (!result.ok) throw new Error(result.error.message);
  return Object.values(result.value.output ?? {})
    .flat()
    .map((each) => JSON.stringify(each));
}

function leaves(json: string): readonly string[] {
  const found: string[] = [];
  JSON.parse(json, (_key, value) => {
    if (typeof value !== 'object') found.push(String(value));
    return value;
  });
  return found;
}
