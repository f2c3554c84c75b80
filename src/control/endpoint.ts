// What the calls for VPC endpoints and endpoint services share. Source: D-GWE, D-IFE; codes D-ERR, C-LOG, C-TF, C-MOTO (vpc-dataplane 5.2).

import type { World } from '../cloud/world.ts';
import type { EndpointService } from '../dataplane/gateways/endpoint-service.ts';
import type { GatewayEndpoint } from '../dataplane/gateways/gateway-endpoint.ts';
import type { InterfaceEndpoint } from '../dataplane/gateways/interface-endpoint.ts';
import type { NetworkLoadBalancer } from '../dataplane/gateways/network-load-balancer.ts';
import { checkListRoute } from './edge-table.ts';
import type { OperationError } from './operation.ts';

export type AnyEndpoint =
  | ({ readonly kind: 'gateway-endpoint' } & GatewayEndpoint)
  | ({ readonly kind: 'interface-endpoint' } & InterfaceEndpoint);

export function endpointAt(world: World, id: string): AnyEndpoint {
  return world.gateways[id] as unknown as AnyEndpoint;
}

/** The prefix list of one of AWS's own services. */
export function findServiceList(world: World, serviceName: string): string | undefined {
  return Object.keys(world.prefixLists).find((id) => world.prefixLists[id]!.name === serviceName);
}

/** `com.amazonaws.vpce.us-east-1.vpce-svc-1` */
export function nameOfService({ region }: World, serviceId: string): string {
  return `com.amazonaws.vpce.${region}.${serviceId}`;
}

/** The endpoint service of this World that has a name. */
export function findService(world: World, serviceName: string): string | undefined {
  return Object.keys(world.gateways).find(
    (id) => world.gateways[id]!.kind === 'endpoint-service' && nameOfService(world, id) === serviceName,
  );
}

export function serviceNameOf(world: World, id: string): string {
  const endpoint = endpointAt(world, id);
  if (endpoint.kind === 'gateway-endpoint') return world.prefixLists[endpoint.prefixListId]?.name ?? '';
  if (endpoint.endpointServiceId) return nameOfService(world, endpoint.endpointServiceId);
  return endpoint.serviceName ?? '';
}

/** The names of every service that an endpoint can be made for. */
export function listServiceNames(world: World): readonly string[] {
  const own = Object.keys(world.gateways).filter((id) => world.gateways[id]!.kind === 'endpoint-service');
  return [...awsServiceNames(world), ...own.map((id) => nameOfService(world, id))];
}

/** AWS's lists are those that bear the name of a service. */
function awsServiceNames(world: World): readonly string[] {
  return Object.values(world.prefixLists)
    .map(({ name }) => name)
    .filter(isAwsName);
}

export function isAwsName(name: string): boolean {
  return name.startsWith('com.amazonaws.');
}

/** The zones where an endpoint service can be reached: those of its load balancer's nodes. */
export function zonesOfService(world: World, serviceId: string): readonly string[] {
  const { loadBalancerId } = world.gateways[serviceId] as unknown as EndpointService;
  const balancer = world.gateways[loadBalancerId] as unknown as NetworkLoadBalancer | undefined;
  return (balancer?.nodes ?? []).map(({ subnetId }) => world.subnets[subnetId]?.availabilityZone as string);
}

/** Tables that have a route to an endpoint. */
export function tablesWith(world: World, endpointId: string): readonly string[] {
  const hasIt = (id: string) => world.routeTables[id]!.routes.some(({ target }) => target === endpointId);
  return Object.keys(world.routeTables).filter(hasIt);
}

/** Why some tables cannot be given a route to a prefix list. */
export function checkTables(
  world: World,
  tables: readonly string[],
  { vpcId, prefixListId }: Pick<GatewayEndpoint, 'vpcId' | 'prefixListId'>,
): OperationError | undefined {
  for (const id of tables) {
    const table = world.routeTables[id];
    if (table?.vpcId !== vpcId)
      return {
        code: 'InvalidRouteTableId.NotFound',
        message: `The route table '${id}' does not exist in ${vpcId}.`,
      };
    const refusal = checkListRoute(world, id, prefixListId);
    if (refusal) return refusal;
    if (table.routes.some(({ destination }) => destination === prefixListId))
      return {
        code: 'RouteAlreadyExists',
        message: `The route table ${id} already has a route with the destination prefix list ${prefixListId}.`,
        remedy: 'A table has one endpoint route for each service; take the other one away first.',
      };
  }
  return undefined;
}

/** What the batch calls give for an id that they could not do anything with. */
export function unsuccessful(resourceId: string, code: string, message: string) {
  return { ResourceId: resourceId, Error: { Code: code, Message: message } };
}

export function unknownEndpoint(id: string) {
  return unsuccessful(id, 'InvalidVpcEndpointId.NotFound', `The Vpc Endpoint Id '${id}' does not exist`);
}

export function isEndpoint(world: World, id: string): boolean {
  const kind = world.gateways[id]?.kind;
  return kind === 'gateway-endpoint' || kind === 'interface-endpoint';
}
