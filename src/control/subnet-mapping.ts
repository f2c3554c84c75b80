// One place of a load balancer: `SubnetId=subnet-1,AllocationId=eipalloc-1`.

import * as v from 'valibot';
import { parseIpv4 } from '../net/address.ts';
import { structure } from './structure.ts';

const mappingSchema = v.strictObject({
  SubnetId: v.string(),
  AllocationId: v.optional(v.string()),
  PrivateIPv4Address: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => parseIpv4(text) !== undefined, 'expected an IPv4 address'),
    ),
  ),
});

export type SubnetMapping = v.InferOutput<typeof mappingSchema>;

export const subnetMapping = () => structure('SubnetId=…,AllocationId=…', mappingSchema);
