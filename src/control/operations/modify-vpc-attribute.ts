// Source: EC2 API reference, ModifyVpcAttribute. Simplified: there is no resolver here, so DNS settings are taken and change nothing; scripts
// that people paste are full of them.

import { defineOperation } from '../operation.ts';
import { flag, id, required } from '../parameter.ts';

export const modifyVpcAttribute = defineOperation({
  service: 'ec2',
  name: 'ModifyVpcAttribute',
  effect: 'edit',
  summary: 'Takes a VPC’s DNS settings, which mean nothing here',
  parameters: { VpcId: required(id('vpc')), EnableDnsSupport: flag(), EnableDnsHostnames: flag() },
  oneOf: [['EnableDnsSupport', 'EnableDnsHostnames']],
  candidates: { EnableDnsSupport: () => [], EnableDnsHostnames: () => [] },
  apply: () => undefined,
});
