import { describe, expect, test } from 'vitest';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { CATALOGS } from '../../../src/text/catalog.ts';
import { ASCII, type Line, lineColumns, lineText, ROUND } from '../../../src/ui/lines.ts';
import { drawRouteTable } from '../../../src/ui/map/draw-route-table.ts';
import { routeRows } from '../../../src/ui/map/route-rows.ts';
import { buildWorld, type Part } from '../../worlds/build.ts';

const labels = CATALOGS.en.map;

const base: Part = {
  hosts: { 'host-a': { underlay: '100.64.0.11' } },
  vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] } },
  subnets: { 'subnet-a': { vpcId: 'vpc-red', cidr: '10.1.1.0/24' } },
  routeTables: { 'rtb-a': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] } },
  routeAssociations: { 'rtbassoc-a': { routeTableId: 'rtb-a', subnetId: 'subnet-a' } },
  gateways: { 'igw-1': { kind: 'internet-gateway', vpcId: 'vpc-red' } },
  instances: { 'i-app': { hostId: 'host-a' } },
  networkInterfaces: {
    'eni-app': {
      subnetId: 'subnet-a',
      instanceId: 'i-app',
      addresses: [{ address: '10.1.1.5', autoPublicIp: '203.0.113.5' }],
    },
  },
  internet: { dns: { address: '8.8.8.8' } },
};

function routesTo(target: string): Part {
  return { routeTables: { 'rtb-a': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target }] } } };
}

function text(lines: readonly Line[]): readonly string[] {
  return lines.map(lineText);
}

describe('the state of a row', () => {
  // D-RT: a route is a blackhole while its target is not there, not attached, or not running.
  test.each([
    ['active while the gateway is attached', {}, 'igw-1', undefined],
    ['a blackhole once it is detached', { gateways: { 'igw-1': { vpcId: undefined } } }, 'igw-1', 'BAD_STATE_ROUTE'],
    ['a blackhole when the gateway is gone', {}, 'nat-old', 'BAD_STATE_ROUTE'],
    ['active towards the interface of a running instance', {}, 'eni-app', undefined],
    [
      'a blackhole when that has stopped',
      { instances: { 'i-app': { state: 'stopped' } } },
      'eni-app',
      'BAD_STATE_ROUTE',
    ],
  ])('is %s', (_what, change, target, code) => {
    const world = buildWorld(base, routesTo(target), change as Part);
    const row = routeRows(world, 'rtb-a').find((one) => one.target === target);
    expect(row).toMatchObject({ state: code ? 'blackhole' : 'active', ...(code && { code }) });
  });
});

describe('the pane of a route table', () => {
  test('is the picture of the play screen', () => {
    const world = buildWorld(base);
    const lines = drawRouteTable(world, 'rtb-a', { width: 40, height: 4, border: ROUND, labels });
    expect(text(lines)).toEqual([
      '╭ rtb-a  a ────────────────────────────╮',
      '│ 10.1.0.0/16  local                   │',
      '│ 0.0.0.0/0    igw-1  active           │',
      '╰──────────────────────────────────────╯',
    ]);
  });

  test('marks the row that decided, found in a trace', () => {
    const world = buildWorld(base);
    const { hops } = traceExchange(world, { from: 'i-app', to: 'dns' }).request;
    const step = hops.flatMap(({ steps }) => steps).find(({ kind }) => kind === 'matched-route');
    const deciding = step?.row as NonNullable<Parameters<typeof routeRows>[2]>['deciding'];
    const lines = drawRouteTable(world, 'rtb-a', { width: 40, height: 4, border: ROUND, labels, deciding });
    expect(text(lines).filter((line) => line.includes('❯'))).toEqual(['│❯0.0.0.0/0    igw-1  active           │']);
  });

  test('says that nobody uses a table, and that a table is the main one', () => {
    const world = buildWorld(base, { routeTables: { 'rtb-spare': { vpcId: 'vpc-red' } } });
    const title = (id: string) =>
      lineText(drawRouteTable(world, id, { width: 40, height: 4, border: ROUND, labels })[0]!);
    expect(title('rtb-spare')).toContain('rtb-spare  unused');
    expect(title('rtb-red-main')).toContain('rtb-red-main main');
  });

  test('keeps the deciding row in sight and counts what it leaves out', () => {
    const routes = Array.from({ length: 20 }, (_, index) => ({ destination: `10.9.${index}.0/24`, target: 'igw-1' }));
    const world = buildWorld(base, { routeTables: { 'rtb-a': { vpcId: 'vpc-red', routes } } });
    const deciding = world.routeTables['rtb-a']!.routes.at(-1);
    const lines = text(drawRouteTable(world, 'rtb-a', { width: 40, height: 6, border: ROUND, labels, deciding }));
    expect(lines.some((line) => line.includes('❯10.9.19.0/24'))).toBe(true);
    expect(lines.at(-2)).toContain('+18 more');
  });

  test.each([
    [0, 0],
    [1, 1],
    [3, 2],
    [9, 3],
    [12, 4],
  ])('of %i by %i is exactly that', (width, height) => {
    const world = buildWorld(base);
    for (const border of [ROUND, ASCII]) {
      const lines = drawRouteTable(world, 'rtb-a', { width, height, border, labels });
      expect(lines.map(lineColumns)).toEqual(Array.from({ length: height }, () => width));
    }
  });

  test('is empty for a table that is not there', () => {
    const lines = drawRouteTable(buildWorld(base), 'rtb-gone', { width: 30, height: 3, border: ROUND, labels });
    expect(lineText(lines[1]!)).toContain('(no routes)');
  });
});
