// Another house with a VPC of its own, joined by peering: the private machine may call there, the one that faces the street may not.

import { type Draft, EVERYWHERE, type Lure, type Mishap, type Region, targets, withoutRow } from '../region.ts';
import type { Setting } from '../setting.ts';
import { openGroup, place } from './street.ts';

function names({ place: { branch } }: Setting) {
  return { subnet: `subnet-${branch}`, table: `rtb-${branch}` };
}

function build(draft: Draft, setting: Setting): void {
  const { vpc, block, branchVpc, branchBlock, branchSubnet, far } = setting;
  const { subnet, table } = names(setting);
  draft.vpcs[branchVpc] = { cidrs: [branchBlock] };
  draft.subnets[subnet] = { vpcId: branchVpc, cidr: branchSubnet };
  draft.routeTables[table] = { vpcId: branchVpc, routes: [{ destination: block, target: 'pcx-1' }] };
  draft.routeAssociations['rtbassoc-branch'] = { routeTableId: table, main: true };
  draft.routeTables['rtb-app']!.routes.push({ destination: branchBlock, target: 'pcx-1' });
  draft.gateways['pcx-1'] = { kind: 'vpc-peering-connection', requesterVpcId: vpc, accepterVpcId: branchVpc };
  draft.securityGroups['sg-branch'] = openGroup(branchVpc);
  draft.securityGroups['sg-far'] = {
    vpcId: branchVpc,
    inbound: [{ protocol: 'tcp', peer: block }],
    outbound: [{ peer: EVERYWHERE }],
  };
  place(draft, far, subnet, 'host-c', 'sg-far');
}

function rowTo(destination: string, table: string): string {
  return `aws ec2 create-route --route-table-id ${table} --destination-cidr-block ${destination} --vpc-peering-connection-id pcx-1`;
}

function letIn(block: string): string {
  return `aws ec2 authorize-security-group-ingress --group-id sg-far --protocol tcp --port 443 --cidr ${block}`;
}

const MISHAPS: readonly Mishap[] = [
  {
    id: 'no-way-there',
    spot: 'rtb-app/branch',
    spoil: (draft, { branchBlock }) => withoutRow(draft, 'rtb-app', branchBlock),
    repair: (setting) => [rowTo(setting.branchBlock, 'rtb-app')],
    tools: ({ branchBlock }) => ({
      CreateRoute: {
        RouteTableId: ['rtb-app', 'rtb-pub', 'rtb-main'],
        DestinationCidrBlock: [branchBlock],
        ...targets({ VpcPeeringConnectionId: ['pcx-1'] }),
      },
    }),
    where: () => 'rtb-app',
    sources: ['D-PEER', 'D-RT'],
  },
  {
    id: 'no-way-back',
    spot: 'branch/back',
    spoil: (draft, setting) => withoutRow(draft, names(setting).table, setting.block),
    repair: (setting) => [rowTo(setting.block, names(setting).table)],
    tools: (setting) => ({
      CreateRoute: {
        RouteTableId: [names(setting).table, 'rtb-pub'],
        DestinationCidrBlock: [setting.block, setting.branchBlock],
        ...targets({ VpcPeeringConnectionId: ['pcx-1'] }),
      },
    }),
    where: (setting) => names(setting).table,
    sources: ['D-PEER', 'D-RT'],
  },
  {
    id: 'not-accepted',
    spot: 'pcx-1',
    spoil(draft) {
      draft.gateways['pcx-1']!.state = 'pending-acceptance';
    },
    repair: () => ['aws ec2 accept-vpc-peering-connection --vpc-peering-connection-id pcx-1'],
    tools: () => ({ AcceptVpcPeeringConnection: { VpcPeeringConnectionId: ['pcx-1'] } }),
    where: () => 'pcx-1',
    sources: ['D-PEER'],
  },
  {
    id: 'far-shut',
    spot: 'sg-far',
    spoil(draft, { subnetBlock }) {
      draft.securityGroups['sg-far']!.inbound = [{ protocol: 'tcp', peer: subnetBlock(9) }];
    },
    repair: ({ subnetBlock }) => [letIn(subnetBlock(2))],
    tools: ({ subnetBlock, branchBlock }) => ({
      AuthorizeSecurityGroupIngress: {
        GroupId: ['sg-far', 'sg-house'],
        Protocol: ['tcp'],
        Port: ['443'],
        Cidr: [subnetBlock(2), branchBlock],
        SourceGroup: [],
      },
    }),
    where: () => 'sg-far',
    sources: ['D-PEER', 'D-SG'],
  },
];

function lures(setting: Setting): readonly Lure[] {
  const { branchBlock } = setting;
  const streetRow = {
    CreateRoute: {
      RouteTableId: ['rtb-pub'],
      DestinationCidrBlock: [branchBlock],
      ...targets({ VpcPeeringConnectionId: ['pcx-1'] }),
    },
  };
  return [
    {
      id: 'branch-for-the-street',
      about: 'branch-closed',
      commands: [rowTo(branchBlock, 'rtb-pub')],
      tools: streetRow,
    },
    { id: 'branch-row-in-main', about: 'branch', commands: [rowTo(branchBlock, 'rtb-main')] },
    {
      id: 'far-from-itself',
      about: 'branch',
      commands: [letIn(branchBlock)],
    },
  ];
}

export const branch: Region = {
  id: 'branch',
  build,
  goals: ({ app, web, far }) => [
    { id: 'branch', expect: 'converse', probe: { from: app.id, to: far.id }, say: 'talks' },
    { id: 'branch-closed', expect: 'not-deliver', probe: { from: web.id, to: far.id }, say: 'never-reaches' },
  ],
  mishaps: MISHAPS,
  lures,
};
