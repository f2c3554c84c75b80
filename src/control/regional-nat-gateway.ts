// What CreateNatGateway does with --availability-mode regional: a gateway for a whole VPC, whose zones AWS looks after, or the customer does
// by naming addresses for each. Source: D-RNAT, EC2 API reference (vpc-dataplane 4.3). Inferred: the refusals.

import * as v from 'valibot';
import { findAttachedGateway } from '../cloud/lookup.ts';
import { allocationIdSchema } from '../cloud/network-interface.ts';
import type { World, WorldDraft } from '../cloud/world.ts';
import { issuePublicIp } from './issue-address.ts';
import { issueId } from './issue-id.ts';
import type { OperationError } from './operation.ts';
import { invalid } from './parameter.ts';
import { listSchema, structure } from './structure.ts';

/** One zone's Elastic IPs. */
export interface ZoneAddresses {
  readonly AvailabilityZone: string;
  readonly AllocationIds: readonly string[];
}

export interface RegionalInput {
  readonly VpcId?: string | undefined;
  readonly SubnetId?: string | undefined;
  readonly ConnectivityType?: 'public' | 'private' | undefined;
  readonly AllocationId?: string | undefined;
  readonly AvailabilityZoneAddresses?: readonly ZoneAddresses[] | undefined;
}

export const zoneAddresses = () =>
  structure<ZoneAddresses>(
    'AvailabilityZone=ZONE,AllocationIds=[ID,…]',
    v.strictObject({ AvailabilityZone: v.string(), AllocationIds: listSchema(allocationIdSchema) }),
  );

export function checkRegional(world: World, input: RegionalInput): OperationError | undefined {
  const { SubnetId, ConnectivityType, AllocationId, AvailabilityZoneAddresses = [] } = input;
  if (SubnetId || AllocationId)
    return {
      code: 'InvalidParameterCombination',
      message: 'A regional NAT gateway stands in no subnet; its addresses are given zone by zone, or not at all.',
      remedy: 'Use --vpc-id, and --availability-zone-addresses to give addresses.',
    };
  if (ConnectivityType === 'private') return invalid('A regional NAT gateway is always public.');
  const allocations = AvailabilityZoneAddresses.flatMap(({ AllocationIds }) => AllocationIds);
  const unknown = allocations.find((each) => !world.elasticIps[each]);
  if (unknown)
    return { code: 'InvalidAllocationID.NotFound', message: `The allocation ID '${unknown}' does not exist.` };
  const busy = allocations.find((each) => world.elasticIps[each]?.association || regionalHolder(world, each));
  if (busy) return { code: 'Resource.AlreadyAssociated', message: `The Elastic IP ${busy} is already in use.` };
  return undefined;
}

/** The regional gateway that an Elastic IP belongs to. */
export function regionalHolder({ gateways }: Pick<World, 'gateways'>, allocationId: string): string | undefined {
  return Object.keys(gateways).find((id) =>
    Object.values(zonesOf(gateways[id]!)).some((allocations) => allocations.includes(allocationId)),
  );
}

export function zonesOf({ kind, zones }: { readonly kind: string; readonly zones?: unknown }) {
  return (kind === 'regional-nat-gateway' ? zones : {}) as Readonly<Record<string, readonly string[]>>;
}

export function buildRegional(draft: WorldDraft, id: string, input: RegionalInput, before: World): void {
  const { VpcId = '', AvailabilityZoneAddresses } = input;
  const outline = { kind: 'regional-nat-gateway', vpcId: VpcId, mode: AvailabilityZoneAddresses ? 'manual' : 'auto' };
  if (!findAttachedGateway(before, 'internet-gateway', VpcId)) {
    draft.gateways[id] = { ...outline, state: 'failed', failureCode: 'Gateway.NotAttached', zones: {} };
    return;
  }
  const zones = AvailabilityZoneAddresses
    ? Object.fromEntries(AvailabilityZoneAddresses.map((each) => [each.AvailabilityZone, [...each.AllocationIds]]))
    : issueByZone(draft, before, VpcId);
  draft.gateways[id] = { ...outline, state: 'available', zones };
}

/** AWS gives each zone in which something stands an address of its own. */
function issueByZone(draft: WorldDraft, before: World, vpcId: string): Record<string, string[]> {
  const used = Object.values(before.networkInterfaces).map(({ subnetId }) => before.subnets[subnetId]!);
  const zones = new Set(used.flatMap((subnet) => (subnet.vpcId === vpcId ? [subnet.availabilityZone] : [])));
  return Object.fromEntries(
    [...zones].sort().map((zone) => {
      const allocationId = issueId(draft, 'eipalloc');
      const publicIp = issuePublicIp(draft);
      if (publicIp) draft.elasticIps[allocationId] = { publicIp };
      return [zone, publicIp ? [allocationId] : []];
    }),
  );
}
