import { describe, expect, test } from 'vitest';
import type { World } from '../../../src/cloud/world.ts';
import { routesOf } from '../../../src/dataplane/propagation.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../../worlds/build.ts';
import { edit, makeWorld, outputOf, refusal, run } from '../lab-world.ts';

/** vpn.yaml with a second VPC, a spare gateway and a table of its own. */
function start(...changes: Part[]): World {
  return buildWorld(
    worldFile('vpn'),
    {
      vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
      gateways: {
        'vgw-spare': { kind: 'vpn-gateway' },
        'cgw-spare': { kind: 'customer-gateway', ipAddress: '192.0.2.50' },
      },
    },
    ...changes,
  );
}

const attach = (gateway: string, vpc: string) => `attach-vpn-gateway --vpn-gateway-id ${gateway} --vpc-id ${vpc}`;
const detach = (gateway: string, vpc: string) => `detach-vpn-gateway --vpn-gateway-id ${gateway} --vpc-id ${vpc}`;
const enable = (gateway: string, table = 'rtb-app') =>
  `enable-vgw-route-propagation --gateway-id ${gateway} --route-table-id ${table}`;
const disable = (gateway: string, table = 'rtb-app') =>
  `disable-vgw-route-propagation --gateway-id ${gateway} --route-table-id ${table}`;
const connect = (cgw: string, vgw: string, more = '') =>
  `create-vpn-connection --type ipsec.1 --customer-gateway-id ${cgw} --vpn-gateway-id ${vgw} ${more}`;
const prefix = (verb: string, block: string, vpn = 'vpn-1') =>
  `${verb}-vpn-connection-route --vpn-connection-id ${vpn} --destination-cidr-block ${block}`;
const route = (block: string, gateway: string) =>
  `create-route --route-table-id rtb-app --destination-cidr-block ${block} --gateway-id ${gateway}`;

