// The lab's own: one more physical server of the substrate, which no customer ever sees.

import { findFreeUnderlay } from '../issue-address.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { flag, invalid, ipv4 } from '../parameter.ts';

export const createHost = defineOperation({
  service: 'lab',
  name: 'CreateHost',
  effect: 'edit',
  summary: 'Adds a physical host to the substrate',
  parameters: { Underlay: ipv4(), ChecksFrames: flag() },
  check({ hosts, substrate }, { Underlay }) {
    const held = [...Object.values(hosts).map(({ underlay }) => underlay), ...Object.values(substrate)];
    return Underlay && held.includes(Underlay) ? invalid(`The underlay address ${Underlay} is in use.`) : undefined;
  },
  apply(draft, { Underlay, ChecksFrames = true }) {
    const HostId = issueId(draft, 'host');
    draft.hosts[HostId] = { underlay: Underlay ?? findFreeUnderlay(draft), checksFrames: ChecksFrames };
    return { HostId };
  },
});
