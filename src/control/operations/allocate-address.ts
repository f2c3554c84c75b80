// Source: D-EIP, D-LIM; codes D-ERR, D-NATT, C-OS (vpc-dataplane 5.2), C-LOG for --address.
// Simplified: any public address that nobody holds can be taken back, where AWS gives back only what was ours.

import { quotaOf } from '../../cloud/quotas.ts';
import type { World } from '../../cloud/world.ts';
import type { Ipv4 } from '../../net/address.ts';
import { scopeOf } from '../../net/cidr.ts';
import { findFreePublicIp, issuePublicIp } from '../issue-address.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { choice, ipv4 } from '../parameter.ts';
import { isPublicIpHeld } from '../public-address.ts';
import { TAGGED } from '../tags.ts';

export const allocateAddress = defineOperation({
  service: 'ec2',
  name: 'AllocateAddress',
  effect: 'edit',
  summary: 'Takes an Elastic IP out of the region’s pool; it is yours, and billed, until released',
  parameters: { Domain: choice('vpc'), Address: ipv4(), ...TAGGED },
  check(world, { Address }) {
    const quota = quotaOf(world, 'elasticIps');
    if (Object.keys(world.elasticIps).length >= quota)
      return {
        code: 'AddressLimitExceeded',
        message: `The account has reached its limit of ${quota} Elastic IPs in this region.`,
        remedy: 'Use one that is idle, or release one.',
      };
    if (Address) return checkAvailable(world, Address);
    if (findFreePublicIp(world)) return undefined;
    return { code: 'InsufficientAddressCapacity', message: 'The pool has no free public address left.' };
  },
  apply(draft, { Address }, { region }) {
    const publicIp = Address ?? issuePublicIp(draft)!;
    const allocationId = issueId(draft, 'eipalloc');
    draft.elasticIps[allocationId] = { publicIp };
    return {
      PublicIp: publicIp,
      AllocationId: allocationId,
      PublicIpv4Pool: 'amazon',
      NetworkBorderGroup: region,
      Domain: 'vpc',
    };
  },
});

/** Takes back a certain address. */
function checkAvailable(world: World, address: Ipv4): OperationError | undefined {
  if (scopeOf(address) === 'public' && !isPublicIpHeld(world, address)) return undefined;
  return {
    code: 'InvalidAddress.NotFound',
    message: `The Elastic IP address '${address}' does not exist or is not available.`,
  };
}
