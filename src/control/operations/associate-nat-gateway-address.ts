// Source: EC2 API reference, AssociateNatGatewayAddress; D-NAT, D-LIM (two Elastic IPs on one gateway unless the quota is raised, eight at most).
// Inferred: the refusals. Simplified: associated at once; a busy address is refused, where AWS's association ends `failed`.

import { quotaOf } from '../../cloud/quotas.ts';
import type { World } from '../../cloud/world.ts';
import type { Ipv4 } from '../../net/address.ts';
import { addNatAddress, checkNatAddresses, checkNatKind, ofNatKind } from '../nat-addresses.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, ipv4, listOf, required } from '../parameter.ts';
import { regionalHolder } from '../regional-nat-gateway.ts';
import { natGatewayShape } from './describe-nat-gateways.ts';

interface Input {
  readonly NatGatewayId: string;
  readonly AllocationIds: readonly string[];
  readonly PrivateIpAddresses?: readonly Ipv4[] | undefined;
}

export const associateNatGatewayAddress = defineOperation({
  service: 'ec2',
  name: 'AssociateNatGatewayAddress',
  effect: 'edit',
  summary: 'Gives a public NAT gateway a further Elastic IP, and so 55,000 ports more',
  parameters: {
    NatGatewayId: required(id('nat-gateway')),
    AllocationIds: required(listOf(id('allocation'))),
    PrivateIpAddresses: listOf(ipv4()),
  },
  isUseful: ofNatKind('public'),
  candidates: {
    AllocationIds: (world) => Object.keys(world.elasticIps).filter((each) => !world.elasticIps[each]?.association),
    PrivateIpAddresses: () => [],
  },
  check: (world, input) =>
    checkNatKind(world, input.NatGatewayId, 'public') ??
    checkTwice(input) ??
    checkBusy(world, input) ??
    checkQuota(world, input) ??
    checkNatAddresses(world, input.NatGatewayId, input.PrivateIpAddresses ?? [], input.AllocationIds.length),
  apply(draft, { NatGatewayId, AllocationIds, PrivateIpAddresses = [] }) {
    AllocationIds.forEach((allocationId, index) => {
      addNatAddress(draft, NatGatewayId, PrivateIpAddresses[index], allocationId);
    });
    return (after) => shown(after, NatGatewayId);
  },
});

function shown(after: World, id: string) {
  const { NatGatewayAddresses } = natGatewayShape(after, id);
  return { NatGatewayId: id, NatGatewayAddresses };
}

function checkTwice({ AllocationIds }: Input): OperationError | undefined {
  const twice = AllocationIds.find((each, index) => AllocationIds.indexOf(each) < index);
  if (!twice) return undefined;
  return { code: 'Resource.AlreadyAssociated', message: `The Elastic IP ${twice} is already in use.` };
}

function checkBusy(world: World, { AllocationIds }: Input): OperationError | undefined {
  const busy = AllocationIds.find((each) => world.elasticIps[each]?.association ?? regionalHolder(world, each));
  if (!busy) return undefined;
  return {
    code: 'Resource.AlreadyAssociated',
    message: `The Elastic IP ${busy} is already associated with ${world.elasticIps[busy]?.association?.networkInterfaceId ?? regionalHolder(world, busy)}.`,
  };
}

function checkQuota(world: World, { NatGatewayId, AllocationIds }: Input): OperationError | undefined {
  const eni = world.gateways[NatGatewayId]!.networkInterfaceId;
  const held = Object.values(world.elasticIps).filter(({ association }) => association?.networkInterfaceId === eni);
  const quota = quotaOf(world, 'addressesPerNatGateway');
  if (held.length + AllocationIds.length <= quota) return undefined;
  return {
    code: 'AddressLimitExceeded',
    message: `${NatGatewayId} may have ${quota} Elastic IPs; it has ${held.length}.`,
    remedy: 'The quota can be raised to 8.',
  };
}
