// A target group: where a load balancer may send a listener's flows, and how. It is no place that a packet passes.
// Source: D-NLB (vpc-dataplane 6.4). Simplified: a target is healthy while its instance runs; there are no health checks.

import * as v from 'valibot';
import { instanceIdSchema } from '../../cloud/network-interface.ts';
import { refers } from '../../cloud/report.ts';
import { addressSchema, nameSchema, portSchema } from '../../cloud/schema.ts';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import { defineComponent } from '../gateway-kind.ts';

export const balancedProtocols = ['TCP', 'UDP', 'TCP_UDP'] as const;

export const targetSchema = v.strictObject({
  /** An instance's id, or an address where the group is of type `ip`. */
  id: v.union([instanceIdSchema, addressSchema]),
  /** The group's port unless told. */
  port: v.optional(portSchema),
});

const attributes = v.strictObject({
  name: v.optional(nameSchema),
  vpcId: vpcIdSchema,
  protocol: v.optional(v.picklist(balancedProtocols), 'TCP'),
  port: v.optional(portSchema, 443),
  targetType: v.optional(v.picklist(['instance', 'ip']), 'instance'),
  /** `preserve_client_ip.enabled`. Left out: as AWS has it, on for instances and for UDP, off for TCP to addresses. */
  preservesClient: v.optional(v.boolean()),
  /** `proxy_protocol_v2.enabled`: the first bytes that a target gets say who the client is. */
  proxyProtocol: v.optional(v.boolean(), false),
  /** `load_balancing.cross_zone.enabled`. Left out: as the load balancer has it. */
  crossZone: v.optional(v.boolean()),
  targets: v.optional(v.array(targetSchema), []),
});

export type TargetGroup = v.InferOutput<typeof attributes>;
export type Target = v.InferOutput<typeof targetSchema>;

export const targetGroup = defineComponent<TargetGroup>({
  kind: 'target-group',
  prefix: 'tg',
  label: 'target group',
  attributes,
  references({ targetType, targets }, world, path, report) {
    targets.forEach(({ id }, index) => {
      const where = [...path, 'targets', index, 'id'];
      const isInstance = id.startsWith('i-');
      if (isInstance !== (targetType === 'instance'))
        report(where, `${id} is not what a group of type ${targetType} holds`);
      else if (isInstance) refers(world.instances, id, where, report);
    });
  },
});
