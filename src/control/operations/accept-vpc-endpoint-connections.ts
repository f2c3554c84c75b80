import { defineAnswer } from '../endpoint-connections.ts';

export const acceptVpcEndpointConnections = defineAnswer({
  name: 'AcceptVpcEndpointConnections',
  summary: 'Lets endpoints that wait for consent use an endpoint service',
  from: ['pendingAcceptance', 'rejected'],
  to: 'available',
});
