// Instances and their network interfaces. An interface is a resource of its own, so that routes and addresses can name it; only one with an
// address that AWS lends at launch comes with its instance, because nothing else can ask for such an address.

import { interfacesOf } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { INSTANCE_TYPE } from '../launch-image.ts';
import { groupOf } from './filters.ts';
import {
  declare,
  type Fields,
  type Form,
  type Inventory,
  idOf,
  leaveOut,
  nameTags,
  type Reference,
} from './resource.ts';

export function declareInterfaces(inventory: Inventory): void {
  const { world } = inventory;
  for (const [id, { managedBy }] of Object.entries(world.networkInterfaces))
    if (!managedBy && !isLaunched(world, id)) declareInterface(inventory, id);
}

/** Whether an interface is made by its instance's launch. */
export function isLaunched({ networkInterfaces }: World, id: string): boolean {
  return networkInterfaces[id]?.addresses.some(({ autoPublicIp }) => autoPublicIp) ?? false;
}

/** An interface that a customer made, as others refer to it; CloudFormation cannot name one that came with a launch. */
export function interfaceOf({ networkInterfaces }: World, id: string): Reference {
  const { instanceId } = networkInterfaces[id] ?? {};
  return instanceId && networkInterfaces[id]?.addresses.some(({ autoPublicIp }) => autoPublicIp)
    ? { to: instanceId, terraform: 'primary_network_interface_id' }
    : idOf(id);
}

function declareInterface(inventory: Inventory, id: string): void {
  const { world } = inventory;
  const { subnetId, addresses, groups, sourceDestCheck } = world.networkInterfaces[id]!;
  const [first, ...others] = addresses.flatMap(({ address }) => (address.includes(':') ? [] : [address]));
  const ipv6Count = addresses.filter(({ address }) => address.includes(':')).length || undefined;
  const groupList = groups.map((group) => groupOf(world, group));
  const isForwarder = sourceDestCheck ? undefined : false;
  const { tags, Tags } = nameTags(id);
  declare(inventory, id, {
    terraform: {
      type: 'aws_network_interface',
      fields: {
        subnet_id: idOf(subnetId),
        private_ips: [first ?? [], others].flat(),
        ipv6_address_count: ipv6Count,
        security_groups: groupList,
        source_dest_check: isForwarder,
        tags,
      },
    },
    cloudFormation: {
      type: 'AWS::EC2::NetworkInterface',
      fields: {
        SubnetId: idOf(subnetId),
        PrivateIpAddress: others.length === 0 ? first : undefined,
        PrivateIpAddresses:
          others.length > 0
            ? [first ?? [], others]
                .flat()
                .map((PrivateIpAddress, index) => ({ PrivateIpAddress, Primary: index === 0 }))
            : undefined,
        Ipv6AddressCount: ipv6Count,
        GroupSet: groupList,
        SourceDestCheck: isForwarder,
        Tags,
      },
    },
  });
}

export function declareInstances(inventory: Inventory): void {
  const { world } = inventory;
  for (const [id, { name, state }] of Object.entries(world.instances)) {
    leaveOut(inventory, 'image');
    if (state === 'stopped') leaveOut(inventory, 'stopped-instance', name ?? id, ['terraform', 'cloudformation']);
    const [first, ...others] = interfacesOf(world, id);
    if (!first) continue;
    declare(inventory, id, isLaunched(world, first) ? launched(world, id, first) : attached(world, id, first));
    others.forEach((each, index) => declareAttachment(inventory, each, id, index + 1));
  }
}

function base({ instances }: World, id: string): { readonly terraform: Fields; readonly cloudFormation: Fields } {
  const { tags, Tags } = nameTags(instances[id]?.name ?? id);
  return {
    terraform: {
      ami: { expression: ['data.aws_ssm_parameter.amazon_linux.insecure_value'] },
      instance_type: INSTANCE_TYPE,
      tags,
    },
    cloudFormation: { ImageId: { Ref: 'AmazonLinux' }, InstanceType: INSTANCE_TYPE, Tags },
  };
}

interface Forms {
  readonly terraform: Form;
  readonly cloudFormation: Form;
}

/** On an interface that is there already. */
function attached(world: World, id: string, first: string): Forms {
  const { terraform, cloudFormation } = base(world, id);
  const primary = { blocks: [{ network_interface_id: idOf(first) }] };
  const NetworkInterfaces = [{ DeviceIndex: '0', NetworkInterfaceId: idOf(first) }];
  return {
    terraform: { type: 'aws_instance', fields: { ...terraform, primary_network_interface: primary } },
    cloudFormation: { type: 'AWS::EC2::Instance', fields: { ...cloudFormation, NetworkInterfaces } },
  };
}

/** With the interface that its launch makes, and an address that AWS lends to it. */
function launched(world: World, id: string, first: string): Forms {
  const { terraform, cloudFormation } = base(world, id);
  const { subnetId, addresses, groups, sourceDestCheck } = world.networkInterfaces[first]!;
  const address = addresses.find((each) => each.autoPublicIp)?.address;
  const groupList = groups.map((group) => groupOf(world, group));
  const isForwarder = sourceDestCheck ? undefined : false;
  return {
    terraform: {
      type: 'aws_instance',
      fields: {
        ...terraform,
        subnet_id: idOf(subnetId),
        private_ip: address,
        associate_public_ip_address: true,
        vpc_security_group_ids: groupList,
        source_dest_check: isForwarder,
      },
    },
    cloudFormation: {
      type: 'AWS::EC2::Instance',
      fields: {
        ...cloudFormation,
        NetworkInterfaces: [
          {
            DeviceIndex: '0',
            SubnetId: idOf(subnetId),
            PrivateIpAddress: address,
            AssociatePublicIpAddress: true,
            GroupSet: groupList,
          },
        ],
        SourceDestCheck: isForwarder,
      },
    },
  };
}

function declareAttachment(inventory: Inventory, interfaceId: string, instanceId: string, index: number): void {
  declare(inventory, `${interfaceId}-attachment`, {
    terraform: {
      type: 'aws_network_interface_attachment',
      fields: { instance_id: idOf(instanceId), network_interface_id: idOf(interfaceId), device_index: index },
    },
    cloudFormation: {
      type: 'AWS::EC2::NetworkInterfaceAttachment',
      fields: { InstanceId: idOf(instanceId), NetworkInterfaceId: idOf(interfaceId), DeviceIndex: String(index) },
    },
  });
}
