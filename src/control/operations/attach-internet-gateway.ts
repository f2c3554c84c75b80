// Source: D-IGW; codes C-LOG, C-OS, C-EUCA, D-ERR (vpc-dataplane 5.2): the gateway is looked at before the VPC.

import { findAttachedGateway } from '../../cloud/lookup.ts';
import { defineOperation } from '../operation.ts';
import { id, invalid, required } from '../parameter.ts';

export const attachInternetGateway = defineOperation({
  service: 'ec2',
  name: 'AttachInternetGateway',
  effect: 'edit',
  summary: 'Attaches an internet gateway to a VPC; a VPC has at most one',
  parameters: { InternetGatewayId: required(id('internet-gateway')), VpcId: required(id('vpc')) },
  isUseful: { InternetGatewayId: (world, _input, gatewayId) => world.gateways[gatewayId]?.vpcId === undefined },
  check(world, { InternetGatewayId, VpcId }) {
    const attachedTo = world.gateways[InternetGatewayId]?.vpcId;
    if (attachedTo !== undefined)
      return {
        code: 'Resource.AlreadyAssociated',
        message: `The resource ${InternetGatewayId} is already attached to the network ${attachedTo}.`,
        ...(attachedTo !== VpcId && { remedy: `Detach it from ${attachedTo} first.` }),
      };
    const other = findAttachedGateway(world, 'internet-gateway', VpcId);
    if (!other) return undefined;
    return {
      ...invalid(`The network ${VpcId} already has an internet gateway attached.`),
      remedy: `It has ${other}.`,
    };
  },
  apply(draft, { InternetGatewayId, VpcId }) {
    draft.gateways[InternetGatewayId]!.vpcId = VpcId;
    return undefined;
  },
});
