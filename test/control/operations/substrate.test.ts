import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const client = 'lab create-machine --name client --address 198.51.100.8';
const frame =
  'lab create-frame --from-host host-a --to-host host-b --vpc-id vpc-red --source 10.1.1.10 --destination 10.1.2.20';

const refusals: readonly (readonly [string, readonly string[], string, string])[] = [
  ['a host at a taken address', [], 'lab create-host --underlay 100.64.0.11', 'InvalidParameterValue'],
  ['a host at Blackfoot’s address', [], 'lab create-host --underlay 100.64.255.1', 'InvalidParameterValue'],
  ['a machine that exists', [client], client, 'InvalidParameterValue'],
  ['a machine at a taken address', [], 'lab create-machine --name x --address 192.0.2.80', 'InvalidParameterValue'],
  ['a machine at a lent address', [], 'lab create-machine --name x --address 203.0.113.77', 'InvalidParameterValue'],
  [
    'a machine whose name is no id',
    [],
    "lab create-machine --name 'The client' --address 198.51.100.8",
    'InvalidParameterValue',
  ],
  ['a machine at an unknown site', [], `${client} --site site-x`, 'InvalidSite.NotFound'],
  ['taking away an instance', [], 'lab delete-machine --machine i-web', 'InvalidParameterValue'],
  ['a frame from nowhere', [], frame.replace('host-a', 'host-x'), 'InvalidHostID.NotFound'],
  ['a pool that the next address is not in', [], 'lab set-public-pool --next 198.51.100.5', 'InvalidParameterValue'],
  ['an unknown quota', [], 'lab set-quota --quota penguins --value 2', 'InvalidParameterValue'],
  [
    'an application that is none',
    [],
    `lab put-application --machine i-web --application '{"ports":[443]}'`,
    'ParamValidation',
  ],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

test('a host gets the next free address of the underlay, or the one that is named', () => {
  const world = edit(makeWorld(), 'lab create-host', 'lab create-host --underlay 100.64.7.7 --no-checks-frames');
  expect(world.hosts).toMatchObject({
    'host-1': { underlay: '100.64.0.13', checksFrames: true },
    'host-2': { underlay: '100.64.7.7', checksFrames: false },
  });
});

test('a machine outside comes and goes', () => {
  const named = "lab create-machine --name 'The client' --machine-id client --address 198.51.100.8";
  expect(edit(makeWorld(), named).internet.client).toEqual({
    name: 'The client',
    address: '198.51.100.8',
    application: {},
  });
  expect(edit(makeWorld(), client, 'lab delete-machine --machine client')).toEqual(makeWorld());
});

test('a frame is on the wire', () => {
  const world = edit(makeWorld(), frame);
  expect(world.frames['frame-2']).toEqual(makeWorld().frames['frame-1']);
  expect(checkWorld(world)).toEqual([]);
});

describe('an application', () => {
  const put = (text: string) => `lab put-application --machine i-app --application '${text}'`;

  test('is set whole', () => {
    const world = edit(
      makeWorld(),
      put('{"listeners":[{"port":443},{"protocol":"udp","port":53}],"allowedSources":[]}'),
    );
    expect(world.instances['i-app']?.application).toEqual({
      listeners: [
        { protocol: 'tcp', port: 443, bind: 'any' },
        { protocol: 'udp', port: 53, bind: 'any' },
      ],
      allowedSources: [],
    });
  });

  test('that is the same changes nothing', () => {
    const world = edit(makeWorld(), put('{"listeners":[]}'));
    expect(edit(world, put('{"listeners":[]}'))).toBe(world);
  });
});

test('an instance routes, or not', () => {
  const line = 'lab set-forwarding --instance-id i-app --forwarding router';
  expect(edit(makeWorld(), line).instances['i-app']?.forwarding).toBe('router');
});

test('the next public address is the one that is set', () => {
  const line = 'lab set-public-pool --cidr 198.51.100.0/24 --next 198.51.100.50';
  expect(outputOf(edit(makeWorld(), line), 'allocate-address')?.PublicIp).toBe('198.51.100.50');
});

test('a quota is what it is set to', () => {
  expect(refusal(edit(makeWorld(), 'lab set-quota --quota elasticIps --value 2'), 'allocate-address')).toBe(
    'AddressLimitExceeded',
  );
});
