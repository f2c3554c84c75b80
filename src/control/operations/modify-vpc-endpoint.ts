// Source: D-GWE, D-IFE; codes D-ERR, C-TF, C-LOG (vpc-dataplane 5.2). To move a table's route breaks open connections: the source changes.
// Inferred: what is taken away and was not there is no error; the codes for options of the other type; that the last group stays, as on
// any interface.

import { findDefaultGroup } from '../../cloud/vpc-defaults.ts';
import type { World, WorldDraft } from '../../cloud/world.ts';
import type { InterfaceEndpoint } from '../../dataplane/gateways/interface-endpoint.ts';
import type { EndpointPolicy } from '../../dataplane/service.ts';
import { type AnyEndpoint, checkTables, endpointAt, tablesWith } from '../endpoint.ts';
import { checkGroups } from '../interface-groups.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { flag, id, invalid, listOf, required } from '../parameter.ts';
import { policyDocument } from '../policy-document.ts';
import { removeInterface } from '../private-address.ts';
import { addNode } from '../service-node.ts';
import { checkEndpointSubnets } from './create-vpc-endpoint.ts';

interface Input {
  readonly VpcEndpointId: string;
  readonly AddRouteTableIds?: readonly string[] | undefined;
  readonly RemoveRouteTableIds?: readonly string[] | undefined;
  readonly AddSubnetIds?: readonly string[] | undefined;
  readonly RemoveSubnetIds?: readonly string[] | undefined;
  readonly AddSecurityGroupIds?: readonly string[] | undefined;
  readonly RemoveSecurityGroupIds?: readonly string[] | undefined;
  readonly PolicyDocument?: EndpointPolicy | undefined;
  readonly ResetPolicy?: boolean | undefined;
}

const OF_GATEWAY = ['AddRouteTableIds', 'RemoveRouteTableIds'] as const;
const OF_INTERFACE = ['AddSubnetIds', 'RemoveSubnetIds', 'AddSecurityGroupIds', 'RemoveSecurityGroupIds'] as const;

export const modifyVpcEndpoint = defineOperation({
  service: 'ec2',
  name: 'ModifyVpcEndpoint',
  effect: 'edit',
  summary: 'Gives an endpoint to route tables, subnets and groups, or takes it away; sets its policy',
  parameters: {
    VpcEndpointId: required(id('vpc-endpoint')),
    AddRouteTableIds: listOf(id('route-table')),
    RemoveRouteTableIds: listOf(id('route-table')),
    AddSubnetIds: listOf(id('subnet')),
    RemoveSubnetIds: listOf(id('subnet')),
    AddSecurityGroupIds: listOf(id('security-group')),
    RemoveSecurityGroupIds: listOf(id('security-group')),
    PolicyDocument: policyDocument(),
    ResetPolicy: flag(),
  },
  asks: [[...OF_GATEWAY, ...OF_INTERFACE]],
  unchecked: ['AddRouteTableIds', 'RemoveRouteTableIds'],
  candidates: {
    AddRouteTableIds: (world, { VpcEndpointId }) => tablesWithout(world, VpcEndpointId),
    RemoveRouteTableIds: (world, { VpcEndpointId }) =>
      isGateway(world, VpcEndpointId) ? tablesWith(world, VpcEndpointId as string) : [],
    AddSubnetIds: (world, { VpcEndpointId }) => subnetsWithout(world, VpcEndpointId),
    RemoveSubnetIds: (world, { VpcEndpointId }) => nodesOf(world, VpcEndpointId).map(({ subnetId }) => subnetId),
    AddSecurityGroupIds: (world, { VpcEndpointId }) => groupsBy(world, VpcEndpointId, false),
    RemoveSecurityGroupIds: (world, { VpcEndpointId }) => groupsBy(world, VpcEndpointId, true),
  },
  check(world, input) {
    const endpoint = endpointAt(world, input.VpcEndpointId);
    const foreign = endpoint.kind === 'gateway-endpoint' ? OF_INTERFACE : OF_GATEWAY;
    const wrong = foreign.find((name) => input[name]);
    if (wrong)
      return {
        code: 'InvalidParameter',
        message: `${wrong} cannot be used with ${input.VpcEndpointId}, which is a ${endpoint.kind.replace('-', ' ')}.`,
      };
    return endpoint.kind === 'gateway-endpoint'
      ? checkTables(world, input.AddRouteTableIds ?? [], endpoint)
      : checkPlaces(world, endpoint, input);
  },
  apply(draft, input, before) {
    const { VpcEndpointId, PolicyDocument, ResetPolicy } = input;
    const endpoint = endpointAt(before, VpcEndpointId);
    if (PolicyDocument) draft.gateways[VpcEndpointId]!.policy = PolicyDocument as never;
    if (ResetPolicy) delete draft.gateways[VpcEndpointId]!.policy;
    if (endpoint.kind === 'gateway-endpoint') changeTables(draft, endpoint, input);
    else changePlaces(draft, before, input);
    return { Return: true };
  },
});

function isGateway(world: World, id: string | undefined): boolean {
  return world.gateways[id ?? '']?.kind === 'gateway-endpoint';
}

