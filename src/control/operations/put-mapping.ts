// The lab's own. A row that says what the interface says is no exception to it, so no override is kept: equal worlds are equal objects.

import { lookUpMapping } from '../../dataplane/mapping.ts';
import { hostedAddresses, ROW, trueHost } from '../mapping-row.ts';
import { defineOperation } from '../operation.ts';
import { id, invalid, required } from '../parameter.ts';

export const putMapping = defineOperation({
  service: 'lab',
  name: 'PutMapping',
  effect: 'edit',
  summary: 'Writes a row of the Mapping Service: this address of this VPC lives on that host',
  parameters: { ...ROW, HostId: required(id('host')) },
  candidates: { PrivateIpAddress: hostedAddresses },
  isUseful: {
    HostId: (world, { VpcId = '', PrivateIpAddress = '' }, hostId) =>
      lookUpMapping(world, VpcId, PrivateIpAddress)?.device !== hostId,
  },
  check(world, { VpcId, PrivateIpAddress }) {
    const known = hostedAddresses(world, { VpcId });
    if (known.includes(PrivateIpAddress)) return undefined;
    return {
      ...invalid(`No instance of ${VpcId} holds the address ${PrivateIpAddress}.`),
      ...(known.length > 0 && { remedy: `Addresses there: ${known.slice(0, 6).join(', ')}.` }),
    };
  },
  apply(draft, { VpcId, PrivateIpAddress, HostId }, before) {
    const key = `${VpcId}/${PrivateIpAddress}`;
    if (trueHost(before, VpcId, PrivateIpAddress) === HostId) delete draft.mapping[key];
    else draft.mapping[key] = HostId;
    return undefined;
  },
});
