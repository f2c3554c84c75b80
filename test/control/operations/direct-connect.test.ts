import { describe, expect, test } from 'vitest';
import type { World } from '../../../src/cloud/world.ts';
import { parseCommand, printCommand } from '../../../src/control/command.ts';
import { splitWords } from '../../../src/control/words.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../../worlds/build.ts';
import { edit, outputOf, refusal } from '../lab-world.ts';

/** Level 6.5: a port and its wire, and nothing on it. */
const bare: Part = {
  gateways: {
    'dxvif-1': undefined,
    'dxvif-2': undefined,
    'vpn-1': undefined,
    'vpn-2': undefined,
    'vpn-3': undefined,
    'cgw-1': undefined,
    'cgw-2': undefined,
    'cgw-3': undefined,
    'site-hq': { routes: [], translations: [], advertises: [{ prefix: '172.16.0.0/16' }] },
  },
};

function start(...changes: Part[]): World {
  return buildWorld(worldFile('hybrid'), bare, ...changes);
}

const dx = (line: string) => `aws directconnect ${line}`;
const privately = (structure: string, connection = 'dxcon-1') =>
  dx(`create-private-virtual-interface --connection-id ${connection} --new-private-virtual-interface ${structure}`);
const publicly = (structure: string) =>
  dx(`create-public-virtual-interface --connection-id dxcon-1 --new-public-virtual-interface ${structure}`);

const PRIVATE = 'virtualInterfaceName=red,vlan=101,asn=65000,virtualGatewayId=vgw-1';
const PUBLIC = "'virtualInterfaceName=s3,vlan=102,asn=65000,routeFilterPrefixes=[{cidr=192.0.2.192/26}]'";

/** D-DX: what, the lines before, the line; Direct Connect has one code for all of them. */
const refusals: readonly (readonly [string, readonly string[], string])[] = [
  ['an unknown connection', [], privately(PRIVATE, 'dxcon-x')],
  ['a VLAN that is in use', [privately(PRIVATE)], privately(PRIVATE)],
  ['neither gateway', [], privately('virtualInterfaceName=red,vlan=101,asn=65000')],
  ['both gateways', [], privately(`${PRIVATE},directConnectGatewayId=dxgw-1`)],
  ['an unknown virtual private gateway', [], privately(PRIVATE.replace('vgw-1', 'vgw-x'))],
  [
    'an unknown Direct Connect gateway',
    [],
    privately('virtualInterfaceName=red,vlan=101,asn=65000,directConnectGatewayId=dxgw-x'),
  ],
  ['a public one without prefixes', [], publicly('virtualInterfaceName=s3,vlan=102,asn=65000')],
  [
    'a public one with a private prefix',
    [],
    publicly("'virtualInterfaceName=s3,vlan=102,asn=65000,routeFilterPrefixes=[{cidr=172.16.0.0/16}]'"),
  ],
  ['deletion of what is not there', [], dx('delete-virtual-interface --virtual-interface-id dxvif-9')],
];

test.each(refusals)('%s is refused', (_what, before, line) => {
  expect(refusal(edit(start(), ...before), line)).toBe('DirectConnectClientException');
});

test.each([
  ['a VLAN beyond 4094', privately(PRIVATE.replace('101', '4095'))],
  ['no VLAN', privately('virtualInterfaceName=red,asn=65000,virtualGatewayId=vgw-1')],
  ['a field that is none', privately(`${PRIVATE},vlanId=3`)],
])('%s is no such structure', (_what, line) => {
  expect(refusal(start(), line)).toBe('ParamValidation');
});

describe('level 6.5', () => {
  test('a private virtual interface reaches the app; JSON and shorthand say the same', () => {
    const json = `'{"virtualInterfaceName":"red","vlan":101,"asn":65000,"virtualGatewayId":"vgw-1"}'`;
    const worlds = [edit(start(), privately(PRIVATE)), edit(start(), privately(json))];
    expect(worlds[1]).toEqual(worlds[0]);
    expect(traceExchange(worlds[0]!, { from: 'hq', to: 'i-app' }).outcome).toBe('conversed');
    expect(traceExchange(worlds[0]!, { from: 'hq', to: 'bucket' }).outcome).toBe('dropped');
  });

  test('a public one and a translation reach the bucket, seen as the company’s own address', () => {
    const swap = 'lab set-site-translation --site-id site-hq --over dxvif-2 --address 192.0.2.200';
    const world = edit(start(), privately(PRIVATE), publicly(PUBLIC));
    expect(traceExchange(world, { from: 'hq', to: 'bucket' }).request.fault?.code).toBe('PRIVATE_SOURCE_ON_PUBLIC_VIF');
    const { outcome, seen } = traceExchange(edit(world, swap), { from: 'hq', to: 'bucket' });
    expect([outcome, seen?.source.address]).toEqual(['conversed', '192.0.2.200']);
  });
});

test('a command line that is printed reads as itself', () => {
  for (const line of [privately(PRIVATE), publicly(PUBLIC)]) {
    const words = splitWords(line);
    const read = parseCommand(words.ok ? words.value : []);
    if (!read.ok) throw new Error(read.error.message);
    const printed = splitWords(printCommand(read.value.operation));
    expect(parseCommand(printed.ok ? printed.value : [])).toEqual(read);
  }
});