function tablesWithout(world: World, id: string | undefined): readonly string[] {
  if (!isGateway(world, id)) return [];
  const endpoint = endpointAt(world, id as string) as Extract<AnyEndpoint, { kind: 'gateway-endpoint' }>;
  return Object.keys(world.routeTables).filter((table) => !checkTables(world, [table], endpoint));
}

function nodesOf(world: World, id: string | undefined): InterfaceEndpoint['nodes'] {
  const endpoint = world.gateways[id ?? ''];
  return endpoint?.kind === 'interface-endpoint' ? (endpoint.nodes as InterfaceEndpoint['nodes']) : [];
}

function subnetsWithout(world: World, id: string | undefined): readonly string[] {
  const endpoint = world.gateways[id ?? ''];
  if (endpoint?.kind !== 'interface-endpoint') return [];
  const taken = nodesOf(world, id).map(({ subnetId }) => subnetId as string);
  return Object.keys(world.subnets).filter(
    (each) => world.subnets[each]!.vpcId === endpoint.vpcId && !taken.includes(each),
  );
}

/** Security groups that the endpoint's interfaces have, or could have. */
function groupsBy(world: World, id: string | undefined, held: boolean): readonly string[] {
  const endpoint = world.gateways[id ?? ''];
  if (endpoint?.kind !== 'interface-endpoint') return [];
  const first = nodesOf(world, id)[0];
  const groups: readonly string[] = first ? world.networkInterfaces[first.networkInterfaceId]!.groups : [];
  if (held) return groups;
  return Object.keys(world.securityGroups).filter(
    (group) => world.securityGroups[group]!.vpcId === endpoint.vpcId && !groups.includes(group),
  );
}

function checkPlaces(world: World, endpoint: InterfaceEndpoint, input: Input): OperationError | undefined {
  const { VpcEndpointId, AddSubnetIds = [], RemoveSubnetIds = [], AddSecurityGroupIds = [] } = input;
  const { vpcId, endpointServiceId } = endpoint;
  const kept = endpoint.nodes
    .map(({ subnetId }) => subnetId as string)
    .filter((each) => !RemoveSubnetIds.includes(each));
  const subnetIds = [...kept, ...AddSubnetIds];
  return (
    (AddSubnetIds.length > 0
      ? checkEndpointSubnets(world, { vpcId, subnetIds, serviceId: endpointServiceId })
      : undefined) ??
    checkGroups(world, AddSecurityGroupIds, { id: VpcEndpointId, vpcId }) ??
    checkSomeGroup(world, input)
  );
}

function checkSomeGroup(world: World, input: Input): OperationError | undefined {
  if (changedGroups(world, input).length > 0) return undefined;
  const { VpcEndpointId } = input;
  return {
    ...invalid(`The endpoint ${VpcEndpointId} must keep at least one security group.`),
    remedy: 'Add another group in the same call.',
  };
}

function changeTables(
  draft: WorldDraft,
  endpoint: Extract<AnyEndpoint, { kind: 'gateway-endpoint' }>,
  input: Input,
): void {
  const { VpcEndpointId, AddRouteTableIds = [], RemoveRouteTableIds = [] } = input;
  for (const id of RemoveRouteTableIds) {
    const table = draft.routeTables[id];
    if (table) table.routes = table.routes.filter(({ target }) => target !== VpcEndpointId);
  }
  for (const id of new Set(AddRouteTableIds))
    draft.routeTables[id]!.routes.push({
      destination: endpoint.prefixListId,
      target: VpcEndpointId,
      origin: 'CreateRoute',
    });
}

function changePlaces(draft: WorldDraft, before: World, input: Input): void {
  const { VpcEndpointId, AddSubnetIds = [], RemoveSubnetIds = [] } = input;
  const gone = nodesOf(before, VpcEndpointId).filter(({ subnetId }) => RemoveSubnetIds.includes(subnetId));
  for (const { networkInterfaceId } of gone) removeInterface(draft, networkInterfaceId);
  const kept = nodesOf(before, VpcEndpointId).filter((node) => !gone.includes(node));
  const groups = changedGroups(before, input);
  for (const { networkInterfaceId } of kept) draft.networkInterfaces[networkInterfaceId]!.groups = [...groups] as never;
  const added = AddSubnetIds.map((subnetId) => addNode(draft, VpcEndpointId, { subnetId, groups }));
  draft.gateways[VpcEndpointId]!.nodes = [...kept, ...added] as never;
}

function changedGroups(before: World, { VpcEndpointId, AddSecurityGroupIds = [], RemoveSecurityGroupIds = [] }: Input) {
  const byDefault = findDefaultGroup(before, before.gateways[VpcEndpointId]!.vpcId as string);
  const held =
    nodesOf(before, VpcEndpointId).length > 0 ? groupsBy(before, VpcEndpointId, true) : byDefault ? [byDefault] : [];
  const now = held.filter((group) => !RemoveSecurityGroupIds.includes(group));
  return [...new Set([...now, ...AddSecurityGroupIds])];
}
