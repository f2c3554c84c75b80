// Source: EC2 User Guide "Elastic network interfaces"; codes C-LOG, C-OS. The first interface of an instance stays with it for ever.

import { interfacesOf } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { attachmentId, originOf } from '../derived-id.ts';
import { defineOperation } from '../operation.ts';
import { flag, id, required } from '../parameter.ts';

export const detachNetworkInterface = defineOperation({
  service: 'ec2',
  name: 'DetachNetworkInterface',
  effect: 'edit',
  summary: 'Takes a network interface, never the first one, out of its instance',
  parameters: { AttachmentId: required(id('attachment')), Force: flag() },
  isUseful: { AttachmentId: (world, _input, attachment) => !isFirst(world, attachment) },
  check(world, { AttachmentId }) {
    if (!isFirst(world, AttachmentId)) return undefined;
    return {
      code: 'OperationNotPermitted',
      message: 'The network interface at device index 0 cannot be detached.',
    };
  },
  apply(draft, { AttachmentId }, before) {
    delete draft.networkInterfaces[interfaceOf(before, AttachmentId)]!.instanceId;
    return undefined;
  },
});

function interfaceOf(world: World, attachment: string): string {
  return originOf(world.networkInterfaces, attachmentId, attachment)!;
}

function isFirst(world: World, attachment: string): boolean {
  const networkInterfaceId = interfaceOf(world, attachment);
  const { instanceId } = world.networkInterfaces[networkInterfaceId]!;
  return interfacesOf(world, instanceId ?? '')[0] === networkInterfaceId;
}
