// Source: D-GWE, D-IFE, D-LIM23; codes D-ERR, C-MOTO, C-TF, C-LOG (vpc-dataplane 5.2). A gateway endpoint is a route in each table that is
// named; an interface endpoint is an interface in each subnet. Inferred: the codes for options of the other type and for a zone that the
// service does not have. Simplified: available, or waiting for consent, at once.

import * as v from 'valibot';
import { quotaOf } from '../../cloud/quotas.ts';
import { ipv4Schema } from '../../cloud/schema.ts';
import { findDefaultGroup } from '../../cloud/vpc-defaults.ts';
import type { World, WorldDraft } from '../../cloud/world.ts';
import type { EndpointPolicy } from '../../dataplane/service.ts';
import type { Ipv4 } from '../../net/address.ts';
import { checkTables, findService, findServiceList, listServiceNames, zonesOfService } from '../endpoint.ts';
import { checkGroups } from '../interface-groups.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { choice, flag, freeText, id, listOf, required } from '../parameter.ts';
import { policyDocument } from '../policy-document.ts';
import { checkFreeAddress, checkRoom } from '../private-address.ts';
import { addNode, sharesZone } from '../service-node.ts';
import { structure } from '../structure.ts';
import { TAGGED } from '../tags.ts';
import { vpcEndpointShape } from './describe-vpc-endpoints.ts';

const subnetConfigurationSchema = v.strictObject({ SubnetId: v.string(), Ipv4: v.optional(ipv4Schema) });

type SubnetConfiguration = v.InferOutput<typeof subnetConfigurationSchema>;

interface Input {
  readonly VpcEndpointType?: 'Gateway' | 'Interface' | undefined;
  readonly VpcId: string;
  readonly ServiceName: string;
  readonly RouteTableIds?: readonly string[] | undefined;
  readonly SubnetIds?: readonly string[] | undefined;
  readonly SubnetConfigurations?: readonly SubnetConfiguration[] | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
  readonly PolicyDocument?: EndpointPolicy | undefined;
}

export const createVpcEndpoint = defineOperation({
  service: 'ec2',
  name: 'CreateVpcEndpoint',
  effect: 'edit',
  summary: 'Makes a gateway endpoint for route tables, or an interface endpoint for subnets',
  parameters: {
    VpcEndpointType: choice('Gateway', 'Interface'),
    VpcId: required(id('vpc')),
    ServiceName: required(freeText('NAME')),
    RouteTableIds: listOf(id('route-table')),
    SubnetIds: listOf(id('subnet')),
    SubnetConfigurations: listOf(structure('SubnetId=…,Ipv4=…', subnetConfigurationSchema)),
    SecurityGroupIds: listOf(id('security-group')),
    PolicyDocument: policyDocument(),
    PrivateDnsEnabled: flag(),
    ...TAGGED,
  },
  asks: ['VpcEndpointType', 'RouteTableIds', 'SubnetIds', 'SecurityGroupIds'],
  unchecked: ['RouteTableIds'],
  candidates: {
    ServiceName: (world, { VpcEndpointType }) =>
      listServiceNames(world).filter((name) => VpcEndpointType === 'Interface' || findServiceList(world, name)),
    RouteTableIds: (world, input) => (input.VpcEndpointType === 'Interface' ? [] : freeTables(world, input)),
    SubnetIds: (world, { VpcEndpointType, VpcId }) =>
      VpcEndpointType === 'Interface' ? inVpc(world.subnets, VpcId) : [],
    SecurityGroupIds: (world, { VpcEndpointType, VpcId }) =>
      VpcEndpointType === 'Interface' ? inVpc(world.securityGroups, VpcId) : [],
  },
  check: (world, input) =>
    input.VpcEndpointType === 'Interface' ? checkInterface(world, input) : checkGateway(world, input),
  apply(draft, input, before) {
    const id = issueId(draft, 'vpce');
    if (input.VpcEndpointType === 'Interface') buildInterface(draft, id, input, before);
    else buildGateway(draft, id, input, before);
    return (after) => ({ VpcEndpoint: vpcEndpointShape(after, id) });
  },
});

function inVpc(records: Readonly<Record<string, { readonly vpcId: string }>>, vpcId: string | undefined) {
  return Object.keys(records).filter((id) => records[id]!.vpcId === vpcId);
}

function freeTables(world: World, { VpcId, ServiceName = '' }: Partial<Input>): readonly string[] {
  const list = findServiceList(world, ServiceName);
  const isFree = (id: string) => !world.routeTables[id]!.routes.some(({ destination }) => destination === list);
  return inVpc(world.routeTables, VpcId).filter(isFree);
}

function checkGateway(world: World, input: Input): OperationError | undefined {
  const { VpcId, ServiceName, RouteTableIds = [] } = input;
  const prefixListId = findServiceList(world, ServiceName);
  if (!prefixListId) return unknownService(world, ServiceName);
  const wrong = (['SubnetIds', 'SecurityGroupIds'] as const).find((name) => input[name]);
  if (wrong) return otherType(wrong, 'Gateway');
  const ids = { vpcId: VpcId as `vpc-${string}`, prefixListId: prefixListId as `pl-${string}` };
  return checkTables(world, RouteTableIds, ids) ?? checkGatewayQuota(world);
}

function unknownService(world: World, serviceName: string): OperationError {
  return {
    code: 'InvalidServiceName',
    message: `The Vpc Endpoint Service '${serviceName}' does not exist`,
    remedy: `Known: ${listServiceNames(world).join(', ') || 'none in this Region'}`,
  };
}

