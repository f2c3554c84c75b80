import { describe, expect, test } from 'vitest';
import { interfaceEndpointStates } from '../../../src/dataplane/gateways/interface-endpoint.ts';
import { CATALOGS, type Language } from '../../../src/text/catalog.ts';
import { columns } from '../../../src/text/columns.ts';
import { ASCII, type Border, type Line, lineColumns, lineText, ROUND } from '../../../src/ui/lines.ts';
import { drawMap } from '../../../src/ui/map/draw-map.ts';
import type { MapMarks } from '../../../src/ui/map/marks.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';
import { WORLDS } from './map-worlds.ts';

const SIZES = [
  [96, 24],
  [62, 14],
  [48, 11],
  [36, 9],
  [20, 5],
] as const;

interface Options {
  readonly size?: readonly [number, number];
  readonly border?: Border;
  readonly language?: Language;
  readonly marks?: MapMarks;
}

type Name = keyof typeof WORLDS;

function draw(name: Name, { size: [width, height] = [62, 14], border = ROUND, language = 'en', marks = {} }: Options) {
  return drawMap(WORLDS[name](), { width, height, border, labels: CATALOGS[language].map, marks });
}

/** A bar ends each line, so that a still shows how wide it is. */
function still(lines: readonly Line[]): string {
  return lines.map((line) => `${lineText(line)}¦\n`).join('');
}

function lineWith(lines: readonly Line[], text: string): string {
  return lines.map(lineText).find((line) => line.includes(text)) ?? '';
}

describe.each(Object.keys(WORLDS) as Name[])('the map of "%s"', (name) => {
  test('is drawn at every size as recorded', async () => {
    const stills = SIZES.map((size) => `${size.join(' x ')}\n${still(draw(name, { size }))}`);
    await expect(stills.join('\n')).toMatchFileSnapshot(`./stills/${name.replaceAll(' ', '-')}.txt`);
  });

  test('is drawn without a single character that a plain terminal lacks', () => {
    const nonPlain = /[^\x20-\x7e가-힣]/;
    for (const size of SIZES)
      expect(still(draw(name, { size, border: ASCII })).replaceAll('¦\n', '')).not.toMatch(nonPlain);
  });

  test('is as wide and as high as asked for at absurd sizes too', () => {
    for (let width = 0; width < 70; width += 3)
      for (const height of [0, 1, 2, 3, 7, 30]) {
        const lines = draw(name, { size: [width, height] });
        expect(lines.map(lineColumns)).toEqual(Array.from({ length: height }, () => width));
      }
  });
});

test('the map is drawn in Korean and in plain characters as recorded', async () => {
  const korean = still(draw('crowded', { size: [96, 24], language: 'ko' }));
  const plain = still(draw('crowded', { size: [96, 24], border: ASCII }));
  await expect(`${korean}\n${plain}`).toMatchFileSnapshot('./stills/korean-and-plain.txt');
});

test('the same picture comes whether the drawing is the first of its World or the second', () => {
  const world = WORLDS.crowded();
  const options = { width: 62, height: 14, border: ROUND, labels: CATALOGS.en.map };
  expect(drawMap(world, options)).toEqual(drawMap(world, options));
});

describe('a packet on the map', () => {
  test.each([
    ['an instance', 'i-app', '● app'],
    ['an interface', 'eni-app', '● app'],
    ['a private address of a NAT gateway', 'nat-x', '● nat-x'],
    ['an edge gateway', 'igw-1', '●igw-1'],
    ['the internet', 'internet', '●internet'],
    ['a machine on the internet', 'client', '●client'],
    ['a public address', '203.0.113.50', '● nat-x'],
    ['an address that nobody has', '192.0.2.77', '● 192.0.2.77'],
    ['a host that the map does not draw', 'host-a', '● host-a ─╮'],
  ])('stands at %s', (_what, packetAt, shown) => {
    const lines = draw('wrong room', { marks: { packetAt } });
    expect(lineWith(lines, '●')).toContain(shown);
    expect(lines.flat().find(({ text }) => text === '●')?.style).toBe('packet');
  });

  test('stands at a host where the hosts are drawn', () => {
    const lines = draw('same addresses', { marks: { packetAt: 'host-b' } });
    expect(lineWith(lines, '●')).toMatch(/^●host-b 100\.64\.0\.12/);
  });

  test('leaves a dim trail', () => {
    const lines = draw('wrong room', { marks: { path: ['i-app', 'nat-x'], packetAt: 'igw-1' } });
    expect(lineWith(lines, 'app   10')).toContain('· app');
    expect(
      lines
        .flat()
        .filter(({ text }) => text === '·')
        .map(({ style }) => style),
    ).toEqual(['dim', 'dim']);
  });

  test('moves nothing but its own mark', () => {
    const bare = still(draw('wrong room', {}));
    const marked = still(draw('wrong room', { marks: { path: ['i-app'], packetAt: 'nat-x', failedAt: 'rtb-app' } }));
    expect(marked.replaceAll(/[●·✗]/g, ' ')).toBe(bare);
  });
});

