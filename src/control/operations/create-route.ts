// Source: D-RT, D-RTW; codes C-LOG, C-OS, C-STK (vpc-dataplane 5.2).

import type { World } from '../../cloud/world.ts';
import type { Cidr } from '../../net/cidr.ts';
import { defineOperation } from '../operation.ts';
import { cidr, id, required } from '../parameter.ts';
import { checkDestination, checkTarget, destinationCandidates, ROUTE_TARGETS, targetOf } from '../route-target.ts';

export const createRoute = defineOperation({
  service: 'ec2',
  name: 'CreateRoute',
  effect: 'edit',
  parameters: {
    RouteTableId: required(id('route-table')),
    DestinationCidrBlock: cidr(),
    DestinationIpv6CidrBlock: cidr(),
    GatewayId: id('route-gateway'),
    NatGatewayId: id('nat-gateway'),
    NetworkInterfaceId: id('network-interface'),
    InstanceId: id('instance'),
  },
  oneOf: [['DestinationCidrBlock', 'DestinationIpv6CidrBlock'], ROUTE_TARGETS],
  candidates: { DestinationCidrBlock: destinationCandidates, DestinationIpv6CidrBlock: () => [] },
  check(world, input) {
    const destination = destinationOf(input);
    const refusal =
      checkTarget(world, input.RouteTableId, input) ?? checkDestination(world, input.RouteTableId, destination, input);
    if (refusal) return refusal;
    const existing = findStaticRoute(world, input.RouteTableId, destination);
    if (!existing || existing.target === targetOf(world, input)) return undefined;
    return {
      code: 'RouteAlreadyExists',
      message: `The route identified by ${destination} already exists.`,
      remedy: `It goes to ${existing.target}. Replace it with replace-route, or delete it first.`,
    };
  },
  apply(draft, input) {
    const destination = destinationOf(input);
    const { routes } = draft.routeTables[input.RouteTableId]!;
    const isRepeat = routes.some(
      (route) => route.destination === destination && route.origin !== 'EnableVgwRoutePropagation',
    );
    if (!isRepeat) routes.push({ destination, target: targetOf(draft as World, input), origin: 'CreateRoute' });
    return { Return: true };
  },
});

function destinationOf(input: {
  readonly DestinationCidrBlock?: Cidr | undefined;
  readonly DestinationIpv6CidrBlock?: Cidr | undefined;
}): Cidr {
  return (input.DestinationCidrBlock ?? input.DestinationIpv6CidrBlock) as Cidr;
}

function findStaticRoute(world: World, routeTableId: string, destination: Cidr) {
  return world.routeTables[routeTableId]?.routes.find(
    (route) => route.destination === destination && route.origin !== 'EnableVgwRoutePropagation',
  );
}
