// Elastic IPs and who holds them. Those of NAT gateways and load balancers are named where those are made.

import { interfaceOf } from './machines.ts';
import { declare, type Inventory, idOf, leaveOut, nameTags, type Reference } from './resource.ts';

export function allocationOf(id: string): Reference {
  return idOf(id, 'AllocationId');
}

export function declareElasticIps(inventory: Inventory): void {
  const { elasticIps, networkInterfaces, subnets } = inventory.world;
  for (const [id, { association }] of Object.entries(elasticIps)) {
    leaveOut(inventory, 'public-addresses');
    const { tags, Tags } = nameTags(id);
    declare(inventory, id, {
      terraform: { type: 'aws_eip', fields: { domain: 'vpc', tags } },
      cloudFormation: { type: 'AWS::EC2::EIP', fields: { Domain: 'vpc', Tags } },
    });
    const holder = association && networkInterfaces[association.networkInterfaceId];
    if (!holder || holder.managedBy) continue;
    declareHolder(inventory, id, subnets[holder.subnetId]?.vpcId);
  }
}

function declareHolder(inventory: Inventory, id: string, vpcId: string | undefined): void {
  const { world } = inventory;
  const { networkInterfaceId, privateIp } = world.elasticIps[id]!.association!;
  const target = interfaceOf(world, networkInterfaceId);
  const after = attachmentsTo(inventory, vpcId);
  declare(inventory, `${id}-association`, {
    terraform: {
      type: 'aws_eip_association',
      fields: { allocation_id: idOf(id), network_interface_id: target, private_ip_address: privateIp },
      after: after.terraform,
    },
    cloudFormation: {
      type: 'AWS::EC2::EIPAssociation',
      fields: {
        AllocationId: allocationOf(id),
        ...(target.to === networkInterfaceId ? { NetworkInterfaceId: target } : { InstanceId: idOf(target.to) }),
        PrivateIpAddress: privateIp,
      },
      after: after.cloudFormation,
    },
  });
}

/** What must be attached before a public address, or a route, can lead out of a VPC. */
export function attachmentsTo({ world }: Inventory, vpcId: string | undefined) {
  const gateways = Object.entries(world.gateways).filter(
    ([, each]) => each.kind === 'internet-gateway' && vpcId !== undefined && each.vpcId === vpcId,
  );
  return {
    terraform: gateways.map(([id]) => id),
    cloudFormation: gateways.map(([id]) => attachmentKey(id)),
  };
}

/** An internet or VPN gateway's attachment: CloudFormation makes it a resource of its own. */
export function attachmentKey(gatewayId: string): string {
  return `${gatewayId}-attachment`;
}
