import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { World } from '../../../src/cloud/world.ts';
import { CATALOGS } from '../../../src/text/catalog.ts';
import { ASCII, lineColumns, lineText, ROUND } from '../../../src/ui/lines.ts';
import { drawMap } from '../../../src/ui/map/draw-map.ts';
import { listMapNodes } from '../../../src/ui/map/map-nodes.ts';
import { buildWorld, type Part } from '../../worlds/build.ts';

// Any small World: up to three VPCs, each with up to four subnets of up to three machines, gateways attached, loose and failed.

const name = fc.constantFrom(
  'web',
  'app',
  'db-primary',
  '데이터베이스',
  'cache.internal',
  'a machine with a long name',
);

const machine = fc.record({
  name,
  state: fc.constantFrom('running', 'stopped'),
  forwarding: fc.constantFrom('none', 'router', 'nat'),
  sourceDestCheck: fc.boolean(),
  isPublic: fc.boolean(),
});

const subnet = fc.record({
  machines: fc.array(machine, { maxLength: 3 }),
  ownTable: fc.boolean(),
  failedNat: fc.boolean(),
});

const vpc = fc.record({
  subnets: fc.array(subnet, { maxLength: 4 }),
  gateway: fc.boolean(),
  unusedTable: fc.boolean(),
});

const plan = fc.record({
  vpcs: fc.array(vpc, { maxLength: 3 }),
  looseGateway: fc.boolean(),
  freeAddress: fc.boolean(),
  outside: fc.nat(3),
  missingRow: fc.boolean(),
});

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

function toWorld({ vpcs, looseGateway, freeAddress, outside, missingRow }: Plan): World {
  const parts: Part[] = [{ hosts: { 'host-a': { underlay: '100.64.0.11' } } }];
  vpcs.forEach((planned, index) => {
    const vpcId = `vpc-v${index}`;
    parts.push({ vpcs: { [vpcId]: { cidrs: [`10.${index}.0.0/16`] } } });
    if (planned.gateway) parts.push({ gateways: { [`igw-${index}`]: { kind: 'internet-gateway', vpcId } } });
    if (planned.unusedTable) parts.push({ routeTables: { [`rtb-unused-${index}`]: { vpcId } } });
    planned.subnets.forEach((one, place) => parts.push(subnetPart(vpcId, index, place, one)));
  });
  if (looseGateway) parts.push({ gateways: { 'igw-loose': { kind: 'internet-gateway' } } });
  if (freeAddress) parts.push({ elasticIps: { 'eipalloc-free': { publicIp: '203.0.113.200' } } });
  for (let index = 0; index < outside; index++)
    parts.push({ internet: { [`peer-${index}`]: { address: `198.51.100.${index + 1}` } } });
  if (missingRow && vpcs.length > 0) parts.push({ mapping: { 'vpc-v0/10.0.0.5': null } });
  return buildWorld(...parts);
}

function subnetPart(
  vpcId: string,
  index: number,
  place: number,
  planned: Plan['vpcs'][number]['subnets'][number],
): Part {
  const id = `${index}${place}`;
  const own = planned.ownTable
    ? {
        routeTables: { [`rtb-t${id}`]: { vpcId } },
        routeAssociations: { [`rtbassoc-t${id}`]: { routeTableId: `rtb-t${id}`, subnetId: `subnet-s${id}` } },
      }
    : {};
  const failed = { kind: 'nat-gateway', vpcId, subnetId: `subnet-s${id}`, state: 'failed' };
  const machines = planned.machines.map((one, number) => ({ ...one, id: `m${id}${number}`, number }));
  return {
    subnets: { [`subnet-s${id}`]: { vpcId, cidr: `10.${index}.${place}.0/24` } },
    ...own,
    gateways: planned.failedNat ? { [`nat-f${id}`]: failed } : {},
    instances: Object.fromEntries(
      machines.map(({ id: machineId, name: called, state, forwarding }) => [
        `i-${machineId}`,
        { name: called, state, forwarding, hostId: 'host-a' },
      ]),
    ),
    networkInterfaces: Object.fromEntries(
      machines.map(({ id: machineId, number, sourceDestCheck, isPublic }) => [
        `eni-${machineId}`,
        {
          subnetId: `subnet-s${id}`,
          instanceId: `i-${machineId}`,
          sourceDestCheck,
          addresses: [
            {
              address: `10.${index}.${place}.${number + 5}`,
              ...(isPublic && { autoPublicIp: `203.0.${index * 10 + place}.${number + 5}` }),
            },
          ],
        },
      ]),
    ),
  };
}

