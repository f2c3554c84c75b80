// Steps, faults and codes of gateway endpoints, interface endpoints and endpoint services in English.

export const explainEndpoints = {
  'title.checked.endpoint-admission': 'The endpoint lets it pass',
  'title.encapsulated.endpoint-identity': 'The endpoint puts its name on it',
  'title.decapsulated.endpoint-takeover': 'The flow crosses to its provider',
  'title.decapsulated.endpoint-return': 'The answer loses its identity',

  'step.checked.endpoint-admission':
    'An interface of this VPC sent it, by TCP or echo, and {destination} stands in {table}. The endpoint takes it.',
  'step.encapsulated.endpoint-identity':
    '{table} leaves the source {source} as it is and adds its own id and {vpc}: private addresses alone are not unique.',
  'step.decapsulated.endpoint-takeover':
    '{table} takes the flow over from an endpoint of {vpc}. No address of that VPC goes any further.',
  'step.decapsulated.endpoint-return':
    '{table} takes the identity off. The answer is for {destination} in {vpc}, and only that VPC.',

  'fault.VPCE_PROTOCOL': '{at} carries TCP and ICMP echo only, not {about}',
  'fault.VPCE_PREFIX': "{about} is not in {at}'s prefix list, so {at} does not carry it",
  'fault.VPCE_FOREIGN_SOURCE': '{at} serves interfaces of its own VPC only, and {about} is none',
  'fault.VPCE_OTHER_REGION': '{at} has no route for {about}: its endpoint lists the addresses of this Region only',
  'fault.VPCE_POLICY_DENY': "{at}'s policy does not let anybody through to {about}",
  'fault.VPCE_NO_INITIATE': '{at} only answers: nobody on the far side of an endpoint can call {about}',
  'fault.VPCE_NOT_ACCEPTED': '{at} is {about}: it carries nothing until its service has taken it in',
  'fault.VPCE_AZ_MISSING': '{at} has no node in {about}, where the endpoint stands',

  'remedy.VPCE_PROTOCOL': 'Use TCP; the service speaks nothing else.',
  'remedy.VPCE_PREFIX': 'Route addresses outside the list by another door.',
  'remedy.VPCE_FOREIGN_SOURCE': 'Give the sender an interface endpoint to send to.',
  'remedy.VPCE_OTHER_REGION': 'Send it by an internet gateway or a NAT gateway.',
  'remedy.VPCE_POLICY_DENY': "Let the endpoint's policy allow what is asked for.",
  'remedy.VPCE_NO_INITIATE': 'Let the consumer call; an endpoint carries calls one way only.',
  'remedy.VPCE_NOT_ACCEPTED': "Let the service's owner accept the endpoint.",
  'remedy.VPCE_AZ_MISSING': 'Place the endpoint where the service has a node, or give the service one there.',

  'code.VPCE_SERVICE_NOT_INSTALLED_IN_AZ': 'Service not in this zone',
  'code.VPCE_GATEWAY_PROTOCOL_RESTRICTION': 'Endpoint takes TCP and echo',
  'code.VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION': 'Not in the prefix list',
  'code.VPCE_FOREIGN_SOURCE': 'Not this endpoint’s VPC',
  'code.VPCE_OTHER_REGION': 'Service of another Region',
  'code.VPCE_POLICY_DENY': 'Refused by endpoint policy',
  'code.VPCE_INTRA_VPC_TRAFFIC': 'An endpoint never calls',
} as const;
