// Which VPCs know each other's private addresses: by a peering connection, or by one transit gateway.
// Source: D-PEER, D-TGW (vpc-dataplane 7.3, 7.4).

import { memoByIdentity } from '../memo.ts';
import type { World } from './world.ts';

/** How far a peering connection has come. Source: D-PEER. */
export const PEERING_STATES = [
  'initiating-request',
  'pending-acceptance',
  'provisioning',
  'active',
  'failed',
  'rejected',
  'expired',
  'deleting',
  'deleted',
] as const;

export type PeeringState = (typeof PEERING_STATES)[number];

/** States in which the pair is not peered and never will be by this connection. */
const OVER: ReadonlySet<unknown> = new Set<PeeringState>(['failed', 'rejected', 'expired', 'deleting', 'deleted']);

export function isPeeringOver(state: unknown): boolean {
  return OVER.has(state);
}

interface Joins {
  readonly active: ReadonlySet<string>;
  readonly alive: ReadonlySet<string>;
  /** Pairs that any connection names, over or not. */
  readonly named: ReadonlySet<string>;
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

const peerings = memoByIdentity((gateways: World['gateways']): Joins => {
  const [active, alive, named] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { kind, requesterVpcId, accepterVpcId, state } of Object.values(gateways)) {
    if (kind !== 'vpc-peering-connection') continue;
    const key = pairKey(requesterVpcId as string, accepterVpcId as string);
    named.add(key);
    if (!isPeeringOver(state)) alive.add(key);
    if (state === 'active') active.add(key);
  }
  return { active, alive, named };
});

/** Whether packets may pass between two VPCs without a gateway; or might, if the connection became active. */
export function arePeered(
  { gateways }: Pick<World, 'gateways'>,
  one: string,
  other: string,
  orMightBe = false,
): boolean {
  const { active, alive } = peerings(gateways);
  return (orMightBe ? alive : active).has(pairKey(one, other));
}

/** Whether a peering connection of any state, over or not, is between two VPCs: rules that name the peer's groups outlive it. */
function haveMet({ gateways }: Pick<World, 'gateways'>, one: string, other: string): boolean {
  return peerings(gateways).named.has(pairKey(one, other));
}

const transitNeighbours = memoByIdentity((gateways: World['gateways']) => {
  const byVpc = new Map<string, Set<string>>();
  for (const { kind, vpcId, transitGatewayId } of Object.values(gateways)) {
    if (kind !== 'transit-gateway-attachment' || typeof vpcId !== 'string') continue;
    byVpc.set(vpcId, (byVpc.get(vpcId) ?? new Set()).add(transitGatewayId as string));
  }
  return byVpc;
});

/** Whether rules of one VPC may name groups of the other: of a peer's, or through attachments that tell who sent. Source: D-PEER, D-RA. */
export function mayNameGroups({ gateways }: Pick<World, 'gateways'>, own: string, other: string): boolean {
  if (arePeered({ gateways }, own, other)) return true;
  const attachments = Object.values(gateways).filter((each) => each.kind === 'transit-gateway-attachment');
  const ofOther = attachments.filter(({ vpcId }) => vpcId === other).map(({ transitGatewayId }) => transitGatewayId);
  return attachments.some(
    ({ vpcId, securityGroupReferencing, transitGatewayId }) =>
      vpcId === own && securityGroupReferencing === true && ofOther.includes(transitGatewayId),
  );
}

/** Whether machines of two VPCs would use each other's private addresses. */
export function areJoined({ gateways }: Pick<World, 'gateways'>, one: string, other: string): boolean {
  if (haveMet({ gateways }, one, other)) return true;
  const ofOne = transitNeighbours(gateways).get(one);
  const ofOther = transitNeighbours(gateways).get(other);
  return ofOne !== undefined && ofOther !== undefined && [...ofOne].some((id) => ofOther.has(id));
}
