// Source: D-RT, D-RTW; codes C-LOG, C-OS, C-EUCA (vpc-dataplane 3.4, 5.2). A subnet without an association follows the main table.

import type { World } from '../../cloud/world.ts';
import { checkEdgeTable } from '../edge-table.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, invalid, required } from '../parameter.ts';
import { listAppliances } from '../route-candidates.ts';

interface Input {
  readonly RouteTableId: string;
  readonly SubnetId?: string | undefined;
  readonly GatewayId?: string | undefined;
}

export const associateRouteTable = defineOperation({
  service: 'ec2',
  name: 'AssociateRouteTable',
  effect: 'edit',
  summary: 'Makes a subnet use a route table instead of the main one, or a gateway use one for what comes in',
  parameters: {
    RouteTableId: required(id('route-table')),
    SubnetId: id('subnet'),
    GatewayId: id('route-gateway'),
  },
  oneOf: [['SubnetId', 'GatewayId']],
  candidates: {
    SubnetId: (world, { RouteTableId }) =>
      Object.keys(world.subnets).filter(
        (subnetId) => world.subnets[subnetId]!.vpcId === world.routeTables[RouteTableId ?? '']?.vpcId,
      ),
    GatewayId: edgeGateways,
  },
  isUseful: {
    GatewayId: (world, { RouteTableId }, gatewayId) =>
      associationOf(world, gatewayId)?.[1].routeTableId !== RouteTableId,
    SubnetId: (world, { RouteTableId }, subnetId) => associationOf(world, subnetId)?.[1].routeTableId !== RouteTableId,
  },
  check: (world, input) => checkVpc(world, input) ?? checkEdge(world, input) ?? checkFree(world, input),
  apply(draft, { RouteTableId, SubnetId, GatewayId }) {
    const id = issueId(draft, 'rtbassoc');
    draft.routeAssociations[id] = {
      routeTableId: RouteTableId as `rtb-${string}`,
      main: false,
      ...(SubnetId && { subnetId: SubnetId as `subnet-${string}` }),
      ...(GatewayId && { gatewayId: GatewayId }),
    };
    return { AssociationId: id, AssociationState: { State: 'associated' } };
  },
});

/** Gateways whose inbound traffic the table could steer: only where there is something to steer it through. */
function edgeGateways(world: World, { RouteTableId = '' }: Partial<Input>): readonly string[] {
  const vpcId = world.routeTables[RouteTableId]?.vpcId;
  if (!vpcId || listAppliances(world, vpcId).length === 0 || checkEdgeTable(world, RouteTableId)) return [];
  return Object.keys(world.gateways).filter(
    (gatewayId) => world.gateways[gatewayId]!.vpcId === vpcId && mayHaveTable(world, gatewayId),
  );
}

function associationOf(world: World, user: string) {
  return Object.entries(world.routeAssociations).find(
    ([, { subnetId, gatewayId }]) => subnetId === user || gatewayId === user,
  );
}

function checkVpc(world: World, { RouteTableId, SubnetId, GatewayId }: Input): OperationError | undefined {
  const user = (SubnetId ?? GatewayId) as string;
  const home = (world.subnets[user] ?? world.gateways[user])!.vpcId;
  const { vpcId } = world.routeTables[RouteTableId]!;
  if (home === vpcId) return undefined;
  return invalid(`The route table ${RouteTableId} and ${user} belong to different networks.`);
}

function checkEdge(world: World, { RouteTableId, GatewayId }: Input): OperationError | undefined {
  if (!GatewayId) return undefined;
  if (mayHaveTable(world, GatewayId)) return checkEdgeTable(world, RouteTableId);
  return {
    ...invalid(`The gateway ${GatewayId} cannot have a route table.`),
    remedy: 'Only an internet gateway or a virtual private gateway steers what comes in.',
  };
}

function mayHaveTable(world: World, gatewayId: string): boolean {
  const kind = world.gateways[gatewayId]!.kind;
  return kind === 'internet-gateway' || kind === 'vpn-gateway';
}

function checkFree(world: World, { SubnetId, GatewayId }: Input): OperationError | undefined {
  const user = (SubnetId ?? GatewayId) as string;
  const existing = associationOf(world, user);
  if (!existing) return undefined;
  const [associationId, { routeTableId }] = existing;
  return {
    code: 'Resource.AlreadyAssociated',
    message: `${user} is already associated with the route table ${routeTableId} by ${associationId}.`,
    remedy: `Use replace-route-table-association with ${associationId}, or disassociate it first.`,
  };
}
