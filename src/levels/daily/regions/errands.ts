// The private machine runs errands: it calls somebody on the internet by a NAT gateway, which stands in the public subnet.

import {
  type Draft,
  EVERYWHERE,
  type Lure,
  type Mishap,
  type Region,
  retarget,
  targets,
  withoutRow,
} from '../region.ts';
import type { Setting } from '../setting.ts';

/** The block that the partner's address is of. */
const PARTNERS = '192.0.2.0/24';

function build(draft: Draft, { vpc, natAddress, publicIps, partner }: Setting): void {
  draft.gateways['nat-a'] = {
    kind: 'nat-gateway',
    vpcId: vpc,
    subnetId: 'subnet-pub',
    networkInterfaceId: 'eni-nat-a',
    allocationId: 'eipalloc-nat',
  };
  draft.networkInterfaces['eni-nat-a'] = {
    subnetId: 'subnet-pub',
    addresses: [{ address: natAddress }],
    managedBy: 'nat-a',
  };
  draft.elasticIps['eipalloc-nat'] = {
    publicIp: publicIps.nat,
    association: { id: 'eipassoc-nat', networkInterfaceId: 'eni-nat-a', privateIp: natAddress },
  };
  draft.routeTables['rtb-app']!.routes.push({ destination: EVERYWHERE, target: 'nat-a' });
  draft.internet[partner.id] = { address: partner.address };
}

const APP_DEFAULT = `--route-table-id rtb-app --destination-cidr-block ${EVERYWHERE}`;

const REPLACE_DEFAULT = {
  ReplaceRoute: {
    RouteTableId: ['rtb-app', 'rtb-pub'],
    DestinationCidrBlock: [EVERYWHERE],
    ...targets({ NatGatewayId: ['nat-a'], GatewayId: ['igw-1'] }),
  },
};

const MISHAPS: readonly Mishap[] = [
  {
    id: 'errand-row-lost',
    spot: 'rtb-app/default',
    spoil: (draft) => withoutRow(draft, 'rtb-app', EVERYWHERE),
    repair: () => [`aws ec2 create-route ${APP_DEFAULT} --nat-gateway-id nat-a`],
    tools: () => ({
      CreateRoute: {
        RouteTableId: ['rtb-app', 'rtb-main'],
        DestinationCidrBlock: [EVERYWHERE],
        ...targets({ NatGatewayId: ['nat-a'], GatewayId: ['igw-1'] }),
      },
    }),
    where: () => 'rtb-app',
    sources: ['D-NAT', 'D-RT'],
  },
  {
    id: 'past-the-nat',
    spot: 'rtb-app/default',
    spoil: (draft) => retarget(draft, 'rtb-app', EVERYWHERE, 'igw-1'),
    repair: () => [`aws ec2 replace-route ${APP_DEFAULT} --nat-gateway-id nat-a`],
    tools: () => REPLACE_DEFAULT,
    where: () => 'rtb-app',
    sources: ['D-NAT', 'D-IGW'],
  },
  {
    id: 'nat-gone',
    spot: 'rtb-app/default',
    spoil: (draft) => retarget(draft, 'rtb-app', EVERYWHERE, 'nat-gone'),
    repair: () => [`aws ec2 replace-route ${APP_DEFAULT} --nat-gateway-id nat-a`],
    tools: () => REPLACE_DEFAULT,
    where: () => 'rtb-app',
    sources: ['D-NAT', 'D-RT'],
  },
  {
    id: 'nat-inside',
    spot: 'rtb-app/default',
    spoil(draft, { subnetBlock }) {
      const inside = subnetBlock(2).replace('.0/24', '.200');
      draft.gateways['nat-a']!.subnetId = 'subnet-app';
      draft.networkInterfaces['eni-nat-a'] = {
        subnetId: 'subnet-app',
        addresses: [{ address: inside }],
        managedBy: 'nat-a',
      };
      draft.elasticIps['eipalloc-nat']!.association!.privateIp = inside;
    },
    repair: () => [
      'aws ec2 create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-spare',
      `aws ec2 replace-route ${APP_DEFAULT} --nat-gateway-id nat-1`,
    ],
    tools: () => ({
      CreateNatGateway: { SubnetId: ['subnet-pub', 'subnet-app'], AllocationId: ['eipalloc-spare'] },
      ReplaceRoute: {
        RouteTableId: ['rtb-app'],
        DestinationCidrBlock: [EVERYWHERE],
        ...targets({ NatGatewayId: ['nat-a', 'nat-1'], GatewayId: ['igw-1'] }),
      },
    }),
    where: () => 'nat-a',
    sources: ['D-NAT', 'D-NATT'],
  },
  {
    id: 'app-table-lost',
    spot: 'rtbassoc-app',
    spoil(draft) {
      delete draft.routeAssociations['rtbassoc-app'];
    },
    repair: () => ['aws ec2 associate-route-table --route-table-id rtb-app --subnet-id subnet-app'],
    tools: () => ({
      AssociateRouteTable: { RouteTableId: ['rtb-app', 'rtb-pub'], SubnetId: ['subnet-app'], GatewayId: [] },
    }),
    where: () => 'subnet-app',
    sources: ['D-RT', 'D-RTW'],
  },
  {
    id: 'detour',
    spot: 'rtb-app/stale',
    spoil(draft) {
      draft.routeTables['rtb-app']!.routes.push({ destination: PARTNERS, target: 'nat-gone' });
    },
    repair: () => [`aws ec2 delete-route --route-table-id rtb-app --destination-cidr-block ${PARTNERS}`],
    tools: () => ({ DeleteRoute: { RouteTableId: ['rtb-app'], DestinationCidrBlock: [PARTNERS, EVERYWHERE] } }),
    where: () => 'rtb-app',
    sources: ['D-RT', 'D-RTP'],
  },
];

function lures(): readonly Lure[] {
  return [
    { id: 'straight-out', about: 'errands', commands: [`aws ec2 create-route ${APP_DEFAULT} --gateway-id igw-1`] },
    {
      id: 'straight-out-after-all',
      about: 'errands',
      commands: [`aws ec2 replace-route ${APP_DEFAULT} --gateway-id igw-1`],
    },
    {
      id: 'public-table-for-app',
      about: 'errands',
      commands: ['aws ec2 associate-route-table --route-table-id rtb-pub --subnet-id subnet-app'],
    },
    {
      id: 'same-room-again',
      about: 'errands',
      commands: [
        'aws ec2 create-nat-gateway --subnet-id subnet-app --allocation-id eipalloc-spare',
        `aws ec2 replace-route ${APP_DEFAULT} --nat-gateway-id nat-1`,
      ],
    },
    {
      id: 'nat-for-the-street',
      about: 'errands',
      commands: [
        `aws ec2 replace-route --route-table-id rtb-pub --destination-cidr-block ${EVERYWHERE} --nat-gateway-id nat-a`,
      ],
    },
    {
      id: 'errand-row-thrown-out',
      about: 'errands',
      commands: [`aws ec2 delete-route --route-table-id rtb-app --destination-cidr-block ${EVERYWHERE}`],
    },
  ];
}

export const errands: Region = {
  id: 'errands',
  build,
  goals: ({ app, partner }) => [
    { id: 'errands', expect: 'converse', probe: { from: app.id, to: partner.id }, say: 'answered' },
  ],
  mishaps: MISHAPS,
  lures,
};
