// The company's own office behind a VPN: it talks with the private machine, and the one that faces the street has no way there.

import { type Draft, EVERYWHERE, type Lure, type Mishap, type Region } from '../region.ts';
import type { Setting } from '../setting.ts';

const PROPAGATED = { RouteTableId: ['rtb-app', 'rtb-pub', 'rtb-main'], GatewayId: ['vgw-1'] };

function build(draft: Draft, { vpc, block, office }: Setting): void {
  draft.gateways['vgw-1'] = { kind: 'vpn-gateway', vpcId: vpc };
  draft.gateways['cgw-1'] = { kind: 'customer-gateway', ipAddress: office.publicIp };
  draft.gateways['vpn-1'] = {
    kind: 'vpn-connection',
    vpnGatewayId: 'vgw-1',
    customerGatewayId: 'cgw-1',
    staticRoutesOnly: true,
    routes: [office.block],
    tunnels: ['203.0.113.240', '203.0.113.241'],
  };
  draft.gateways['site-hq'] = {
    kind: 'customer-site',
    publicIp: office.publicIp,
    cidrs: [office.block],
    routes: [
      { destination: block, target: 'vpn-1' },
      { destination: EVERYWHERE, target: 'isp' },
    ],
  };
  draft.routeTables['rtb-app']!.propagatingVgws = ['vgw-1'];
  draft.internet[office.id] = { address: office.address, site: 'site-hq' };
}

function enable(table: string): string {
  return `aws ec2 enable-vgw-route-propagation --route-table-id ${table} --gateway-id vgw-1`;
}

const MISHAPS: readonly Mishap[] = [
  {
    id: 'not-propagated',
    spot: 'rtb-app/office',
    spoil(draft) {
      draft.routeTables['rtb-app']!.propagatingVgws = [];
    },
    repair: () => [enable('rtb-app')],
    tools: () => ({ EnableVgwRoutePropagation: PROPAGATED }),
    where: () => 'vgw-1',
    sources: ['D-VPN', 'D-RT'],
  },
  {
    id: 'vpn-route-lost',
    spot: 'vpn-1',
    spoil(draft) {
      draft.gateways['vpn-1']!.routes = [];
    },
    repair: ({ office }) => [
      `aws ec2 create-vpn-connection-route --vpn-connection-id vpn-1 --destination-cidr-block ${office.block}`,
    ],
    tools: ({ office, block }) => ({
      CreateVpnConnectionRoute: { VpnConnectionId: ['vpn-1'], DestinationCidrBlock: [office.block, block] },
    }),
    where: () => 'vpn-1',
    sources: ['D-VPN'],
  },
  {
    id: 'vgw-loose',
    spot: 'vgw-1',
    spoil(draft) {
      delete draft.gateways['vgw-1']!.vpcId;
    },
    repair: ({ vpc }) => [`aws ec2 attach-vpn-gateway --vpn-gateway-id vgw-1 --vpc-id ${vpc}`],
    tools: ({ vpc }) => ({ AttachVpnGateway: { VpnGatewayId: ['vgw-1'], VpcId: [vpc] } }),
    where: () => 'vgw-1',
    sources: ['D-VPN'],
  },
];

function lures(): readonly Lure[] {
  return [
    {
      id: 'office-for-the-street',
      about: 'office-closed',
      commands: [enable('rtb-pub')],
      tools: { EnableVgwRoutePropagation: { RouteTableId: ['rtb-pub'], GatewayId: ['vgw-1'] } },
    },
    { id: 'propagated-to-nobody', about: 'office', commands: [enable('rtb-main')] },
  ];
}

export const office: Region = {
  id: 'office',
  build,
  goals: ({ app, web, office: { id } }) => [
    { id: 'office', expect: 'converse', probe: { from: id, to: app.id }, say: 'talks' },
    { id: 'office-closed', expect: 'not-deliver', probe: { from: web.id, to: id }, say: 'never-reaches' },
  ],
  mishaps: MISHAPS,
  lures,
};
