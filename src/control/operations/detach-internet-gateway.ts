// Source: D-IGW, D-RTW; codes D-ERR, C-OS, C-LOG (vpc-dataplane 5.2). Routes to the gateway stay and become blackholes.

import { listGateways, listPublicPairs } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const detachInternetGateway = defineOperation({
  service: 'ec2',
  name: 'DetachInternetGateway',
  effect: 'edit',
  summary: 'Detaches an internet gateway from its VPC; routes to it become blackholes',
  parameters: { InternetGatewayId: required(id('internet-gateway')), VpcId: required(id('vpc')) },
  candidates: {
    InternetGatewayId: (world) =>
      Object.keys(world.gateways).filter(
        (gatewayId) =>
          world.gateways[gatewayId]?.kind === 'internet-gateway' && world.gateways[gatewayId].vpcId !== undefined,
      ),
    VpcId(world, { InternetGatewayId }) {
      const vpcId = InternetGatewayId && world.gateways[InternetGatewayId]?.vpcId;
      return typeof vpcId === 'string' ? [vpcId] : [];
    },
  },
  check(world, { InternetGatewayId, VpcId }) {
    if (world.gateways[InternetGatewayId]?.vpcId !== VpcId)
      return {
        code: 'Gateway.NotAttached',
        message: `The resource ${InternetGatewayId} is not attached to the network ${VpcId}.`,
      };
    const held = heldIn(world, VpcId);
    if (held.length === 0) return undefined;
    return {
      code: 'DependencyViolation',
      message: `The network ${VpcId} has mapped public addresses; they must be unmapped before the gateway is detached.`,
      remedy: `Still mapped: ${held.join(', ')}.`,
    };
  },
  apply(draft, { InternetGatewayId }) {
    delete draft.gateways[InternetGatewayId]!.vpcId;
    return undefined;
  },
});

/** Public addresses that the edge swaps, and regional NAT gateways, which hold theirs there. */
function heldIn(world: World, vpcId: string): readonly string[] {
  const pairs = listPublicPairs(world, vpcId).map((pair) => `${pair.publicIp} on ${pair.networkInterfaceId}`);
  const regional = listGateways(world, 'regional-nat-gateway')
    .filter(([, gateway]) => gateway.vpcId === vpcId && gateway.state === 'available')
    .map(([id]) => `those of ${id}`);
  return [...pairs, ...regional];
}
