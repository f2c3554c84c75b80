// Source: EC2 API reference, DescribeInstances. Each instance stands in a reservation of its own; its name is its Name tag.

import { findPublicPair, interfacesOf, vpcIdOfInterface } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';
import { associationShape, ipv6AddressesShape, privateAddressesShape } from './describe-network-interfaces.ts';

export const describeInstances = defineLook({
  name: 'DescribeInstances',
  summary: 'Lists instances: their state, addresses and interfaces',
  resource: 'instance',
  ids: 'InstanceIds',
  key: 'Reservations',
  shape: (world, id) => ({ Instances: [instanceShape(world, id)] }),
  filters: {
    'instance-id': (_world, id) => [id],
    'vpc-id': (world, id) => [homeOf(world, id)?.vpcId],
    'subnet-id': (world, id) => [homeOf(world, id)?.subnetId],
    'instance-state-name': (world, id) => [world.instances[id]!.state],
    'private-ip-address': (world, id) => [homeOf(world, id)?.address],
    'ip-address': (world, id) => [homeOf(world, id)?.publicIp],
    'instance.group-id': (world, id) =>
      interfacesOf(world, id).flatMap((each) => world.networkInterfaces[each]?.groups ?? []),
    'tag:Name': (world, id) => [world.instances[id]!.name],
  },
});

/** Where the instance's primary interface stands. */
function homeOf(world: World, id: string) {
  const networkInterface = world.networkInterfaces[interfacesOf(world, id)[0] ?? ''];
  if (!networkInterface) return undefined;
  const { subnetId, addresses, groups, sourceDestCheck } = networkInterface;
  const vpcId = vpcIdOfInterface(world, networkInterface);
  const { address } = addresses[0]!;
  const publicIp = findPublicPair(world, vpcId, address)?.publicIp;
  const ipv6 = addresses.find((each) => each.address.includes(':'))?.address;
  return { vpcId, subnetId, address, publicIp, ipv6, groups, sourceDestCheck };
}

/** EC2's number for a state. */
export const STATE_CODES = { running: 16, stopped: 80 } as const;

export function instanceShape(world: World, id: string) {
  const { name, state } = world.instances[id]!;
  const home = homeOf(world, id);
  return {
    InstanceId: id,
    State: { Code: STATE_CODES[state], Name: state },
    ...(home && {
      VpcId: home.vpcId,
      SubnetId: home.subnetId,
      Placement: { AvailabilityZone: world.subnets[home.subnetId]?.availabilityZone },
      PrivateIpAddress: home.address,
      ...(home.publicIp && { PublicIpAddress: home.publicIp }),
      ...(home.ipv6 && { Ipv6Address: home.ipv6 }),
      SecurityGroups: home.groups.map((GroupId) => ({ GroupId })),
      SourceDestCheck: home.sourceDestCheck,
    }),
    NetworkInterfaces: interfacesOf(world, id).map((each) => ({
      NetworkInterfaceId: each,
      SubnetId: world.networkInterfaces[each]!.subnetId,
      PrivateIpAddresses: privateAddressesShape(world, each),
      Ipv6Addresses: ipv6AddressesShape(world, each),
      ...associationShape(world, each, 0),
    })),
    Tags: name && name !== id ? [{ Key: 'Name', Value: name }] : [],
  };
}
