// Source: EC2 API reference, DescribeAddresses. It knows Elastic IPs only; a lent public address shows on the instance.

import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';

export const describeAddresses = defineLook({
  name: 'DescribeAddresses',
  summary: 'Lists Elastic IPs and what they are associated with',
  resource: 'allocation',
  ids: 'AllocationIds',
  key: 'Addresses',
  shape: addressShape,
  filters: {
    'allocation-id': (_world, id) => [id],
    'public-ip': (world, id) => [world.elasticIps[id]!.publicIp],
    'association-id': (world, id) => [world.elasticIps[id]!.association?.id],
    'network-interface-id': (world, id) => [world.elasticIps[id]!.association?.networkInterfaceId],
    'private-ip-address': (world, id) => [world.elasticIps[id]!.association?.privateIp],
    'instance-id': (world, id) => [instanceOf(world, id)],
    domain: () => ['vpc'],
  },
});

function instanceOf(world: World, id: string): string | undefined {
  const networkInterfaceId = world.elasticIps[id]!.association?.networkInterfaceId;
  return networkInterfaceId && world.networkInterfaces[networkInterfaceId]?.instanceId;
}

function addressShape(world: World, id: string) {
  const { publicIp, association } = world.elasticIps[id]!;
  const instanceId = instanceOf(world, id);
  return {
    ...(instanceId && { InstanceId: instanceId }),
    PublicIp: publicIp,
    AllocationId: id,
    ...(association && {
      AssociationId: association.id,
      NetworkInterfaceId: association.networkInterfaceId,
      PrivateIpAddress: association.privateIp,
    }),
    Domain: 'vpc',
    PublicIpv4Pool: 'amazon',
    NetworkBorderGroup: world.region,
  };
}
