// Source: D-VPNQ; codes D-ERR, C-OS (vpc-dataplane 5.2). Inferred: virtual interfaces hold it as VPN connections do.

import type { World } from '../../cloud/world.ts';
import { listLinks } from '../../dataplane/customer-links.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteVpnGateway = defineOperation({
  service: 'ec2',
  name: 'DeleteVpnGateway',
  effect: 'edit',
  summary: 'Deletes a virtual private gateway that is attached to nothing and has no connections',
  parameters: { VpnGatewayId: required(id('vpn-gateway')) },
  check(world, { VpnGatewayId }) {
    const holder = holderOf(world, VpnGatewayId);
    if (!holder) return undefined;
    return {
      code: 'IncorrectState',
      message: `The virtual private gateway ${VpnGatewayId} is in use by ${holder}.`,
      remedy: holder.startsWith('vpc-') ? `Detach it from ${holder} first.` : `Delete ${holder} first.`,
    };
  },
  apply(draft, { VpnGatewayId }) {
    delete draft.gateways[VpnGatewayId];
    for (const [associationId, { gatewayId }] of Object.entries(draft.routeAssociations))
      if (gatewayId === VpnGatewayId) delete draft.routeAssociations[associationId];
    retireId(draft, VpnGatewayId);
    return undefined;
  },
});

function holderOf(world: World, vgwId: string): string | undefined {
  const { vpcId } = world.gateways[vgwId]!;
  if (typeof vpcId === 'string') return vpcId;
  const link = listLinks(world).find(({ vgwIds }) => vgwIds.includes(vgwId));
  const shared = Object.entries(world.gateways).find(
    ([, { kind, virtualGatewayIds }]) =>
      kind === 'direct-connect-gateway' && (virtualGatewayIds as readonly string[]).includes(vgwId),
  );
  return link?.id ?? shared?.[0];
}
