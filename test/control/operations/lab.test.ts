import { describe, expect, test } from 'vitest';
import { listMapping } from '../../../src/dataplane/mapping.ts';
import { edit, makeWorld, refusal, run } from '../lab-world.ts';

const put = (address: string, host: string) =>
  `lab put-mapping --vpc-id vpc-red --private-ip-address ${address} --host-id ${host}`;
const forget = 'lab delete-mapping --vpc-id vpc-red --private-ip-address 10.1.2.20';

const refusals: readonly (readonly [string, readonly string[], string, string])[] = [
  ['a row for an address that nobody holds', [], put('10.1.2.99', 'host-a'), 'InvalidParameterValue'],
  ['a row for an unknown host', [], put('10.1.2.20', 'host-x'), 'InvalidHostID.NotFound'],
  ['the deletion of a row that is gone', [forget], forget, 'InvalidMapping.NotFound'],
  ['an unknown frame', [], 'lab discard-frame --frame-id frame-9', 'InvalidFrameID.NotFound'],
  ['an unknown machine', [], 'lab set-listener --machine nobody --bind-address any', 'InvalidMachine.NotFound'],
  [
    'a listener on half an address',
    [],
    'lab set-listener --machine i-web --bind-address 10.1',
    'InvalidParameterValue',
  ],
  [
    'a listener on no port',
    [],
    'lab set-listener --machine i-web --port 0 --bind-address any',
    'InvalidParameterValue',
  ],
  [
    'an entry with host bits',
    [],
    'lab set-allowed-source --machine partner --cidr 10.1.0.5/24',
    'InvalidParameterValue',
  ],
  [
    'a tile that lies already',
    ['lab place-tile --puzzle order --tile wrap'],
    'lab place-tile --puzzle order --tile wrap',
    'TileAlreadyPlaced',
  ],
  ['taking a tile where none lies', [], 'lab take-tile --puzzle order', 'NoTilePlaced'],
  ['an answer that would break the screen', [], "lab answer --question q --value 'a\u0007'", 'InvalidParameterValue'],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

describe('the Mapping Service', () => {
  const deviceFor = (world = makeWorld()) => listMapping(world).find(({ key }) => key === '10.1.2.20')?.device;

  test('believes a row that is put', () => {
    expect(deviceFor(edit(makeWorld(), put('10.1.2.20', 'host-a')))).toBe('host-a');
  });

  test('keeps no row that says what the interface says', () => {
    expect(edit(makeWorld(), put('10.1.2.20', 'host-a'), put('10.1.2.20', 'host-b'))).toEqual(makeWorld());
    const world = makeWorld();
    const result = run(world, put('10.1.2.20', 'host-b'));
    expect(result.ok && result.value.world).toBe(world);
  });

  test('forgets a row, and learns it again', () => {
    const gone = edit(makeWorld(), forget);
    expect(deviceFor(gone)).toBeUndefined();
    expect(edit(gone, put('10.1.2.20', 'host-b'))).toEqual(makeWorld());
  });
});

test('a frame is thrown away and taken back', () => {
  const gone = edit(makeWorld(), 'lab discard-frame --frame-id frame-1');
  expect(gone.frames['frame-1']?.discarded).toBe(true);
  expect(edit(gone, 'lab keep-frame --frame-id frame-1')).toEqual(makeWorld());
});

describe('a server', () => {
  const listeners = (line: string) => edit(makeWorld(), line).instances['i-web']?.application.listeners;

  test('binds another address on every port it has', () => {
    expect(listeners('lab set-listener --machine i-web --bind-address 10.1.1.10')).toEqual([
      { protocol: 'tcp', port: 443, bind: '10.1.1.10' },
    ]);
  });

  test('binds any address', () => {
    expect(listeners('lab set-listener --machine i-web --port 443 --bind-address any')).toEqual([
      { protocol: 'tcp', port: 443, bind: 'any' },
    ]);
  });

  test('listens on one more port', () => {
    expect(listeners('lab set-listener --machine i-web --port 80 --bind-address any')).toHaveLength(2);
  });
});

test('an allow-list’s wrong entry is set right in one move', () => {
  const line = 'lab set-allowed-source --machine partner --cidr 203.0.113.77';
  expect(edit(makeWorld(), line).internet.partner?.application.allowedSources).toEqual(['203.0.113.77/32']);
});

test('a record gets another address, and other records stay', () => {
  const world = edit(
    makeWorld(),
    'lab update-record --machine i-web --name db --address 10.1.2.20',
    'lab update-record --machine i-web --name partner --address 198.51.100.8',
  );
  expect(world.instances['i-web']?.application.records).toEqual({ partner: '198.51.100.8', db: '10.1.2.20' });
});

describe('the notebook', () => {
  test('holds the last answer to a question', () => {
    const answer = (value: string) => `lab answer --question outer --value '${value}'`;
    expect(edit(makeWorld(), answer('host a'), answer('host b')).notebook).toEqual({ outer: ['host b'] });
  });

  test('holds tiles in the order in which they were laid', () => {
    const tile = (name: string) => `lab place-tile --puzzle order --tile ${name}`;
    const laid = edit(makeWorld(), tile('wrap'), tile('strip'), tile('swap'), 'lab take-tile --puzzle order');
    expect(laid.notebook).toEqual({ order: ['wrap', 'strip'] });
  });

  test('forgets a puzzle whose last tile is taken', () => {
    const world = edit(makeWorld(), 'lab place-tile --puzzle order --tile wrap', 'lab take-tile --puzzle order');
    expect(world).toEqual(makeWorld());
  });
});
