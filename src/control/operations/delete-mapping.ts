// The lab's own: the Mapping Service forgets an address, and packets for it have nowhere to go.

import { lookUpMapping } from '../../dataplane/mapping.ts';
import { mappedAddresses, ROW } from '../mapping-row.ts';
import { defineOperation } from '../operation.ts';

export const deleteMapping = defineOperation({
  service: 'lab',
  name: 'DeleteMapping',
  effect: 'edit',
  summary: 'Removes a row of the Mapping Service',
  parameters: ROW,
  candidates: { PrivateIpAddress: mappedAddresses },
  check(world, { VpcId, PrivateIpAddress }) {
    if (lookUpMapping(world, VpcId, PrivateIpAddress)) return undefined;
    return {
      code: 'InvalidMapping.NotFound',
      message: `The Mapping Service has no row for ${PrivateIpAddress} in ${VpcId}.`,
    };
  },
  apply(draft, { VpcId, PrivateIpAddress }) {
    draft.mapping[`${VpcId}/${PrivateIpAddress}`] = null;
    return undefined;
  },
});
