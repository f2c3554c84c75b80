// Source: Direct Connect API reference, DescribeDirectConnectGateways.

import { listGateways } from '../../cloud/lookup.ts';
import { directConnectGatewayShape } from '../direct-connect.ts';
import { defineOperation } from '../operation.ts';
import { id } from '../parameter.ts';

export const describeDirectConnectGateways = defineOperation({
  service: 'directconnect',
  name: 'DescribeDirectConnectGateways',
  effect: 'look',
  summary: 'Lists Direct Connect gateways',
  parameters: { DirectConnectGatewayId: id('direct-connect-gateway') },
  apply(_draft, { DirectConnectGatewayId }, world) {
    const all = listGateways(world, 'direct-connect-gateway').map(([dxgwId]) => dxgwId);
    const found = all.filter((dxgwId) => DirectConnectGatewayId === undefined || dxgwId === DirectConnectGatewayId);
    return { directConnectGateways: found.map((dxgwId) => directConnectGatewayShape(world, dxgwId)) };
  },
});
