// Steps, faults and codes of load balancers in English.

export const explainBalancers = {
  'title.translated.nlb-preserves': 'A target is chosen; source kept',
  'title.translated.nlb-own-address': 'A target is chosen; source swapped',
  'title.translated.nlb-return': 'The flow is found again',
  'title.answered.nlb-idle': 'The load balancer has forgotten',
  'title.looked-up-mapping.flow-owner': 'The flow has an owner',

  'step.translated.nlb-preserves':
    '{table} chooses the target {newDestinationEnd} and leaves the source: the target sees its client, {sourceEnd}.',
  'step.translated.nlb-own-address':
    '{table} chooses the target {newDestinationEnd} and puts its own {newSourceEnd} in place of {sourceEnd}.',
  'step.translated.nlb-return': '{table} knows the flow: the answer shows {newSource} again, which its client called.',
  'step.answered.nlb-idle': '{table} has forgotten this flow and answers with a reset in place of the target.',
  'step.looked-up-mapping.flow-owner':
    'This flow came from {table}, so the host gives the answer back to {key}. No route table is asked.',

  'fault.LB_NO_LISTENER': '{at} has no listener that takes {traffic}',
  'fault.LB_WRONG_PORT': '{at} listens, but not on the port of {traffic}',
  'fault.LB_NO_GROUP': "{at}'s listener {about} has no target group to send to",
  'fault.LB_NO_TARGET': '{at} has no targets registered',
  'fault.LB_NO_TARGET_IN_ZONE': '{at} has no target in {about}, and cross-zone balancing is off',
  'fault.LB_TARGETS_DOWN': 'no target of {at} is running',
  'fault.LB_PRESERVED_OUTSIDE': '{at} keeps the client address, which cannot work for {about} outside the VPC',
  'fault.LB_IDLE_EXPIRED': '{at} has forgotten the flow of {about}: it was idle for too long',
  'fault.LB_HAIRPIN': '{at} gets a packet from its own address {about}: it called itself, and drops the answer',

  'remedy.LB_NO_LISTENER': 'Create a listener for this protocol.',
  'remedy.LB_WRONG_PORT': 'Call the port that a listener has, or create one for this port.',
  'remedy.LB_NO_GROUP': 'Give the listener a target group.',
  'remedy.LB_NO_TARGET': 'Register a target.',
  'remedy.LB_NO_TARGET_IN_ZONE': 'Turn cross-zone balancing on, or register a target in that zone.',
  'remedy.LB_TARGETS_DOWN': 'Start a target, or register one that runs.',
  'remedy.LB_PRESERVED_OUTSIDE': 'Turn client address preservation off for the group.',
  'remedy.LB_IDLE_EXPIRED': 'Send something more often than the load balancer forgets, or open a new connection.',
  'remedy.LB_HAIRPIN': 'Turn client address preservation off; a proxy header can still name the client.',

  'code.ELBV2_LISTENERS_MISMATCH': 'No listener',
  'code.ELBV2_LISTENER_PORT_RESTRICTION': 'No listener on that port',
  'code.ELBV2_LISTENER_HAS_NO_TG': 'Listener without target group',
  'code.TARGET_ADDRESS_RESTRICTION': 'No registered target',
  'code.ELBV2_NO_TARGETS_IN_AZ': 'No target in the zone',
  'code.ELBV2_LISTENER_REQUIRES_TG_ACCEPT': 'No target is running',
  'code.ELBV2_SOURCE_ADDRESS_PRESERVATION': 'Client kept, target outside',
  'code.NLB_IDLE_EXPIRED': 'Load balancer forgot the flow',
  'code.NLB_HAIRPIN': 'Target called itself',
} as const;