function otherType(parameter: string, type: string): OperationError {
  return { code: 'InvalidParameter', message: `${parameter} cannot be used with an endpoint of type ${type}.` };
}

function checkGatewayQuota(world: World): OperationError | undefined {
  const limit = quotaOf(world, 'gatewayEndpoints');
  const have = Object.values(world.gateways).filter(({ kind }) => kind === 'gateway-endpoint').length;
  return have < limit
    ? undefined
    : limitReached(`The account has reached its limit of ${limit} gateway endpoints in this Region.`);
}

function limitReached(message: string): OperationError {
  return { code: 'VpcEndpointLimitExceeded', message };
}

function checkInterface(world: World, input: Input): OperationError | undefined {
  const { VpcId, ServiceName, SubnetIds = [], SecurityGroupIds = [] } = input;
  const serviceId = findService(world, ServiceName);
  if (!serviceId && !findServiceList(world, ServiceName)) return unknownService(world, ServiceName);
  if (input.RouteTableIds) return otherType('RouteTableIds', 'Interface');
  return (
    checkEndpointSubnets(world, { vpcId: VpcId, subnetIds: SubnetIds, serviceId }) ??
    checkConfigurations(world, input) ??
    checkGroups(world, SecurityGroupIds, { id: SubnetIds[0] ?? VpcId, vpcId: VpcId }) ??
    checkInterfaceQuota(world, VpcId)
  );
}

interface Places {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly serviceId: string | undefined;
}

/** One subnet of the VPC in each zone, with an address to spare, in zones where the service is. */
export function checkEndpointSubnets(
  world: World,
  { vpcId, subnetIds, serviceId }: Places,
): OperationError | undefined {
  for (const id of subnetIds) {
    if (world.subnets[id]!.vpcId !== vpcId)
      return { code: 'InvalidParameter', message: `The subnet ${id} does not belong to ${vpcId}.` };
    if (serviceId && !zonesOfService(world, serviceId).includes(world.subnets[id]!.availabilityZone))
      return {
        code: 'InvalidParameter',
        message: `The VPC endpoint service ${serviceId} does not support the availability zone of the subnet: ${id}.`,
        remedy: `It stands in ${zonesOfService(world, serviceId).join(', ')}.`,
      };
    const full = checkRoom(world, id);
    if (full) return full;
  }
  const twin = sharesZone(world, subnetIds);
  if (!twin) return undefined;
  return {
    code: 'DuplicateSubnetsInSameZone',
    message: `Found another VPC endpoint subnet in the availability zone of ${twin}. An endpoint has one subnet in each zone.`,
  };
}

/** The address that the caller wants in one of the subnets. */
function addressIn({ SubnetConfigurations = [] }: Input, subnetId: string): Ipv4 | undefined {
  return SubnetConfigurations.find(({ SubnetId }) => SubnetId === subnetId)?.Ipv4;
}

function checkConfigurations(world: World, { SubnetIds = [], SubnetConfigurations = [] }: Input) {
  for (const { SubnetId, Ipv4: address } of SubnetConfigurations) {
    if (!SubnetIds.includes(SubnetId))
      return { code: 'InvalidParameter', message: `The subnet ${SubnetId} is configured but not among SubnetIds.` };
    const refusal = address && checkFreeAddress(world, SubnetId, address);
    if (refusal) return refusal;
  }
  return undefined;
}

function checkInterfaceQuota(world: World, vpcId: string): OperationError | undefined {
  const limit = quotaOf(world, 'interfaceEndpoints');
  const own = Object.values(world.gateways).filter(
    (each) => each.kind === 'interface-endpoint' && each.vpcId === vpcId,
  );
  return own.length < limit
    ? undefined
    : limitReached(`The account has reached its limit of ${limit} interface endpoints in ${vpcId}.`);
}

function buildGateway(draft: WorldDraft, id: string, input: Input, before: World): void {
  const { VpcId, ServiceName, RouteTableIds = [], PolicyDocument } = input;
  const prefixListId = findServiceList(before, ServiceName) as `pl-${string}`;
  draft.gateways[id] = {
    kind: 'gateway-endpoint',
    vpcId: VpcId,
    prefixListId,
    ...(PolicyDocument && { policy: PolicyDocument }),
  };
  for (const tableId of new Set(RouteTableIds))
    draft.routeTables[tableId]!.routes.push({ destination: prefixListId, target: id, origin: 'CreateRoute' });
}

function buildInterface(draft: WorldDraft, id: string, input: Input, before: World): void {
  const { VpcId, ServiceName, SubnetIds = [], SecurityGroupIds, PolicyDocument } = input;
  const serviceId = findService(before, ServiceName);
  const byDefault = findDefaultGroup(before, VpcId);
  const groups = SecurityGroupIds ?? (byDefault ? [byDefault] : []);
  const mustWait = serviceId !== undefined && before.gateways[serviceId]!.acceptanceRequired === true;
  draft.gateways[id] = {
    kind: 'interface-endpoint',
    vpcId: VpcId,
    ...(serviceId ? { endpointServiceId: serviceId } : { serviceName: ServiceName }),
    nodes: [],
    state: mustWait ? 'pendingAcceptance' : 'available',
    ...(PolicyDocument && { policy: PolicyDocument }),
  };
  draft.gateways[id]!.nodes = SubnetIds.map((subnetId) =>
    addNode(draft, id, { subnetId, groups, address: addressIn(input, subnetId) }),
  ) as never;
}
