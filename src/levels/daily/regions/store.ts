// The private machine reads its bucket through a gateway endpoint, and the bucket lets in nobody who comes by another way.

import { type Draft, type Lure, type Mishap, type Region, withoutRow } from '../region.ts';
import type { Setting } from '../setting.ts';

function build(draft: Draft, { vpc, bucket }: Setting): void {
  draft.gateways['vpce-s3'] = { kind: 'gateway-endpoint', vpcId: vpc, prefixListId: 'pl-s3' };
  draft.routeTables['rtb-app']!.routes.push({ destination: 'pl-s3', target: 'vpce-s3' });
  draft.internet[bucket.id] = {
    address: bucket.address,
    service: 's3',
    application: { allowedSources: ['vpce-s3'] },
  };
}

function tools() {
  return { ModifyVpcEndpoint: giveTo('rtb-app', 'rtb-pub', 'rtb-main') };
}

/** The endpoint may be given to these tables, and nothing else about it changed. */
function giveTo(...tables: readonly string[]) {
  return {
    VpcEndpointId: ['vpce-s3'],
    AddRouteTableIds: tables,
    RemoveRouteTableIds: [],
    AddSubnetIds: [],
    RemoveSubnetIds: [],
    AddSecurityGroupIds: [],
    RemoveSecurityGroupIds: [],
  };
}

function give(table: string): string {
  return `aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-s3 --add-route-table-ids ${table}`;
}

const MISHAPS: readonly Mishap[] = [
  {
    id: 'endpoint-unused',
    spot: 'vpce-s3',
    spoil: (draft) => withoutRow(draft, 'rtb-app', 'pl-s3'),
    repair: () => [give('rtb-app')],
    tools,
    where: () => 'vpce-s3',
    sources: ['D-GWE', 'D-RT'],
  },
  {
    id: 'endpoint-in-main',
    spot: 'vpce-s3',
    spoil(draft) {
      withoutRow(draft, 'rtb-app', 'pl-s3');
      draft.routeTables['rtb-main']!.routes.push({ destination: 'pl-s3', target: 'vpce-s3' });
    },
    repair: () => [give('rtb-app')],
    tools,
    where: () => 'vpce-s3',
    sources: ['D-GWE', 'D-RT'],
  },
];

function lures(): readonly Lure[] {
  return [
    {
      id: 'endpoint-for-the-street',
      about: 'store-closed',
      commands: [give('rtb-pub')],
      tools: { ModifyVpcEndpoint: giveTo('rtb-pub') },
    },
    { id: 'endpoint-for-nobody', about: 'store', commands: [give('rtb-main')] },
  ];
}

export const store: Region = {
  id: 'store',
  build,
  goals: ({ app, web, bucket }) => [
    {
      id: 'store',
      expect: 'converse',
      probe: { from: app.id, to: bucket.id },
      through: ['vpce-s3'],
      say: 'by-way',
    },
    { id: 'store-closed', expect: 'not-converse', probe: { from: web.id, to: bucket.id }, say: 'no-answer' },
  ],
  mishaps: MISHAPS,
  lures,
};