describe('describe calls, in the service’s own spelling', () => {
  test('of virtual interfaces', () => {
    const world = edit(start(), privately(PRIVATE), publicly(PUBLIC));
    expect(outputOf(world, dx('describe-virtual-interfaces --virtual-interface-id dxvif-1'))).toEqual({
      virtualInterfaces: [
        {
          virtualInterfaceId: 'dxvif-1',
          virtualInterfaceType: 'private',
          virtualInterfaceName: 'red',
          virtualInterfaceState: 'available',
          connectionId: 'dxcon-1',
          vlan: 101,
          asn: 65000,
          mtu: 1500,
          jumboFrameCapable: true,
          virtualGatewayId: 'vgw-1',
          routeFilterPrefixes: [],
        },
      ],
    });
    const all = outputOf(world, dx('describe-virtual-interfaces --connection-id dxcon-1')) as {
      virtualInterfaces: { routeFilterPrefixes: object[] }[];
    };
    expect(all.virtualInterfaces.map(({ routeFilterPrefixes }) => routeFilterPrefixes)).toEqual([
      [],
      [{ cidr: '192.0.2.192/26' }],
    ]);
  });

  test('of connections that are up, down, or have no wire yet', () => {
    const order = dx('create-connection --location EqDC2 --bandwidth 1Gbps --connection-name spare');
    const world = edit(start(), order, 'lab set-link --link dxcon-1 --state down');
    const { connections } = outputOf(world, dx('describe-connections')) as {
      connections: { connectionState: string }[];
    };
    expect(connections.map(({ connectionState }) => connectionState)).toEqual(['down', 'requested']);
    const laid = edit(world, 'lab lay-wire --connection-id dxcon-2 --site-id site-hq');
    expect(outputOf(laid, dx('describe-connections --connection-id dxcon-2'))).toMatchObject({
      connections: [{ connectionState: 'available', bandwidth: '1Gbps' }],
    });
  });
});

test('a router forgets the wire that is laid to another site, and keeps one that is laid to it again', () => {
  const hybrid = buildWorld(worldFile('hybrid'));
  const lay = (site: string) => `lab lay-wire --connection-id dxcon-1 --site-id ${site}`;
  expect(edit(hybrid, lay('site-hq'))).toEqual(hybrid);
  expect(edit(hybrid, lay('site-branch')).gateways['site-hq']).toMatchObject({
    advertises: [{ prefix: '172.16.5.0/24', over: 'vpn-2' }],
    translations: [],
  });
});

describe('a Direct Connect gateway (D-DX)', () => {
  const twoVpcs: Part = {
    vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] }, 'vpc-twin': { cidrs: ['10.1.0.0/16'] } },
    gateways: {
      'vgw-2': { kind: 'vpn-gateway', vpcId: 'vpc-blue' },
      'vgw-3': { kind: 'vpn-gateway', vpcId: 'vpc-twin' },
    },
  };
  const join = (vgw: string) =>
    dx(`create-direct-connect-gateway-association --direct-connect-gateway-id dxgw-1 --gateway-id ${vgw}`);
  const part = (vgw: string) =>
    dx(`delete-direct-connect-gateway-association --direct-connect-gateway-id dxgw-1 --virtual-gateway-id ${vgw}`);
  const make = dx('create-direct-connect-gateway --direct-connect-gateway-name hub');
  const onIt = privately('virtualInterfaceName=red,vlan=101,asn=65000,directConnectGatewayId=dxgw-1');

  test('joins a wire to the gateways of several VPCs', () => {
    const world = edit(start(twoVpcs), make, join('vgw-1'), join('vgw-2'), onIt);
    expect(traceExchange(world, { from: 'hq', to: 'i-app' }).outcome).toBe('conversed');
    expect(outputOf(world, dx('describe-direct-connect-gateways'))).toMatchObject({
      directConnectGateways: [{ directConnectGatewayId: 'dxgw-1', directConnectGatewayName: 'hub' }],
    });
  });

  test.each<[string, string[], string]>([
    ['VPCs whose blocks overlap', [join('vgw-1')], join('vgw-3')],
    ['the same gateway twice', [join('vgw-1')], join('vgw-1')],
    ['parting what is not joined', [], part('vgw-1')],
    [
      'deletion while a gateway is joined',
      [join('vgw-1')],
      dx('delete-direct-connect-gateway --direct-connect-gateway-id dxgw-1'),
    ],
    [
      'deletion under a virtual interface',
      [onIt],
      dx('delete-direct-connect-gateway --direct-connect-gateway-id dxgw-1'),
    ],
  ])('%s is refused', (_what, before, line) => {
    expect(refusal(edit(start(twoVpcs), make, ...before), line)).toBe('DirectConnectClientException');
  });

  test('joins 20 virtual private gateways and no more (D-DX)', () => {
    const joined = (count: number) => {
      const ids = Array.from({ length: count }, (_each, index) => `vgw-${index + 101}`);
      const gateways = Object.fromEntries(ids.map((id) => [id, { kind: 'vpn-gateway' }]));
      const hub = { kind: 'direct-connect-gateway', name: 'hub', virtualGatewayIds: ids };
      return start(twoVpcs, { gateways: { ...gateways, 'dxgw-1': hub } });
    };
    expect(refusal(joined(19), join('vgw-2'))).toBe('success');
    expect(refusal(joined(20), join('vgw-2'))).toBe('DirectConnectClientException');
  });

  test('is gone once it is empty', () => {
    const world = edit(
      start(twoVpcs),
      make,
      join('vgw-1'),
      part('vgw-1'),
      dx('delete-direct-connect-gateway --direct-connect-gateway-id dxgw-1'),
    );
    expect(world.gateways).not.toHaveProperty('dxgw-1');
  });

  test('holds its virtual private gateways', () => {
    const world = edit(
      start(twoVpcs),
      make,
      join('vgw-2'),
      'detach-vpn-gateway --vpn-gateway-id vgw-2 --vpc-id vpc-blue',
    );
    expect(refusal(world, 'delete-vpn-gateway --vpn-gateway-id vgw-2')).toBe('IncorrectState');
  });
});
