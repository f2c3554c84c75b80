// Source: D-ADDR, EC2 "using-eni"; codes C-MOTO (vpc-dataplane 3.2 row 15, 5.2). The flag is read when an instance is launched, never after.

import { defineOperation } from '../operation.ts';
import { flag, id, required } from '../parameter.ts';

export const modifySubnetAttribute = defineOperation({
  service: 'ec2',
  name: 'ModifySubnetAttribute',
  effect: 'edit',
  summary: 'Sets whether instances launched into a subnet get a public address',
  parameters: { SubnetId: required(id('subnet')), MapPublicIpOnLaunch: flag() },
  oneOf: [['MapPublicIpOnLaunch']],
  isUseful: {
    MapPublicIpOnLaunch: (world, { SubnetId }, text) =>
      String(world.subnets[SubnetId ?? '']?.mapPublicIpOnLaunch) !== text,
  },
  apply(draft, { SubnetId, MapPublicIpOnLaunch }) {
    draft.subnets[SubnetId]!.mapPublicIpOnLaunch = MapPublicIpOnLaunch!;
    return undefined;
  },
});
