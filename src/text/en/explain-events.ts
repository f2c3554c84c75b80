// Steps, faults and codes of what happens without anybody's edit, in English: zones lost, flows forgotten, ports used up, packets too big.

export const explainEvents = {
  'title.forwarded.igw-no-swap': 'Its address is public already',
  'title.fragmented.fragmented': 'The packet is cut into pieces',
  'title.answered.nat-idle': 'NAT answers with a reset',
  'title.answered.nat-lost-flow': 'NAT answers with a reset',
  'title.answered.mtu-limit': 'The edge says: too big',
  'title.answered.ttl-spent': 'A hop says: out of hops',
  'title.delivered.guest-told': 'The sender is told',

  'step.forwarded.igw-no-swap':
    '{table} passes it on as it is: a regional NAT gateway shows a public address of its own, so there is nothing to swap.',
  'step.fragmented.fragmented':
    '{table} carries no packet this big, and this one may be cut: {pieces} pieces go on, each with an IP header of its own.',
  'step.answered.nat-idle':
    '{table} has forgotten this flow: it was idle for 350 s. It answers with a TCP reset, as if {newSource} had sent it.',
  'step.answered.nat-lost-flow':
    '{table} has never seen this flow. It answers with a TCP reset, as if {newSource} had sent it.',
  'step.answered.mtu-limit':
    'The packet must not be cut. ICMP 3/4 from {newSource} goes back to its sender: {limit} bytes would have passed.',
  'step.answered.ttl-spent':
    'The time to live is used up at {table}. ICMP 11/0 from {newSource} goes back to the sender.',
  'step.delivered.guest-told': '{node} gets it and knows now that its packet did not pass.',

  'fault.ZONE_DOWN': '{at} stands in {about}, and that zone is lost',
  'fault.NAT_PORTS_EXHAUSTED': '{at} has no port left for one more flow to {about}: 55,000 for each of its addresses',
  'fault.NAT_IDLE_EXPIRED': '{at} has forgotten the idle flow to {about}, and resets it',
  'fault.NAT_FLOW_UNKNOWN': '{at} knows no flow to {about} that this packet could belong to, and resets it',
  'fault.NAT_AZ_MISSING': '{at} has no address in {about}, so it serves nobody there',
  'fault.FRAGMENTS': '{at} carries no fragments of {about}',
  'fault.MTU_EXCEEDED': 'the packet is too big for {at} ({about}) and must not be cut',
  'fault.TTL_EXPIRED': 'the time to live is used up at {at}',

  'remedy.ZONE_DOWN': 'Have one in each zone, and let each zone use its own.',
  'remedy.NAT_PORTS_EXHAUSTED': 'Add an address to the NAT gateway, or spread the flows over more destinations.',
  'remedy.NAT_IDLE_EXPIRED': 'Send a keep-alive more often than every 350 s, or open a new connection.',
  'remedy.NAT_FLOW_UNKNOWN': 'Open a new connection; one NAT cannot take over the flows of another.',
  'remedy.NAT_AZ_MISSING': 'Give the gateway an address in that zone, or let it follow the VPC by itself.',
  'remedy.FRAGMENTS': 'Send packets that need not be cut.',
  'remedy.MTU_EXCEEDED': 'Send smaller packets, or let ICMP in, so that the sender learns of the limit.',
  'remedy.TTL_EXPIRED': 'Start with a larger time to live.',

  'code.NAT_PORTS_EXHAUSTED': 'NAT has no port left',
  'code.NAT_IDLE_EXPIRED': 'NAT forgot the idle flow',
  'code.NAT_FLOW_UNKNOWN': 'NAT never saw this flow',
  'code.REGIONAL_NGW_ROUTE_AZ_RESTRICTION': 'NAT gateway not in this zone',
  'code.FRAGMENTS_NOT_CARRIED': 'Fragments not carried',
  'code.MTU_EXCEEDED': 'Packet too big',
  'code.TTL_EXPIRED': 'Time to live used up',
} as const;