const size = fc.record({ width: fc.integer({ min: 0, max: 130 }), height: fc.integer({ min: 0, max: 40 }) });
const look = fc.record({
  border: fc.constantFrom(ROUND, ASCII),
  labels: fc.constantFrom(CATALOGS.en.map, CATALOGS.ko.map),
});

test('whatever the World and the size, every line has exactly the width and there are exactly as many as asked for', () => {
  fc.assert(
    fc.property(plan, size, look, fc.nat(), (planned, { width, height }, { border, labels }, pick) => {
      const world = toWorld(planned);
      const ids = listMapNodes(world).map(({ id }) => id);
      const at = ids[pick % Math.max(1, ids.length)];
      const marks = { packetAt: at, failedAt: at, chosen: at };
      const lines = drawMap(world, { width, height, border, labels, marks });
      expect(lines.map(lineColumns)).toEqual(Array.from({ length: height }, () => width));
    }),
  );
});

function expectFramesClosed(planned: Plan, { width, height }: { readonly width: number; readonly height: number }) {
  const lines = drawMap(toWorld(planned), { width, height, border: ROUND, labels: CATALOGS.en.map });
  const text = lines.map(lineText).join('\n');
  const count = (character: string) => text.split(character).length;
  expect([count('╮'), count('╰'), count('╯')]).toEqual(Array.from({ length: 3 }, () => count('╭')));
  expect([count('╗'), count('╚'), count('╝')]).toEqual(Array.from({ length: 3 }, () => count('╔')));
  const closed = count('╢') + count('║') / 2 - 0.5;
  expect([count('╟') + count('║') / 2 - 0.5, closed >= count('╔')]).toEqual([closed, true]);
}

test('whatever the World and the size, every frame that opens closes', () => {
  fc.assert(fc.property(plan, size, expectFramesClosed));
});

const NOTHING: Plan = { vpcs: [], looseGateway: false, freeAddress: false, outside: 0, missingRow: false };
const BARE = { subnets: [], gateway: false, unusedTable: false };

test('a loose gateway whose box would end at the right edge is drawn in a line, and closes', () => {
  expectFramesClosed({ ...NOTHING, looseGateway: true }, { width: 18, height: 4 });
});

test('VPCs too narrow for their gateways do not stand side by side', () => {
  const vpcs = [{ ...BARE, gateway: true }, BARE, BARE];
  expectFramesClosed({ ...NOTHING, vpcs, missingRow: true }, { width: 16, height: 7 });
});

test('whatever the World, a map of a fair size names every subnet and gateway, or says how much it leaves out', () => {
  const fair = fc.record({ width: fc.integer({ min: 48, max: 130 }), height: fc.integer({ min: 5, max: 40 }) });
  fc.assert(
    fc.property(plan, fair, (planned, { width, height }) => {
      const world = toWorld(planned);
      const text = drawMap(world, { width, height, border: ROUND, labels: CATALOGS.en.map }).map(lineText).join('\n');
      if (/^ \+\d+ more/m.test(text)) return;
      const ids = [...Object.keys(world.subnets), ...Object.keys(world.gateways)];
      expect(ids.filter((id) => !text.includes(id.replace(/^subnet-/, '')))).toEqual([]);
    }),
  );
});

test('whatever the World, each thing of the list stands on a map that is large enough', () => {
  fc.assert(
    fc.property(plan, (planned) => {
      const world = toWorld(planned);
      const lines = drawMap(world, { width: 160, height: 60, border: ROUND, labels: CATALOGS.en.map });
      expect(listMapNodes(world, lines).filter(({ row }) => row === undefined)).toEqual([]);
    }),
  );
});
