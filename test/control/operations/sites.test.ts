import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import type { World } from '../../../src/cloud/world.ts';
import { applyOperation } from '../../../src/control/apply.ts';
import { printCommand } from '../../../src/control/command.ts';
import { listMoves } from '../../../src/control/form.ts';
import { GATEWAY_REFERENCES } from '../../../src/dataplane/gateways/registry.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../../worlds/build.ts';
import { edit, outputOf, refusal } from '../lab-world.ts';

const hybrid = (...changes: Part[]): World => buildWorld(worldFile('hybrid'), ...changes);
const out = { from: 'i-app', to: 'hq' };

/** The lab's own refusals: what, the line. */
const refusals: readonly (readonly [string, string])[] = [
  [
    'a way out that the site does not have',
    'lab set-site-route --site-id site-hq --destination-cidr-block 10.1.0.0/16 --target vpn-3',
  ],
  ['a route that nobody wrote', 'lab delete-site-route --site-id site-hq --destination-cidr-block 172.20.0.0/16'],
  [
    'an announcement over another site’s link',
    'lab advertise-prefix --site-id site-hq --prefix 172.16.0.0/16 --over vpn-3',
  ],
  ['an announcement over the provider', 'lab advertise-prefix --site-id site-hq --prefix 172.16.0.0/16 --over isp'],
  ['withdrawal of what is not announced', 'lab withdraw-prefix --site-id site-hq --prefix 172.17.0.0/16'],
  [
    'an alias of another size',
    'lab set-site-alias --site-id site-hq --own-cidr-block 172.16.0.0/16 --alias-cidr-block 192.168.0.0/24',
  ],
  [
    'an alias for a block of somebody else',
    'lab set-site-alias --site-id site-hq --own-cidr-block 172.20.0.0/16 --alias-cidr-block 192.168.0.0/16',
  ],
  [
    'a translation on a way out that is none',
    'lab set-site-translation --site-id site-hq --over vpn-3 --address 192.0.2.200',
  ],
  ['a link that is none', 'lab set-link --link vpn-9 --state down'],
  ['a second router at an address', 'lab create-site --public-ip 192.0.2.9 --cidr-blocks 10.9.0.0/16'],
];

test.each(refusals)('%s is refused', (_what, line) => {
  expect(refusal(hybrid(), line)).toBe('InvalidParameterValue');
});

test('level 5.4: withdrawing the leaked prefix brings all of it back to the glass', () => {
  const before = traceExchange(hybrid(), { from: 'i-app', to: 'lab' });
  expect(before.request.path).toContain('vpn-2');
  const after = edit(hybrid(), 'lab withdraw-prefix --site-id site-hq --prefix 172.16.5.0/24');
  expect(traceExchange(after, { from: 'i-app', to: 'lab' }).request.path).toContain('dxvif-1');
});

test('a link that fails takes its routes along; brought up again, the World is the old one', () => {
  const start = hybrid();
  const broken = edit(start, 'lab set-link --link dxvif-1 --state down');
  expect(traceExchange(broken, out).request.path).toContain('vpn-1');
  expect(edit(broken, 'lab set-link --link dxvif-1 --state up')).toEqual(start);
});

test('level 5.3: an alias gives an overlapping block another face', () => {
  const world = hybrid({
    gateways: { 'site-hq': { cidrs: ['10.1.9.0/24'] } },
    internet: { lab: { address: '10.1.9.7' }, hq: { address: '10.1.9.8' } },
  });
  const mended = edit(
    world,
    'lab set-site-alias --site-id site-hq --own-cidr-block 10.1.9.0/24 --alias-cidr-block 172.16.9.0/24',
    'lab advertise-prefix --site-id site-hq --prefix 172.16.9.0/24',
  );
  expect(traceExchange(mended, { from: 'i-app', to: '172.16.9.7' })).toMatchObject({
    outcome: 'conversed',
    seen: { destination: { address: '10.1.9.7' } },
  });
});

test('level 5.5: a proxy in the VPC does what a route through it cannot', () => {
  const world = hybrid({
    gateways: {
      'igw-1': { kind: 'internet-gateway', vpcId: 'vpc-red' },
      'site-hq': { routes: [{ destination: '0.0.0.0/0', target: 'vpn-1' }] },
    },
  });
  expect(traceExchange(world, { from: 'hq', to: 'client' }).request.fault?.code).toBe(
    'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
  );
  expect(traceExchange(world, { from: 'hq', to: 'i-app' }).outcome).toBe('conversed');
});

test('a site, its machine and its VPN can be built from an empty region', () => {
  const world = edit(
    hybrid(),
    'lab create-site --public-ip 192.0.2.30 --cidr-blocks 172.30.0.0/16 --bgp-asn 65002',
    'lab create-machine --name shop --address 172.30.0.5 --site site-1',
    'create-customer-gateway --ip-address 192.0.2.30 --bgp-asn 65002',
    'create-vpn-connection --customer-gateway-id cgw-4 --vpn-gateway-id vgw-1',
    'lab advertise-prefix --site-id site-1 --prefix 172.30.0.0/16',
  );
  expect(outputOf(world, 'describe-vpn-connections --vpn-connection-ids vpn-4')).toMatchObject({
    VpnConnections: [{ Options: { StaticRoutesOnly: false } }],
  });
  expect(traceExchange(world, { from: 'i-app', to: 'shop' }).outcome).toBe('conversed');
});

test('no walk of edits leaves a reference broken', () => {
  const names = [
    'CreateVpnGateway',
    'AttachVpnGateway',
    'DetachVpnGateway',
    'DeleteVpnGateway',
    'CreateCustomerGateway',
    'DeleteCustomerGateway',
    'CreateVpnConnection',
    'DeleteVpnConnection',
    'CreateVpnConnectionRoute',
    'DeleteVpnConnectionRoute',
    'EnableVgwRoutePropagation',
    'DisableVgwRoutePropagation',
    'CreatePrivateVirtualInterface',
    'CreatePublicVirtualInterface',
    'DeleteVirtualInterface',
    'LayWire',
    'CreateDirectConnectGateway',
    'CreateDirectConnectGatewayAssociation',
    'DeleteDirectConnectGatewayAssociation',
    'DeleteDirectConnectGateway',
    'SetSiteRoute',
    'DeleteSiteRoute',
    'AdvertisePrefix',
    'WithdrawPrefix',
    'SetSiteTranslation',
    'SetLink',
  ];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 20 }), (picks) => {
      let world = hybrid();
      for (const [first, second] of picks) {
        const moves = listMoves(world, [{ name: names[first % names.length]! }]);
        const move = moves[second % moves.length];
        if (!move) continue;
        const applied = applyOperation(world, move);
        if (!applied.ok) continue;
        world = applied.value.world;
        expect([printCommand(move), ...checkWorld(world, GATEWAY_REFERENCES)]).toEqual([printCommand(move)]);
        traceExchange(world, out, { recording: false });
      }
    }),
  );
});