/** vpc-dataplane 5.2: what, the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  [
    'a gateway attached to another VPC',
    [],
    attach('vgw-1', 'vpc-blue'),
    'VpnGatewayAttachmentLimitExceeded',
    'C-OS, D-ERR',
  ],
  ['a second gateway of a VPC', [], attach('vgw-spare', 'vpc-red'), 'InvalidVpcState', 'D-ERR, C-OS'],
  ['the same pair again', [], attach('vgw-1', 'vpc-red'), 'success', 'C-OS'],
  ['an unknown gateway', [], attach('vgw-x', 'vpc-red'), 'InvalidVpnGatewayID.NotFound', 'D-ERR, C-OS'],
  ['an unknown VPC', [], attach('vgw-spare', 'vpc-x'), 'InvalidVpcID.NotFound', 'D-ERR'],
  [
    'detachment of what is not attached',
    [],
    detach('vgw-spare', 'vpc-red'),
    'InvalidVpnGatewayAttachment.NotFound',
    'D-ERR, C-OS',
  ],
  [
    'detachment from another VPC',
    [],
    detach('vgw-1', 'vpc-blue'),
    'InvalidVpnGatewayAttachment.NotFound',
    'D-ERR, C-OS',
  ],
  ['deletion while attached', [], 'delete-vpn-gateway --vpn-gateway-id vgw-1', 'IncorrectState', 'D-ERR, C-OS'],
  [
    'deletion with VPN connections',
    [detach('vgw-1', 'vpc-red')],
    'delete-vpn-gateway --vpn-gateway-id vgw-1',
    'IncorrectState',
    'D-ERR, C-OS',
  ],
  ['deletion of one that is free', [], 'delete-vpn-gateway --vpn-gateway-id vgw-spare', 'success', 'C-OS'],
  [
    'a sixth gateway',
    ['create-vpn-gateway --type ipsec.1', 'create-vpn-gateway --type ipsec.1', 'create-vpn-gateway --type ipsec.1'],
    'create-vpn-gateway --type ipsec.1',
    'VpnGatewayLimitExceeded',
    'D-VPNQ',
  ],
  ['another type', [], 'create-vpn-gateway --type gre', 'InvalidParameterValue', 'D-ERR'],
  [
    'deletion of a customer gateway in use',
    [],
    'delete-customer-gateway --customer-gateway-id cgw-1',
    'IncorrectState',
    'D-ERR',
  ],
  [
    'deletion of an unknown one',
    [],
    'delete-customer-gateway --customer-gateway-id cgw-x',
    'InvalidCustomerGatewayID.NotFound',
    'D-ERR',
  ],
  [
    'a customer gateway without address',
    [],
    'create-customer-gateway --type ipsec.1 --bgp-asn 65000',
    'MissingParameter',
    'C-OS',
  ],
  [
    'a connection with an unknown customer gateway',
    [],
    connect('cgw-x', 'vgw-1'),
    'InvalidCustomerGatewayID.NotFound',
    'D-ERR',
  ],
  ['a connection with an unknown gateway', [], connect('cgw-1', 'vgw-x'), 'InvalidVpnGatewayID.NotFound', 'D-ERR'],
  ['an option that is none', [], connect('cgw-1', 'vgw-spare', '--options Static=true'), 'ParamValidation', 'CLI'],
  [
    'a route of an unknown connection',
    [],
    prefix('create', '172.16.0.0/16', 'vpn-x'),
    'InvalidVpnConnectionID.NotFound',
    'D-ERR',
  ],
  ['a route again', [], prefix('create', '172.16.0.0/16'), 'success', 'C-OS'],
  ['deletion of a route that is not there', [], prefix('delete', '10.9.0.0/16'), 'InvalidRoute.NotFound', 'C-OS'],
  [
    'a static route on a connection with BGP',
    [connect('cgw-spare', 'vgw-1')],
    prefix('create', '172.30.0.0/16', 'vpn-2'),
    'InvalidParameterValue',
    'inferred',
  ],
  ['propagation from an unknown gateway', [], enable('vgw-x'), 'Gateway.NotAttached', 'C-OS'],
  ['propagation from a detached gateway', [], enable('vgw-spare'), 'Gateway.NotAttached', 'C-OS'],
  ['propagation into another VPC’s table', [], enable('vgw-1', 'rtb-blue-main'), 'Gateway.NotAttached', 'C-OS'],
  ['propagation into an unknown table', [], enable('vgw-1', 'rtb-x'), 'InvalidRouteTableID.NotFound', 'D-ERR'],
  ['propagation that is on', [], enable('vgw-1'), 'success', 'C-OS'],
  ['disabling what is off', [disable('vgw-1')], disable('vgw-1'), 'success', 'C-OS'],
  [
    'deletion of a propagated route',
    [],
    'delete-route --route-table-id rtb-app --destination-cidr-block 172.16.0.0/16',
    'InvalidParameterValue',
    'D-GWE rule, inferred',
  ],
  [
    'a route to a gateway that is attached elsewhere',
    [attach('vgw-spare', 'vpc-blue')],
    route('172.30.0.0/16', 'vgw-spare'),
    'InvalidGatewayID.NotFound',
    'C-OS',
  ],
  [
    'a route to a gateway that is detached',
    [],
    route('172.30.0.0/16', 'vgw-spare'),
    'InvalidGatewayID.NotFound',
    'C-OS',
  ],
  ['a route to an unknown gateway', [], route('172.30.0.0/16', 'vgw-x'), 'InvalidGatewayID.NotFound', 'C-LOG, C-STK'],
  [
    'a static route beside the propagated one of the same destination',
    [],
    route('172.16.0.0/16', 'vgw-1'),
    'success',
    'D-RT',
  ],
  ['a route inside the VPC’s block (level 5.3)', [], route('10.1.9.0/24', 'vgw-1'), 'InvalidParameterValue', 'C-LOG'],
];

test.each(refusals)('%s', (_what, before, line, code) => {
  expect(refusal(edit(start(), ...before), line)).toBe(code);
});

describe('a VPN from nothing', () => {
  const company: Part = {
    gateways: { 'vpn-1': undefined, 'vgw-1': undefined, 'cgw-1': undefined, 'site-hq': { routes: [] } },
  };
  const lines = [
    'create-vpn-gateway --type ipsec.1',
    attach('vgw-1', 'vpc-red'),
    'create-customer-gateway --type ipsec.1 --bgp-asn 65000 --ip-address 192.0.2.9',
    connect('cgw-1', 'vgw-1', '--options \'{"StaticRoutesOnly":true}\''),
    prefix('create', '172.16.0.0/16'),
    enable('vgw-1'),
  ];
  const world = (...more: string[]) =>
    edit(start(company, { routeTables: { 'rtb-app': { propagatingVgws: undefined } } }), ...lines, ...more);

  test('carries a request at once, but the answer only once the customer’s router has a route', () => {
    const probe = { from: 'i-app', to: 'hq' };
    expect(traceExchange(world(), probe).reply?.fault?.code).toBe('ONPREM_NO_RETURN');
    const both = world('lab set-site-route --site-id site-hq --destination-cidr-block 10.1.0.0/16 --target vpn-1');
    expect(traceExchange(both, probe).outcome).toBe('conversed');
  });

  test('has both tunnels up, at addresses of AWS’s own that differ', () => {
    const { VpnConnections } = outputOf(world(), 'describe-vpn-connections') as { VpnConnections: object[] };
    expect(VpnConnections).toEqual([
      {
        VpnConnectionId: 'vpn-1',
        State: 'available',
        Type: 'ipsec.1',
        CustomerGatewayId: 'cgw-1',
        VpnGatewayId: 'vgw-1',
        Options: { StaticRoutesOnly: true },
        Routes: [{ DestinationCidrBlock: '172.16.0.0/16', State: 'available' }],
        VgwTelemetry: [
          { OutsideIpAddress: '203.0.113.254', Status: 'UP' },
          { OutsideIpAddress: '203.0.113.253', Status: 'UP' },
        ],
      },
    ]);
  });

  test('its propagated route appears in the table without being stored', () => {
    const { RouteTables } = outputOf(world(), 'describe-route-tables --route-table-ids rtb-app') as {
      RouteTables: { PropagatingVgws: object[]; Routes: object[] }[];
    };
    expect(RouteTables[0]?.PropagatingVgws).toEqual([{ GatewayId: 'vgw-1' }]);
    expect(RouteTables[0]?.Routes.at(-1)).toEqual({
      DestinationCidrBlock: '172.16.0.0/16',
      GatewayId: 'vgw-1',
      Origin: 'EnableVgwRoutePropagation',
      State: 'active',
    });
    expect(world().routeTables['rtb-app']?.routes).toHaveLength(1);
  });

  test('made twice it is the same connection, and the same customer gateway', () => {
    const again = edit(world(), connect('cgw-1', 'vgw-1'), lines[2]!);
    expect(Object.keys(again.gateways).filter((id) => /^(?:vpn|cgw)-/.test(id))).toEqual([
      'cgw-spare',
      'cgw-1',
      'vpn-1',
    ]);
  });
});

test('detaching a gateway leaves its routes as blackholes and ends its propagation', () => {
  const world = edit(start(), route('172.30.0.0/16', 'vgw-1'), detach('vgw-1', 'vpc-red'));
  expect(world.routeTables['rtb-app']).not.toHaveProperty('propagatingVgws');
  const { RouteTables } = outputOf(world, 'describe-route-tables --route-table-ids rtb-app') as {
    RouteTables: { Routes: { State: string }[] }[];
  };
  expect(RouteTables[0]?.Routes.map(({ State }) => State)).toEqual(['active', 'blackhole']);
});

test('a deleted connection takes its routes along, on both sides', () => {
  const world = edit(start(), 'delete-vpn-connection --vpn-connection-id vpn-1');
  expect(routesOf(world, 'rtb-app')).toHaveLength(1);
  expect(world.gateways['site-hq']).toMatchObject({ routes: [{ destination: '0.0.0.0/0', target: 'isp' }] });
});

test('a table that takes propagated routes steers nothing that comes in (D-RT)', () => {
  const world = edit(start(), 'create-route-table --vpc-id vpc-red', enable('vgw-1', 'rtb-1'));
  const line = 'associate-route-table --route-table-id rtb-1 --gateway-id vgw-1';
  expect(refusal(world, line)).toBe('InvalidParameterValue');
  const off = edit(world, disable('vgw-1', 'rtb-1'), line);
  expect(refusal(off, enable('vgw-1', 'rtb-1'))).toBe('InvalidParameterValue');
});

describe('describe calls', () => {
  test('of virtual private gateways and customer gateways, with filters', () => {
    expect(outputOf(start(), 'describe-vpn-gateways --filters Name=attachment.vpc-id,Values=vpc-red')).toEqual({
      VpnGateways: [
        {
          VpnGatewayId: 'vgw-1',
          State: 'available',
          Type: 'ipsec.1',
          AmazonSideAsn: 64512,
          VpcAttachments: [{ State: 'attached', VpcId: 'vpc-red' }],
        },
      ],
    });
    expect(outputOf(start(), 'describe-customer-gateways --customer-gateway-ids cgw-1')).toEqual({
      CustomerGateways: [
        { CustomerGatewayId: 'cgw-1', State: 'available', Type: 'ipsec.1', IpAddress: '192.0.2.9', BgpAsn: '65000' },
      ],
    });
  });

  test('of a connection with a tunnel down', () => {
    const world = edit(start(), 'lab set-link --link vpn-1/2 --state down');
    const { VpnConnections } = outputOf(world, 'describe-vpn-connections') as {
      VpnConnections: { VgwTelemetry: { Status: string }[] }[];
    };
    expect(VpnConnections[0]?.VgwTelemetry.map(({ Status }) => Status)).toEqual(['UP', 'DOWN']);
  });
});

test('an instance may launch and a network may be used while no VPN is anywhere', () => {
  expect(run(makeWorld(), 'describe-vpn-connections')).toMatchObject({
    ok: true,
    value: { output: { VpnConnections: [] } },
  });
});
