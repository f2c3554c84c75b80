// The ground of every puzzle: a VPC with a public subnet, where one machine faces the street, and a private one, where another works.

import { type Draft, EVERYWHERE, type Lure, type Mishap, type Region, targets, withoutRow } from '../region.ts';
import type { Machine, Setting } from '../setting.ts';

/** The block that every stranger's address is of. */
const STRANGERS = '198.51.100.0/24';

function build(draft: Draft, { vpc, block, subnetBlock, web, app, publicIps, client }: Setting): void {
  draft.vpcs[vpc] = { cidrs: [block] };
  draft.subnets['subnet-pub'] = { vpcId: vpc, cidr: subnetBlock(1) };
  draft.subnets['subnet-app'] = { vpcId: vpc, cidr: subnetBlock(2) };
  draft.routeTables['rtb-main'] = { vpcId: vpc, routes: [] };
  draft.routeTables['rtb-pub'] = { vpcId: vpc, routes: [{ destination: EVERYWHERE, target: 'igw-1' }] };
  draft.routeTables['rtb-app'] = { vpcId: vpc, routes: [] };
  draft.routeAssociations['rtbassoc-main'] = { routeTableId: 'rtb-main', main: true };
  draft.routeAssociations['rtbassoc-pub'] = { routeTableId: 'rtb-pub', subnetId: 'subnet-pub' };
  draft.routeAssociations['rtbassoc-app'] = { routeTableId: 'rtb-app', subnetId: 'subnet-app' };
  draft.gateways['igw-1'] = { kind: 'internet-gateway', vpcId: vpc };
  draft.securityGroups['sg-house'] = openGroup(vpc);
  draft.securityGroups['sg-web'] = {
    vpcId: vpc,
    inbound: [{ protocol: 'tcp', ports: { from: 443, to: 443 }, peer: EVERYWHERE }],
    outbound: [{ peer: EVERYWHERE }],
  };
  place(draft, web, 'subnet-pub', 'host-a', 'sg-web');
  place(draft, app, 'subnet-app', 'host-b');
  draft.elasticIps['eipalloc-web'] = {
    publicIp: publicIps.web,
    association: { id: 'eipassoc-web', networkInterfaceId: web.eni, privateIp: web.address },
  };
  draft.elasticIps['eipalloc-spare'] = { publicIp: publicIps.spare };
  draft.internet[client.id] = { address: client.address };
}

/** The default group of a VPC in which only routes, lists and named groups decide. */
export function openGroup(vpcId: string): Draft['securityGroups'][string] {
  return { vpcId, isDefault: true, inbound: [{ peer: EVERYWHERE }], outbound: [{ peer: EVERYWHERE }] };
}

export function place(draft: Draft, machine: Machine, subnetId: string, hostId: string, group?: string): void {
  draft.instances[machine.id] = { hostId };
  draft.networkInterfaces[machine.eni] = {
    subnetId,
    addresses: [{ address: machine.address }],
    instanceId: machine.id,
    ...(group && { groups: [group] }),
  };
}

