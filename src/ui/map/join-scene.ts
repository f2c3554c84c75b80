// What joins VPCs, on the map: a line for each peering connection and each transit gateway, with the VPCs at its ends.

import type { PeeringState } from '../../cloud/joined-vpcs.ts';
import { listGateways } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import type { VpcPeeringConnection } from '../../dataplane/gateways/vpc-peering-connection.ts';
import { listAttachments, listTransitTables } from '../../dataplane/transit-routes.ts';

export interface JoinScene {
  readonly id: string;
  /** The VPCs that it joins, and a transit gateway's VPN connections. */
  readonly ends: readonly string[];
  /** How far a peering has come, where it does not carry packets. */
  readonly state?: PeeringState;
  /** A transit gateway's own tables. */
  readonly tables: readonly string[];
}

/** Those are history: routes to them show as blackholes. */
const GONE: ReadonlySet<PeeringState> = new Set(['deleted', 'rejected', 'expired']);

export function listJoins(world: World): readonly JoinScene[] {
  return [...listPeerings(world), ...listTransitGateways(world)];
}

function listPeerings(world: World): readonly JoinScene[] {
  return listGateways<VpcPeeringConnection>(world, 'vpc-peering-connection').flatMap(
    ([id, { requesterVpcId, accepterVpcId, state }]) =>
      GONE.has(state)
        ? []
        : [{ id, ends: [requesterVpcId, accepterVpcId], tables: [], ...(state !== 'active' && { state }) }],
  );
}

function listTransitGateways(world: World): readonly JoinScene[] {
  return listGateways(world, 'transit-gateway').map(([id]) => ({
    id,
    ends: listAttachments(world).flatMap(([, { transitGatewayId, vpcId, vpnConnectionId }]) =>
      transitGatewayId === id ? [vpcId ?? vpnConnectionId ?? ''] : [],
    ),
    tables: listTransitTables(world).flatMap(([tableId, { transitGatewayId }]) =>
      transitGatewayId === id ? [tableId] : [],
    ),
  }));
}
