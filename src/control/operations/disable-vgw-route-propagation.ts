// Source: D-VPN; codes C-OS (vpc-dataplane 5.2). Off already is a success.

import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { stopPropagation } from '../propagating.ts';

export const disableVgwRoutePropagation = defineOperation({
  service: 'ec2',
  name: 'DisableVgwRoutePropagation',
  effect: 'edit',
  summary: 'Takes the routes of a virtual private gateway out of a route table',
  parameters: {
    RouteTableId: required(id('route-table')),
    GatewayId: required(id('vpn-gateway')),
  },
  unchecked: ['GatewayId'],
  candidates: {
    GatewayId: (world, { RouteTableId }) => world.routeTables[RouteTableId ?? '']?.propagatingVgws ?? [],
  },
  isUseful: { RouteTableId: (world, _input, text) => world.routeTables[text]?.propagatingVgws !== undefined },
  check(world, { GatewayId }) {
    if (world.gateways[GatewayId]?.kind === 'vpn-gateway') return undefined;
    return { code: 'Gateway.NotAttached', message: `The gateway ${GatewayId} is not attached.` };
  },
  apply(draft, { GatewayId, RouteTableId }) {
    stopPropagation(draft.routeTables[RouteTableId]!, GatewayId);
    return undefined;
  },
});
