// The lab's own: who a machine's software lets in. The new entry takes the place of the whole list, so that a wrong address is set right in
// one move. A bucket or a table may let in what comes through an endpoint, or out of a VPC. Source: D-S3E.

import { nodesOf } from '../../cloud/gateway.ts';
import type { World } from '../../cloud/world.ts';
import type { Address } from '../../net/address.ts';
import { hostCidr } from '../../net/cidr.ts';
import { sourceRule } from '../address-choice.ts';
import { addressesOfOthers, applicationOf, draftApplication, machinesStating } from '../application.ts';
import { isEndpoint } from '../endpoint.ts';
import { listBalancers } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const setAllowedSource = defineOperation({
  service: 'lab',
  name: 'SetAllowedSource',
  effect: 'edit',
  summary: 'Sets the addresses that a machine’s software lets in',
  parameters: { Machine: required(id('machine')), Cidr: required(sourceRule()) },
  candidates: {
    Machine: machinesStating('allowedSources'),
    Cidr: (world, { Machine }) => [
      ...addressesOfOthers(world, Machine).map(hostCidr),
      ...balancerAddresses(world).map(hostCidr),
      ...identitiesFor(world, Machine),
    ],
  },
  isUseful: {
    Cidr(world, { Machine }, text) {
      const { allowedSources } = applicationOf(world, Machine);
      return allowedSources?.length !== 1 || allowedSources[0] !== text;
    },
  },
  apply(draft, { Machine, Cidr }, before) {
    const { allowedSources } = applicationOf(before, Machine);
    if (allowedSources?.length !== 1 || allowedSources[0] !== Cidr)
      draftApplication(draft, Machine).allowedSources = [Cidr];
    return undefined;
  },
});

/** What targets see where a load balancer hides the client. */
function balancerAddresses(world: World): readonly Address[] {
  return listBalancers(world)
    .flatMap((id) => nodesOf(world.gateways[id]!))
    .flatMap(({ networkInterfaceId }) => world.networkInterfaces[networkInterfaceId]!.addresses[0]!.address);
}

/** Only AWS's services know endpoints. */
function identitiesFor(world: World, machine: string | undefined): readonly string[] {
  if (world.internet[machine ?? '']?.service === undefined) return [];
  return [...Object.keys(world.gateways).filter((id) => isEndpoint(world, id)), ...Object.keys(world.vpcs)];
}
