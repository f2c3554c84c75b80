// Source: Direct Connect API reference, DescribeConnections.

import { listGateways } from '../../cloud/lookup.ts';
import { connectionShape } from '../direct-connect.ts';
import { defineOperation } from '../operation.ts';
import { id } from '../parameter.ts';

export const describeConnections = defineOperation({
  service: 'directconnect',
  name: 'DescribeConnections',
  effect: 'look',
  summary: 'Lists Direct Connect connections: the ports that wires end in',
  parameters: { ConnectionId: id('direct-connect-connection') },
  apply(_draft, { ConnectionId }, world) {
    const all = listGateways(world, 'direct-connect-connection').map(([dxconId]) => dxconId);
    const found = all.filter((dxconId) => ConnectionId === undefined || dxconId === ConnectionId);
    return { connections: found.map((dxconId) => connectionShape(world, dxconId)) };
  },
});
