// The lab's own: who a machine's software lets in. The new entry takes the place of the whole list, so that a wrong address is set right in
// one move.

import { hostCidr } from '../../net/cidr.ts';
import { blockOrAddress } from '../address-choice.ts';
import { addressesOfOthers, applicationOf, draftApplication, machinesStating } from '../application.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const setAllowedSource = defineOperation({
  service: 'lab',
  name: 'SetAllowedSource',
  effect: 'edit',
  summary: 'Sets the addresses that a machine’s software lets in',
  parameters: { Machine: required(id('machine')), Cidr: required(blockOrAddress()) },
  candidates: {
    Machine: machinesStating('allowedSources'),
    Cidr: (world, { Machine }) => addressesOfOthers(world, Machine).map(hostCidr),
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
