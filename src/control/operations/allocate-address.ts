// Source: D-EIP, D-LIM; codes D-ERR, D-NATT, C-OS (vpc-dataplane 5.2).

import { quotaOf } from '../../cloud/quotas.ts';
import { findFreePublicIp, issuePublicIp } from '../issue-address.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { choice } from '../parameter.ts';

export const allocateAddress = defineOperation({
  service: 'ec2',
  name: 'AllocateAddress',
  effect: 'edit',
  summary: 'Takes an Elastic IP out of the region’s pool; it is yours, and billed, until released',
  parameters: { Domain: choice('vpc') },
  check(world) {
    const quota = quotaOf(world, 'elasticIps');
    if (Object.keys(world.elasticIps).length >= quota)
      return {
        code: 'AddressLimitExceeded',
        message: `The account has reached its limit of ${quota} Elastic IPs in this region.`,
        remedy: 'Use one that is idle, or release one.',
      };
    if (findFreePublicIp(world)) return undefined;
    return { code: 'InsufficientAddressCapacity', message: 'The pool has no free public address left.' };
  },
  apply(draft, _input, { region }) {
    const publicIp = issuePublicIp(draft)!;
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