describe('a fault on the map', () => {
  test.each([
    ['a table, at every subnet that uses it', 'rtb-app', 'app-a 10.1.2.0/24 ✗rtb-app'],
    ['an interface', 'eni-app', '✗ app'],
    ['a gateway', 'igw-1', '✗igw-1'],
    ['a VPC', 'vpc-red', '✗vpc-red'],
    ['a subnet', 'subnet-pub-a', '✗pub-a'],
    ['a security group, by name', 'sg-red-default', '✗ sg-red-default ─╮'],
    ['a network ACL, by name', 'acl-red-default', '✗ acl-red-default ─╮'],
  ])('is marked at %s', (_what, failedAt, shown) => {
    const lines = draw('wrong room', { marks: { failedAt } });
    expect(lines.map(lineText).join('\n')).toContain(shown);
    expect(lines.flat().find(({ text }) => text === '✗')?.style).toBe('bad');
  });

  test('of a security group is marked at the interfaces that have it too', () => {
    expect(lineWith(draw('wrong room', { marks: { failedAt: 'sg-red-default' } }), '10.1.2.20')).toContain('✗ app');
  });

  test('hides the packet that died there', () => {
    const lines = draw('wrong room', { marks: { packetAt: 'igw-1', failedAt: 'igw-1' } });
    expect(lineWith(lines, 'igw-1')).toContain('✗igw-1');
  });
});

test('what the cursor is on is shown inverse', () => {
  const lines = draw('wrong room', { marks: { chosen: 'nat-x' } });
  expect(lines.flat().filter(({ style }) => style === 'chosen')).toMatchObject([{ text: 'nat-x' }]);
});

test('a list that is too long shows the part where the packet is', () => {
  const lines = draw('crowded', { size: [30, 5], marks: { packetAt: 'partner' } });
  expect(lineWith(lines, '협력사')).toContain('●');
  expect(lineText(lines.at(-1)!)).toMatch(/^ \+\d+ more/);
});

test('a name in two-column letters breaks no frame', () => {
  const name = '가나다라마바사아자차카타파하가나다라마바사아자차카타파하';
  const world = buildWorld({
    hosts: { 'host-a': { underlay: '100.64.0.11' } },
    vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] } },
    subnets: { 'subnet-a': { vpcId: 'vpc-red', cidr: '10.1.0.0/24' } },
    networkInterfaces: { 'eni-a': { subnetId: 'subnet-a', addresses: [{ address: '10.1.0.5' }], instanceId: 'i-a' } },
    instances: { 'i-a': { name, hostId: 'host-a' } },
  });
  for (let width = 18; width < 64; width++) {
    const lines = drawMap(world, { width, height: 9, border: ROUND, labels: CATALOGS.ko.map });
    expect(lines.map((line) => columns(lineText(line)))).toEqual(Array.from({ length: 9 }, () => width));
    expect(lineWith(lines, '가나다')).toContain('…');
  }
});

test.each(interfaceEndpointStates.filter((state) => state !== 'available'))(
  'an endpoint that is %s says so where it stands',
  (state) => {
    const world = buildWorld(worldFile('privatelink'), { gateways: { 'vpce-api': { state } } });
    for (const language of ['en', 'ko'] as const) {
      const labels = CATALOGS[language].map;
      const lines = drawMap(world, { width: 96, height: 24, border: ROUND, labels, marks: {} });
      expect(lineWith(lines, '10.0.2.77')).toContain(labels[state]);
    }
  },
);
