// Source: EC2 API reference, RunInstances; D-EIP (a public address is lent at launch or never); codes C-LOG, D-ERR.
// Simplified: runs at once, though the call prints `pending`; image and type mean nothing; an instance lands on the host that --placement
// names, else on the world's first one, and in a world without hosts on a new one.

import * as v from 'valibot';
import type { InstanceId } from '../../cloud/network-interface.ts';
import type { World, WorldDraft } from '../../cloud/world.ts';
import { ipv6Address } from '../address-structure.ts';
import { findFreeUnderlay, issuePublicIp } from '../issue-address.ts';
import { issueId } from '../issue-id.ts';
import {
  checkLaunch,
  type LaunchInput,
  networkInterfaceSpecification,
  newInterfaceOf,
  takenInterfaces,
} from '../launch.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { flag, freeText, id, integer, invalid, ipv4, listOf } from '../parameter.ts';
import { checkNotManaged } from '../public-address.ts';
import { structure } from '../structure.ts';
import { checkName, nameFor, TAGGED } from '../tags.ts';
import { attachTo, checkIdle } from './attach-network-interface.ts';
import { checkAddresses, checkInterfaceGroups, newInterface } from './create-network-interface.ts';
import { instanceShape } from './describe-instances.ts';

const placementSchema = v.strictObject({
  HostId: v.optional(v.string()),
  AvailabilityZone: v.optional(v.string()),
  Tenancy: v.optional(v.string()),
});

interface Input extends LaunchInput {
  readonly Count?: number | undefined;
  readonly Placement?: v.InferOutput<typeof placementSchema> | undefined;
}

export const runInstances = defineOperation({
  service: 'ec2',
  name: 'RunInstances',
  effect: 'edit',
  summary: 'Launches an instance into a subnet',
  parameters: {
    ImageId: freeText('ami-…'),
    InstanceType: freeText('TYPE'),
    KeyName: freeText('NAME'),
    Count: integer(1, 1),
    SubnetId: id('subnet'),
    PrivateIpAddress: ipv4(),
    SecurityGroupIds: listOf(id('security-group')),
    AssociatePublicIpAddress: flag(),
    Ipv6Addresses: listOf(ipv6Address()),
    NetworkInterfaces: listOf(networkInterfaceSpecification()),
    Placement: structure('HostId=host-…', placementSchema),
    ...TAGGED,
  },
  asks: ['SubnetId', 'AssociatePublicIpAddress'],
  check: (world, input) =>
    checkLaunch(world, input) ??
    checkNew(world, input) ??
    checkTaken(world, input) ??
    checkPlacement(world, input) ??
    checkName(nameFor('instance', input)),
  apply(draft, input, before) {
    const instanceId = issueId(draft, 'i');
    draft.instances[instanceId] = {
      name: nameFor('instance', input) ?? instanceId,
      hostId: input.Placement?.HostId ?? Object.keys(before.hosts)[0] ?? makeHost(draft),
      state: 'running',
      forwarding: 'none',
      application: {},
    } as never;
    giveInterfaces(draft, instanceId, input, before);
    return (after) => ({
      Instances: [{ ...instanceShape(after, instanceId), State: { Code: 0, Name: 'pending' } }],
      ReservationId: `r-${instanceId.slice(2)}`,
    });
  },
});

/** A substrate host for the first instance of all. */
function makeHost(draft: WorldDraft): string {
  const hostId = issueId(draft, 'host');
  draft.hosts[hostId] = { underlay: findFreeUnderlay(draft), checksFrames: true };
  return hostId;
}

function giveInterfaces(draft: WorldDraft, instanceId: InstanceId, input: Input, before: World): void {
  for (const taken of takenInterfaces(input)) attachTo(draft, taken, instanceId);
  const wanted = newInterfaceOf(before, input);
  if (!wanted) return;
  const networkInterface = newInterface(before, wanted);
  const isPublic = wanted.AssociatePublicIpAddress ?? before.subnets[wanted.SubnetId]!.mapPublicIpOnLaunch;
  const lent = isPublic ? issuePublicIp(draft) : undefined;
  const [primary, ...others] = networkInterface.addresses;
  const addresses = [{ ...primary!, ...(lent && { autoPublicIp: lent }) }, ...others];
  draft.networkInterfaces[issueId(draft, 'eni')] = { ...networkInterface, addresses, instanceId } as never;
}

function checkNew(world: World, input: Input): OperationError | undefined {
  const wanted = newInterfaceOf(world, input);
  return wanted && (checkAddresses(world, wanted) ?? checkInterfaceGroups(world, wanted));
}

function checkTaken(world: World, input: Input): OperationError | undefined {
  const taken = takenInterfaces(input);
  if (new Set(taken).size < taken.length) return invalid('The same network interface is named twice.');
  for (const each of taken) {
    const refusal = checkNotManaged(world, each) ?? checkIdle(world, each);
    if (refusal) return refusal;
  }
  return undefined;
}

function checkPlacement({ hosts }: World, { Placement }: Input): OperationError | undefined {
  const hostId = Placement?.HostId;
  if (hostId === undefined || hosts[hostId]) return undefined;
  return {
    code: 'InvalidHostID.NotFound',
    message: `The host '${hostId}' does not exist.`,
    remedy: `Known: ${Object.keys(hosts).slice(0, 6).join(', ') || 'none'}`,
  };
}
