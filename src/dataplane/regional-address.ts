// Who stands behind a public address that no interface has: a regional NAT gateway. Source: D-RNAT.

import type { World } from '../cloud/world.ts';
import { memoByParts } from '../memo.ts';

export interface RegionalAddress {
  readonly gatewayId: string;
  readonly vpcId: string;
  readonly zone: string;
}

const addresses = memoByParts<World, ReadonlyMap<string, RegionalAddress>>(
  ['gateways', 'elasticIps'],
  ({ gateways, elasticIps }) => {
    const known = new Map<string, RegionalAddress>();
    for (const [gatewayId, { kind, vpcId, zones }] of Object.entries(gateways)) {
      if (kind !== 'regional-nat-gateway') continue;
      for (const [zone, allocations] of Object.entries(zones as Readonly<Record<string, readonly string[]>>))
        for (const allocation of allocations)
          known.set(elasticIps[allocation]!.publicIp, { gatewayId, vpcId: vpcId as string, zone });
    }
    return known;
  },
);

export function findRegionalAddress(world: World, publicIp: string): RegionalAddress | undefined {
  return addresses(world).get(publicIp);
}
