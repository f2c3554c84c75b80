// What a diagnosis takes for a route that is missing, dead or circular, so that it can go on: the VPC's NAT gateway for a sender
// without a public address, else its internet gateway. For a destination that the internet does not carry it has no idea.

import { vpcIdOfInterface } from '../cloud/lookup.ts';
import type { Route } from '../cloud/route-table.ts';
import { isIpv4 } from '../net/address.ts';
import { scopeOf } from '../net/cidr.ts';
import type { Packet } from '../net/packet.ts';
import { missGateway } from './internet.ts';
import { gatewayOfVpc, pairBehind, pairOf } from './pretence.ts';
import type { Walk } from './walk.ts';

/** The route that should stand there; undefined when there is none to think of. `dead` is the blackhole that stands there now. */
export function likelyRoute(walk: Walk, networkInterfaceId: string, packet: Packet, dead?: Route): Route | undefined {
  const { world } = walk;
  const { source, destination } = packet.ip;
  if (scopeOf(destination) !== 'public' && !pairBehind(walk, destination)) return undefined;
  const networkInterface = world.networkInterfaces[networkInterfaceId]!;
  const vpcId = vpcIdOfInterface(world, networkInterface);
  const nat = pairOf(walk, vpcId, source) ? undefined : findUsableNat(walk, vpcId, networkInterface.subnetId);
  const target = nat ?? gatewayOfVpc(walk, vpcId) ?? attachDead(walk, vpcId, dead) ?? missGateway(walk, vpcId, packet);
  if (!target) return undefined;
  const everything = (isIpv4(destination) ? '0.0.0.0/0' : '::/0') as Route['destination'];
  return { destination: everything, target, origin: 'CreateRoute' };
}

/** A blackhole to a detached internet gateway has been listed; the gateway need not be listed again. */
function attachDead({ world, pretence }: Walk, vpcId: string, dead: Route | undefined): string | undefined {
  const gateway = dead && world.gateways[dead.target];
  if (gateway?.kind !== 'internet-gateway' || gateway.vpcId !== undefined) return undefined;
  pretence?.attached.set(vpcId, dead!.target);
  return dead!.target;
}

function findUsableNat({ world, kinds }: Walk, vpcId: string, subnetId: string): string | undefined {
  return Object.keys(world.gateways).find((id) => {
    const gateway = world.gateways[id]!;
    const kind = kinds[gateway.kind];
    const home = world.networkInterfaces[kind?.interfaceOf?.(gateway) ?? '']?.subnetId;
    const isNear = home !== undefined && home !== subnetId && world.subnets[home]?.vpcId === vpcId;
    return isNear && !kind?.blackhole(gateway, vpcId, world);
  });
}
