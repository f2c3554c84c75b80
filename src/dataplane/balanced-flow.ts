// A load balancer's flow table: how a flow looks to its client, and how to the target that was chosen for it. Answers find their way back
// by it, also those that the target addresses to the client itself. Source: D-NLB, T17 (vpc-dataplane 6.3, 6.4).

import type { Address } from '../net/address.ts';
import { destinationPortOf, type Packet, type Protocol, sourcePortOf } from '../net/packet.ts';
import type { Sessions } from './sessions.ts';

interface End {
  readonly address: Address;
  readonly port: number;
}

export interface BalancedFlow {
  readonly owner: string;
  /** The interface of the node that took the flow in. */
  readonly node: string;
  readonly protocol: Protocol;
  readonly client: End;
  /** What the client sent to: a node's address, or an endpoint's. */
  readonly front: End;
  /** What the target sees as its client: the client itself where its address is preserved. */
  readonly shown: End;
  readonly chosen: End;
  /** Where the target lives, if it is an interface of the load balancer's own VPC. */
  readonly targetInterfaceId?: string | undefined;
  /** The interface endpoint that the flow came through; its client lives in another VPC. */
  readonly via?: string | undefined;
}

export function openBalanced({ balanced }: Sessions, flow: BalancedFlow): BalancedFlow {
  balanced.push(flow);
  return flow;
}

/** The flow that a client's packet continues. */
export function findOpen(
  { balanced }: Sessions,
  owner: string,
  { ip, transport }: Packet,
  via: string | undefined,
): BalancedFlow | undefined {
  return balanced.find(
    (flow) =>
      flow.owner === owner &&
      flow.via === via &&
      flow.protocol === transport.protocol &&
      flow.client.address === ip.source &&
      flow.client.port === sourcePortOf(transport) &&
      flow.front.address === ip.destination &&
      flow.front.port === destinationPortOf(transport),
  );
}

/** The flow that a packet from a target belongs to. */
export function findAnswered({ balanced }: Sessions, owner: string, packet: Packet): BalancedFlow | undefined {
  return balanced.find((flow) => flow.owner === owner && isAnswer(flow, packet));
}

/**
 * The flow that a target's answer belongs to although it is addressed to the client: its host gives it back to the flow's owner and does
 * not ask the route table.
 */
export function findOwned(
  { balanced }: Sessions,
  networkInterfaceId: string,
  packet: Packet,
): BalancedFlow | undefined {
  if (balanced.length === 0) return undefined;
  return balanced.find(
    (flow) => flow.targetInterfaceId === networkInterfaceId && isPreserved(flow) && isAnswer(flow, packet),
  );
}

/** Whether a packet comes to a target from itself: it called its own load balancer, and was chosen. */
export function isOwnCall({ balanced }: Sessions, networkInterfaceId: string, { ip }: Packet): boolean {
  if (balanced.length === 0 || ip.source !== ip.destination) return false;
  return balanced.some((flow) => flow.targetInterfaceId === networkInterfaceId && isPreserved(flow));
}

/** Whether a node sends on a packet whose source it has left as it was. */
export function showsClient({ balanced }: Sessions, networkInterfaceId: string, address: Address): boolean {
  return balanced.some(
    (flow) => flow.node === networkInterfaceId && isPreserved(flow) && flow.shown.address === address,
  );
}

export function isPreserved({ client, shown, via }: BalancedFlow): boolean {
  return via === undefined && shown.address === client.address;
}

function isAnswer({ protocol, shown, chosen }: BalancedFlow, { ip, transport }: Packet): boolean {
  return (
    protocol === transport.protocol &&
    ip.source === chosen.address &&
    ip.destination === shown.address &&
    sourcePortOf(transport) === chosen.port &&
    destinationPortOf(transport) === shown.port
  );
}
