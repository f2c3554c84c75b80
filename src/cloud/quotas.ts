// How many of each thing AWS grants an account, unless a World says otherwise. Source: D-LIM (vpc-dataplane 10): "Amazon VPC quotas",
// the copy of September 2026. It has 500 routes a table where the copy of April 2023 (D-LIM23) has 50.

import * as v from 'valibot';
import type { World } from './world.ts';

export const QUOTAS = {
  vpcs: { limit: 5, of: 'VPCs in a Region' },
  internetGateways: { limit: 5, of: 'internet gateways in a Region; it follows the quota of VPCs' },
  subnets: { limit: 200, of: 'subnets in a VPC' },
  cidrBlocks: { limit: 5, of: 'IPv4 blocks of a VPC, and IPv6 blocks of it' },
  routeTables: { limit: 200, of: 'route tables in a VPC' },
  routes: { limit: 500, of: 'routes in a table that nobody propagates' },
  elasticIps: { limit: 5, of: 'Elastic IPs in a Region' },
  addressesPerNatGateway: { limit: 2, of: 'Elastic IPs on a zonal NAT gateway; eight at most' },
  natGateways: { limit: 5, of: 'NAT gateways in an Availability Zone' },
  vpnGateways: { limit: 5, of: 'virtual private gateways in a Region (D-VPNQ)' },
  vpnConnections: { limit: 10, of: 'VPN connections of a virtual private gateway (D-VPNQ)' },
  customerGateways: { limit: 50, of: 'customer gateways in a Region (D-VPNQ)' },
  gatewayEndpoints: { limit: 20, of: 'gateway endpoints in a Region (D-LIM23)' },
  interfaceEndpoints: { limit: 50, of: 'interface endpoints in a VPC (D-LIM23)' },
  prefixLists: { limit: 100, of: 'prefix lists of the account in a Region' },
  securityGroups: { limit: 2500, of: 'security groups in a Region' },
  securityGroupRules: { limit: 60, of: 'rules of a security group in one direction' },
  groupsPerInterface: { limit: 5, of: 'security groups of a network interface' },
  egressOnlyInternetGateways: { limit: 5, of: 'egress-only internet gateways in a Region' },
  transitGateways: { limit: 5, of: 'transit gateways in a Region' },
  transitGatewayRouteTables: { limit: 20, of: 'route tables of a transit gateway' },
  attachmentsPerVpc: { limit: 5, of: 'transit gateway attachments of a VPC' },
  peeringRequests: { limit: 25, of: 'peering requests of a VPC that wait for an answer' },
  activePeerings: { limit: 50, of: 'active VPC peering connections of a VPC' },
  networkAcls: { limit: 200, of: 'network ACLs in a VPC' },
  networkAclEntries: { limit: 20, of: 'entries of a network ACL in one direction' },
} as const;

export type QuotaName = keyof typeof QUOTAS;

export const QUOTA_NAMES = Object.keys(QUOTAS) as QuotaName[];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export type Quotas = { readonly [K in QuotaName]?: number | undefined } & { readonly elasticIps: number };

const entries = Object.fromEntries(
  Object.entries(QUOTAS).map(([name, { limit, of }]) => {
    const described = v.pipe(count, v.description(`How many ${of}; ${limit} unless told.`));
    return [name, name === 'elasticIps' ? v.optional(described, limit) : v.optional(described)];
  }),
);

export const quotasSchema = v.strictObject(entries) as unknown as v.GenericSchema<Partial<Quotas>, Quotas>;

export function quotaOf({ quotas }: Pick<World, 'quotas'>, name: QuotaName): number {
  return quotas[name] ?? QUOTAS[name].limit;
}
