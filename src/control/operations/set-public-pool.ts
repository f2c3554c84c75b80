// The lab's own: which public address AWS hands out next, so that a script can have the addresses that it tells of.

import { type Ipv4, ipv4ToNumber } from '../../net/address.ts';
import { cidrContains, splitCidr } from '../../net/cidr.ts';
import { defineOperation } from '../operation.ts';
import { cidr, invalid, ipv4, required } from '../parameter.ts';

export const setPublicPool = defineOperation({
  service: 'lab',
  name: 'SetPublicPool',
  effect: 'edit',
  summary: 'Sets the block that public addresses come from, and the next one',
  parameters: { Cidr: cidr('IPv4'), Next: required(ipv4()) },
  candidates: { Next: () => [] },
  check({ publicPool }, { Cidr = publicPool.cidr, Next }) {
    if (cidrContains(Cidr, Next)) return undefined;
    return { ...invalid(`${Next} does not lie in ${Cidr}.`), remedy: 'Give the block too: --cidr.' };
  },
  apply(draft, { Cidr, Next }, { publicPool }) {
    const block = Cidr ?? publicPool.cidr;
    const { base } = splitCidr(block);
    draft.publicPool.cidr = block;
    draft.publicPool.next = ipv4ToNumber(Next) - ipv4ToNumber(base as Ipv4);
    return { Cidr: block, Next };
  },
});
