import { describe, expect, test } from 'vitest';
import type { World } from '../../../src/cloud/world.ts';
import { CATALOGS } from '../../../src/text/catalog.ts';
import { columns } from '../../../src/text/columns.ts';
import { lineText, ROUND } from '../../../src/ui/lines.ts';
import { describeThing, drawFacts } from '../../../src/ui/map/describe-thing.ts';
import { drawMap } from '../../../src/ui/map/draw-map.ts';
import { listMapNodes } from '../../../src/ui/map/map-nodes.ts';
import { buildWorld } from '../../worlds/build.ts';
import { WORLDS } from './map-worlds.ts';

const labels = CATALOGS.en.map;

function facts(world: World, id: string): readonly string[] {
  return drawFacts(describeThing(world, id, labels), labels).map((line) =>
    lineText(line).trim().replaceAll(/ {2,}/g, ': '),
  );
}

describe('the things of a map', () => {
  test('are listed in reading order, each once', () => {
    expect(listMapNodes(WORLDS['wrong room']()).map(({ id }) => id)).toEqual([
      'vpc-red',
      'subnet-pub-a',
      'rtb-public',
      'subnet-app-a',
      'rtb-app',
      'i-app',
      'nat-x',
      'igw-1',
      'internet',
      'client',
    ]);
  });

  test('go on with hosts, rows of the mapping and frames where the level is about them', () => {
    const ids = listMapNodes(WORLDS['same addresses']()).map(({ id }) => id);
    expect(ids.slice(ids.indexOf('host-a'))).toEqual([
      'host-a',
      'host-b',
      'host-c',
      'vpc-red/10.1.0.5',
      'vpc-red/10.1.0.9',
      'vpc-blue/10.1.0.9',
      'frame-1',
    ]);
  });

  test('stand where the drawn map shows them', () => {
    const world = WORLDS.crowded();
    const lines = drawMap(world, { width: 96, height: 24, border: ROUND, labels });
    for (const { id, label, row = 0, column = 0 } of listMapNodes(world, lines).filter(
      (node) => node.row !== undefined,
    )) {
      const before = [...lineText(lines[row]!)].reduce(
        (text, letter) => (columns(text) < column ? text + letter : text),
        '',
      );
      const name = id.startsWith('eipalloc-') ? id : label;
      expect(lineText(lines[row]!).slice(before.length).startsWith(name)).toBe(true);
    }
  });
});

describe('what a thing is set to', () => {
  test.each([
    ['a subnet', 'subnet-db-a', 'route table: rtb-red-main (main)'],
    ['an instance', 'i-web', 'addresses: 10.1.1.10 ⇄ 203.0.113.9'],
    ['a stopped one', 'i-db', 'state: stopped'],
    ['a forwarder', 'i-fw', 'source/dest check: OFF'],
    ['an interface of nobody', 'eni-spare', 'subnet: subnet-fw'],
    ['a NAT gateway', 'nat-x', 'lives on: Hyperplane'],
    ['a failed one', 'nat-y', 'state: failed'],
    ['an internet gateway', 'igw-1', 'attached to: vpc-red'],
    ['a detached one', 'igw-spare', 'attached to: detached'],
    ['a table that nobody uses', 'rtb-spare', 'used by: nothing'],
    ['a spare address', 'eipalloc-spare', 'used by: not associated'],
    ['a machine on the internet', 'partner', 'addresses: 192.0.2.80'],
    ['a host', 'host-a', 'runs: app'],
    ['a VPC', 'vpc-red', 'block: 10.1.0.0/16'],
  ])('is told of %s', (_what, id, fact) => {
    expect(facts(WORLDS.crowded(), id)).toContain(fact);
  });

  test('is told of the rows of the mapping and of a frame', () => {
    const world = WORLDS['same addresses']();
    expect(facts(world, 'vpc-red/10.1.0.9')).toEqual(['Mapping Service: no row']);
    expect(facts(world, 'vpc-blue/10.1.0.9')).toEqual(['Mapping Service: vpc-blue 10.1.0.9 → host-b 100.64.0.12']);
    expect(facts(world, 'frame-1')).toContain('claims: 10.1.0.5 → 10.1.0.9 tcp/443');
  });

  test('is told of rules and programs as the level states them', () => {
    const world = buildWorld({
      hosts: { 'host-a': { underlay: '100.64.0.11' } },
      vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] } },
      subnets: { 'subnet-a': { vpcId: 'vpc-red', cidr: '10.1.1.0/24' } },
      securityGroups: {
        'sg-app': {
          vpcId: 'vpc-red',
          inbound: [{ protocol: 'tcp', ports: { from: 443, to: 443 }, peer: '0.0.0.0/0' }],
        },
      },
      instances: {
        'i-app': { hostId: 'host-a', application: { listeners: [{ port: 443 }], records: { peer: '10.1.1.9' } } },
      },
      networkInterfaces: {
        'eni-app': {
          subnetId: 'subnet-a',
          instanceId: 'i-app',
          addresses: [{ address: '10.1.1.5' }],
          groups: ['sg-app'],
        },
      },
    });
    expect(facts(world, 'i-app')).toEqual(
      expect.arrayContaining(['in: tcp/443 0.0.0.0/0', 'out: nothing', 'listens: tcp/443', 'knows: peer = 10.1.1.9']),
    );
  });

  test('names the table that packets from there go by', () => {
    const world = WORLDS['wrong room']();
    const table = (id: string) => describeThing(world, id, labels).routeTableId;
    expect(['i-app', 'nat-x', 'subnet-pub-a', 'rtb-app', 'client'].map(table)).toEqual([
      'rtb-app',
      'rtb-app',
      'rtb-public',
      'rtb-app',
      undefined,
    ]);
  });

  test('is nothing for what is not there', () => {
    expect(describeThing(WORLDS.empty(), 'i-gone', labels)).toEqual({ id: 'i-gone', name: 'i-gone', facts: [] });
  });
});
