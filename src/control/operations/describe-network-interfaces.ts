// Source: EC2 API reference, DescribeNetworkInterfaces; C-LOG (how EC2 describes the interfaces that its services own).

import { findPublicPair, interfacesOf, vpcIdOfInterface } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { attachmentId } from '../derived-id.ts';
import { defineLook } from '../describe.ts';

export const describeNetworkInterfaces = defineLook({
  name: 'DescribeNetworkInterfaces',
  summary: 'Lists network interfaces: their addresses, groups and source/destination check',
  resource: 'network-interface',
  ids: 'NetworkInterfaceIds',
  key: 'NetworkInterfaces',
  shape: networkInterfaceShape,
  filters: {
    'network-interface-id': (_world, id) => [id],
    'vpc-id': (world, id) => [vpcIdOfInterface(world, networkInterface(world, id))],
    'subnet-id': (world, id) => [networkInterface(world, id).subnetId],
    'group-id': (world, id) => networkInterface(world, id).groups,
    'attachment.instance-id': (world, id) => [networkInterface(world, id).instanceId],
    'private-ip-address': (world, id) => [networkInterface(world, id).addresses[0]!.address],
    'addresses.private-ip-address': (world, id) => networkInterface(world, id).addresses.map(({ address }) => address),
    'association.public-ip': (world, id) => [pairAt(world, id, 0)?.publicIp],
    'source-dest-check': (world, id) => [String(networkInterface(world, id).sourceDestCheck)],
    'interface-type': (world, id) => [typeOf(world, id)],
    description: (world, id) => [descriptionOf(world, id)],
    'requester-managed': (world, id) => [String(networkInterface(world, id).managedBy !== undefined)],
    status: (world, id) => [statusOf(world, id)],
  },
});

function networkInterface(world: World, id: string) {
  return world.networkInterfaces[id]!;
}

function statusOf(world: World, id: string): string {
  const { instanceId, managedBy } = networkInterface(world, id);
  return instanceId || managedBy ? 'in-use' : 'available';
}

interface Managed {
  readonly InterfaceType: string;
  readonly Description: (id: string, name: string) => string;
}

/** How EC2 tells of the interfaces that its services own. */
const MANAGED: Readonly<Record<string, Managed>> = {
  'nat-gateway': { InterfaceType: 'nat_gateway', Description: (id) => `Interface for NAT Gateway ${id}` },
  'interface-endpoint': { InterfaceType: 'vpc_endpoint', Description: (id) => `VPC Endpoint Interface ${id}` },
  'transit-gateway-attachment': {
    InterfaceType: 'transit_gateway',
    Description: (id) => `Network Interface for Transit Gateway Attachment ${id}`,
  },
  'network-load-balancer': {
    InterfaceType: 'network_load_balancer',
    Description: (id, name) => `ELB net/${name}/${id}`,
  },
};

function managedAs(world: World, id: string): Managed | undefined {
  return MANAGED[world.gateways[networkInterface(world, id).managedBy ?? '']?.kind ?? ''];
}

function typeOf(world: World, id: string): string {
  return managedAs(world, id)?.InterfaceType ?? 'interface';
}

function descriptionOf(world: World, id: string): string {
  const { managedBy = '' } = networkInterface(world, id);
  return managedAs(world, id)?.Description(managedBy, String(world.gateways[managedBy]?.name ?? managedBy)) ?? '';
}

function pairAt(world: World, id: string, index: number) {
  const { addresses } = networkInterface(world, id);
  return findPublicPair(world, vpcIdOfInterface(world, networkInterface(world, id)), addresses[index]!.address);
}

/** A private address's public one: an Elastic IP with its ids, or one that Amazon has lent. */
export function associationShape(world: World, id: string, index: number) {
  const pair = pairAt(world, id, index);
  if (!pair) return {};
  const { allocationId, publicIp } = pair;
  if (!allocationId) return { Association: { IpOwnerId: 'amazon', PublicIp: publicIp } };
  const associationId = world.elasticIps[allocationId]?.association?.id;
  return { Association: { AllocationId: allocationId, AssociationId: associationId, PublicIp: publicIp } };
}

export function privateAddressesShape(world: World, id: string) {
  const { addresses } = networkInterface(world, id);
  return addresses.flatMap(({ address }, index) =>
    address.includes(':')
      ? []
      : [{ Primary: index === 0, PrivateIpAddress: address, ...associationShape(world, id, index) }],
  );
}

export function ipv6AddressesShape(world: World, id: string) {
  const { addresses } = networkInterface(world, id);
  return addresses.flatMap(({ address }) => (address.includes(':') ? [{ Ipv6Address: address }] : []));
}

export function networkInterfaceShape(world: World, id: string) {
  const { subnetId, addresses, groups, instanceId, managedBy, sourceDestCheck } = networkInterface(world, id);
  return {
    NetworkInterfaceId: id,
    VpcId: vpcIdOfInterface(world, networkInterface(world, id)),
    SubnetId: subnetId,
    AvailabilityZone: world.subnets[subnetId]?.availabilityZone,
    Status: statusOf(world, id),
    InterfaceType: typeOf(world, id),
    RequesterManaged: managedBy !== undefined,
    Description: descriptionOf(world, id),
    PrivateIpAddress: addresses[0]!.address,
    PrivateIpAddresses: privateAddressesShape(world, id),
    Ipv6Addresses: ipv6AddressesShape(world, id),
    ...associationShape(world, id, 0),
    Groups: groups.map((GroupId) => ({ GroupId })),
    SourceDestCheck: sourceDestCheck,
    ...(instanceId && {
      Attachment: {
        AttachmentId: attachmentId(id),
        InstanceId: instanceId,
        DeviceIndex: interfacesOf(world, instanceId).indexOf(id as `eni-${string}`),
        Status: 'attached',
      },
    }),
  };
}