const MISHAPS: readonly Mishap[] = [
  {
    id: 'default-lost',
    spot: 'rtb-pub/default',
    spoil: (draft) => withoutRow(draft, 'rtb-pub', EVERYWHERE),
    repair: () => [
      `aws ec2 create-route --route-table-id rtb-pub --destination-cidr-block ${EVERYWHERE} --gateway-id igw-1`,
    ],
    tools: () => ({
      CreateRoute: {
        RouteTableId: ['rtb-pub', 'rtb-main'],
        DestinationCidrBlock: [EVERYWHERE],
        ...targets({ GatewayId: ['igw-1'] }),
      },
    }),
    where: () => 'rtb-pub',
    sources: ['D-RT', 'D-IGW'],
  },
  {
    id: 'table-lost',
    spot: 'rtbassoc-pub',
    spoil(draft) {
      delete draft.routeAssociations['rtbassoc-pub'];
    },
    repair: () => ['aws ec2 associate-route-table --route-table-id rtb-pub --subnet-id subnet-pub'],
    tools: () => ({
      AssociateRouteTable: { RouteTableId: ['rtb-pub', 'rtb-app'], SubnetId: ['subnet-pub'], GatewayId: [] },
    }),
    where: () => 'subnet-pub',
    sources: ['D-RT', 'D-RTW'],
  },
  {
    id: 'table-swapped',
    spot: 'rtbassoc-pub',
    spoil(draft) {
      draft.routeAssociations['rtbassoc-pub']!.routeTableId = 'rtb-app';
    },
    repair: () => ['aws ec2 replace-route-table-association --association-id rtbassoc-pub --route-table-id rtb-pub'],
    tools: () => ({
      ReplaceRouteTableAssociation: {
        AssociationId: ['rtbassoc-pub', 'rtbassoc-app'],
        RouteTableId: ['rtb-pub', 'rtb-app'],
      },
    }),
    where: () => 'subnet-pub',
    sources: ['D-RT', 'D-RTW'],
  },
  {
    id: 'address-lost',
    spot: 'eipalloc-web',
    spoil(draft) {
      delete draft.elasticIps['eipalloc-web']!.association;
    },
    repair: ({ web }) => [`aws ec2 associate-address --allocation-id eipalloc-web --network-interface-id ${web.eni}`],
    tools: ({ web, app }) => ({
      AssociateAddress: { AllocationId: ['eipalloc-web'], NetworkInterfaceId: [web.eni, app.eni] },
    }),
    where: () => 'eipalloc-web',
    sources: ['D-EIP', 'D-IGW'],
  },
  {
    id: 'gateway-loose',
    spot: 'igw-1',
    spoil(draft) {
      delete draft.gateways['igw-1']!.vpcId;
    },
    repair: ({ vpc }) => [`aws ec2 attach-internet-gateway --internet-gateway-id igw-1 --vpc-id ${vpc}`],
    tools: ({ vpc }) => ({ AttachInternetGateway: { InternetGatewayId: ['igw-1'], VpcId: [vpc] } }),
    where: () => 'igw-1',
    sources: ['D-IGW'],
  },
  {
    id: 'group-shut',
    spot: 'sg-web',
    spoil(draft) {
      draft.securityGroups['sg-web']!.inbound = [{ protocol: 'tcp', ports: { from: 80, to: 80 }, peer: EVERYWHERE }];
    },
    repair: () => [
      `aws ec2 authorize-security-group-ingress --group-id sg-web --protocol tcp --port 443 --cidr ${EVERYWHERE}`,
    ],
    tools: ({ block }) => ({
      AuthorizeSecurityGroupIngress: {
        GroupId: ['sg-web'],
        Protocol: ['tcp'],
        Port: ['443', '0-65535'],
        Cidr: [EVERYWHERE, block],
        SourceGroup: [],
      },
    }),
    where: () => 'sg-web',
    sources: ['D-SG'],
  },
  {
    id: 'dead-signpost',
    spot: 'rtb-pub/stale',
    spoil(draft) {
      draft.routeTables['rtb-pub']!.routes.push({ destination: STRANGERS, target: 'nat-gone' });
    },
    repair: () => [`aws ec2 delete-route --route-table-id rtb-pub --destination-cidr-block ${STRANGERS}`],
    tools: () => ({ DeleteRoute: { RouteTableId: ['rtb-pub'], DestinationCidrBlock: [STRANGERS, EVERYWHERE] } }),
    where: () => 'rtb-pub',
    sources: ['D-RT', 'D-RTP'],
  },
];

function lures({ app }: Setting): readonly Lure[] {
  return [
    {
      id: 'address-on-app',
      about: 'no-way-in',
      commands: [`aws ec2 associate-address --allocation-id eipalloc-spare --network-interface-id ${app.eni}`],
      tools: { AssociateAddress: { AllocationId: ['eipalloc-spare'], NetworkInterfaceId: [app.eni] } },
    },
    {
      id: 'row-in-main',
      about: 'visitors',
      commands: [
        `aws ec2 create-route --route-table-id rtb-main --destination-cidr-block ${EVERYWHERE} --gateway-id igw-1`,
      ],
    },
    {
      id: 'every-port',
      about: 'no-side-door',
      commands: [
        `aws ec2 authorize-security-group-ingress --group-id sg-web --protocol tcp --port 0-65535 --cidr ${EVERYWHERE}`,
      ],
      tools: {},
    },
    {
      id: 'web-address-on-app',
      about: 'visitors',
      commands: [`aws ec2 associate-address --allocation-id eipalloc-web --network-interface-id ${app.eni}`],
    },
    {
      id: 'default-thrown-out',
      about: 'visitors',
      commands: [`aws ec2 delete-route --route-table-id rtb-pub --destination-cidr-block ${EVERYWHERE}`],
    },
    {
      id: 'tables-the-wrong-way',
      about: 'visitors',
      commands: ['aws ec2 associate-route-table --route-table-id rtb-app --subnet-id subnet-pub'],
    },
  ];
}

export const street: Region = {
  id: 'street',
  build,
  goals: ({ client, web, app }) => [
    { id: 'visitors', expect: 'converse', probe: { from: client.id, to: web.id }, say: 'talks' },
    { id: 'no-way-in', expect: 'not-deliver', probe: { from: client.id, to: app.id }, say: 'never-reaches' },
    {
      id: 'no-side-door',
      expect: 'not-deliver',
      probe: { from: client.id, to: web.id, port: 22 },
      say: 'never-reaches',
      onlyWith: ['group-shut'],
    },
  ],
  mishaps: MISHAPS,
  lures,
};
