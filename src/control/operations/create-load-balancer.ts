// Source: D-NLB; ELBv2 API reference, CreateLoadBalancer, for the codes. Inferred: which of them each condition has. Only Network Load
// Balancers. One subnet in each zone; an Elastic IP for each where the caller names them. Simplified: active at once.

import { findAttachedGateway } from '../../cloud/lookup.ts';
import type { World, WorldDraft } from '../../cloud/world.ts';
import type { Ipv4 } from '../../net/address.ts';
import { issueId } from '../issue-id.ts';
import { checkElbName, checkUniqueName } from '../load-balancer.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { choice, freeText, id, listOf, required } from '../parameter.ts';
import { checkFreeAddress, checkRoom } from '../private-address.ts';
import { addNode, sharesZone } from '../service-node.ts';
import { type SubnetMapping, subnetMapping } from '../subnet-mapping.ts';
import { loadBalancerShape } from './describe-load-balancers.ts';

interface Input {
  readonly Name: string;
  readonly Type: 'network';
  readonly Scheme?: 'internet-facing' | 'internal' | undefined;
  readonly Subnets?: readonly string[] | undefined;
  readonly SubnetMappings?: readonly SubnetMapping[] | undefined;
}

export const createLoadBalancer = defineOperation({
  service: 'elbv2',
  name: 'CreateLoadBalancer',
  effect: 'edit',
  summary: 'Makes a Network Load Balancer with a node in each named subnet',
  parameters: {
    Name: required(freeText('NAME')),
    Type: required(choice('network')),
    Scheme: choice('internet-facing', 'internal'),
    Subnets: listOf(id('subnet')),
    SubnetMappings: listOf(subnetMapping()),
  },
  oneOf: [['Subnets', 'SubnetMappings']],
  asks: ['Scheme'],
  candidates: { Name: () => ['web'], SubnetMappings: () => [] },
  check: (world, input) => checkElbName(input.Name) ?? checkName(world, input.Name) ?? checkSubnets(world, input),
  apply(draft, input, before) {
    const balancerId = issueId(draft, 'nlb');
    build(draft, balancerId, input, before);
    return (after) => ({
      LoadBalancers: [{ ...loadBalancerShape(after, balancerId), State: { Code: 'provisioning' } }],
    });
  },
});

function checkName(world: World, name: string): OperationError | undefined {
  return checkUniqueName(world, 'network-load-balancer', name, 'DuplicateLoadBalancerName');
}

function mappingsOf({ Subnets = [], SubnetMappings }: Input): readonly SubnetMapping[] {
  return SubnetMappings ?? Subnets.map((SubnetId) => ({ SubnetId }));
}

function checkSubnets(world: World, input: Input): OperationError | undefined {
  const mappings = mappingsOf(input);
  const unknown = mappings.find(({ SubnetId }) => !world.subnets[SubnetId]);
  if (unknown) return { code: 'SubnetNotFound', message: `The subnet '${unknown.SubnetId}' does not exist.` };
  const vpcId = world.subnets[mappings[0]!.SubnetId]!.vpcId;
  const foreign = mappings.find(({ SubnetId }) => world.subnets[SubnetId]!.vpcId !== vpcId);
  if (foreign) return invalidSubnet(`The subnet ${foreign.SubnetId} is not in ${vpcId}, as the others are.`);
  const twin = sharesZone(
    world,
    mappings.map(({ SubnetId }) => SubnetId),
  );
  if (twin)
    return {
      code: 'InvalidConfigurationRequest',
      message: `A load balancer has one subnet in each Availability Zone, and ${twin} stands in the zone of another.`,
    };
  if (isPublic(input) && !findAttachedGateway(world, 'internet-gateway', vpcId))
    return invalidSubnet(`${vpcId} has no internet gateway, which an internet-facing load balancer needs.`);
  return firstRefusal(mappings, (each) => checkPlace(world, input, each));
}

function firstRefusal<T>(
  items: readonly T[],
  check: (item: T) => OperationError | undefined,
): OperationError | undefined {
  for (const item of items) {
    const refusal = check(item);
    if (refusal) return refusal;
  }
  return undefined;
}

function invalidSubnet(message: string): OperationError {
  return { code: 'InvalidSubnet', message };
}

function checkPlace(world: World, input: Input, mapping: SubnetMapping): OperationError | undefined {
  const { SubnetId, AllocationId, PrivateIPv4Address } = mapping;
  const room = PrivateIPv4Address
    ? checkFreeAddress(world, SubnetId, PrivateIPv4Address as Ipv4)
    : checkRoom(world, SubnetId);
  if (room) return invalidSubnet(room.message);
  if (!AllocationId) return undefined;
  const elasticIp = world.elasticIps[AllocationId];
  if (!elasticIp)
    return { code: 'AllocationIdNotFound', message: `The allocation ID '${AllocationId}' does not exist.` };
  if (!isPublic(input))
    return { code: 'InvalidConfigurationRequest', message: 'An internal load balancer has no Elastic IPs.' };
  if (!elasticIp.association) return undefined;
  return { code: 'ResourceInUse', message: `The Elastic IP ${AllocationId} is already associated.` };
}

function isPublic({ Scheme = 'internet-facing' }: Input): boolean {
  return Scheme === 'internet-facing';
}

function build(draft: WorldDraft, balancerId: string, input: Input, before: World): void {
  const mappings = mappingsOf(input);
  draft.gateways[balancerId] = {
    kind: 'network-load-balancer',
    name: input.Name,
    vpcId: before.subnets[mappings[0]!.SubnetId]!.vpcId,
    scheme: isPublic(input) ? 'internet-facing' : 'internal',
    nodes: [],
    crossZone: false,
    listeners: [],
  };
  const nodes = mappings.map(({ SubnetId, AllocationId, PrivateIPv4Address }) =>
    addNode(draft, balancerId, {
      subnetId: SubnetId,
      isPublic: isPublic(input),
      allocationId: AllocationId,
      address: PrivateIPv4Address as Ipv4 | undefined,
    }),
  );
  draft.gateways[balancerId]!.nodes = nodes as never;
}
