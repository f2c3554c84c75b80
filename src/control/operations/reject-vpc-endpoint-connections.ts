import { defineAnswer } from '../endpoint-connections.ts';

export const rejectVpcEndpointConnections = defineAnswer({
  name: 'RejectVpcEndpointConnections',
  summary: 'Turns endpoints away from an endpoint service',
  from: ['pendingAcceptance', 'available'],
  to: 'rejected',
});
