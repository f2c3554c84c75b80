// The lab's own: a frame already on the substrate's wire, with which somebody claims to speak for a VPC.

import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { choice, id, integer, ipv4, required } from '../parameter.ts';

export const createFrame = defineOperation({
  service: 'lab',
  name: 'CreateFrame',
  effect: 'edit',
  summary: 'Puts a frame on the wire between two physical hosts',
  parameters: {
    FromHost: required(id('host')),
    ToHost: required(id('host')),
    VpcId: required(id('vpc')),
    Source: required(ipv4()),
    Destination: required(ipv4()),
    Protocol: choice('tcp', 'udp', 'icmp', 'esp', 'gre'),
    Port: integer(0, 65535),
  },
  candidates: { Source: () => [] },
  apply(draft, { FromHost, ToHost, VpcId, Source, Destination, Protocol = 'tcp', Port = 443 }) {
    const FrameId = issueId(draft, 'frame');
    draft.frames[FrameId] = {
      fromHost: FromHost as `host-${string}`,
      toHost: ToHost as `host-${string}`,
      vpcId: VpcId as `vpc-${string}`,
      source: Source,
      destination: Destination,
      protocol: Protocol,
      port: Port,
      discarded: false,
    };
    return { FrameId };
  },
});
