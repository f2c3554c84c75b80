// Gateways: one function for each kind that a customer makes. A kind without one is named in the notes.

import type { Gateway } from '../../cloud/gateway.ts';
import { allocationOf, attachmentKey, attachmentsTo } from './addresses.ts';
import { declareLoadBalancer, declareTargetGroup } from './balancers.ts';
import { declareEndpointService, declareGatewayEndpoint, declareInterfaceEndpoint } from './endpoints.ts';
import {
  declareConnection,
  declareCustomerGateway,
  declareDirectConnectGateway,
  declareVirtualInterface,
  declareVpnConnection,
  declareVpnGateway,
} from './hybrid.ts';
import { declare, type Inventory, idOf, leaveOut, nameTags } from './resource.ts';
import { declareTransitAttachment, declareTransitGateway, declareTransitTable } from './transit.ts';

type Declarer = (inventory: Inventory, id: string, gateway: Gateway) => void;

const DECLARERS: Readonly<Record<string, Declarer>> = {
  'internet-gateway': declareInternetGateway,
  'egress-only-internet-gateway': declareEgressOnlyGateway,
  'nat-gateway': declareNatGateway,
  'regional-nat-gateway': declareRegionalNatGateway,
  'vpc-peering-connection': declarePeering,
  'vpn-gateway': declareVpnGateway,
  'customer-gateway': declareCustomerGateway,
  'customer-site': (inventory, id) => leaveOut(inventory, 'customer-device', id),
  'vpn-connection': declareVpnConnection,
  'direct-connect-connection': declareConnection,
  'direct-connect-gateway': declareDirectConnectGateway,
  'virtual-interface': declareVirtualInterface,
  'target-group': declareTargetGroup,
  'network-load-balancer': declareLoadBalancer,
  'endpoint-service': declareEndpointService,
  'interface-endpoint': declareInterfaceEndpoint,
  'gateway-endpoint': declareGatewayEndpoint,
  'transit-gateway': declareTransitGateway,
  'transit-gateway-attachment': declareTransitAttachment,
  'transit-gateway-route-table': declareTransitTable,
};

export function declareGateways(inventory: Inventory): void {
  for (const [id, gateway] of Object.entries(inventory.world.gateways)) {
    const declareKind = DECLARERS[gateway.kind];
    if (declareKind) declareKind(inventory, id, gateway);
    else leaveOut(inventory, 'not-made', id, ['terraform', 'cloudformation']);
  }
}

function declareInternetGateway(inventory: Inventory, id: string, { vpcId }: Gateway): void {
  const { tags, Tags } = nameTags(id);
  const vpc = typeof vpcId === 'string' ? idOf(vpcId) : undefined;
  declare(inventory, id, {
    terraform: { type: 'aws_internet_gateway', fields: { vpc_id: vpc, tags } },
    cloudFormation: { type: 'AWS::EC2::InternetGateway', fields: { Tags } },
  });
  if (!vpc) return;
  declare(inventory, attachmentKey(id), {
    cloudFormation: { type: 'AWS::EC2::VPCGatewayAttachment', fields: { VpcId: vpc, InternetGatewayId: idOf(id) } },
  });
}

function declareEgressOnlyGateway(inventory: Inventory, id: string, { vpcId }: Gateway): void {
  const vpc = idOf(vpcId as string);
  const { tags, Tags } = nameTags(id);
  declare(inventory, id, {
    terraform: { type: 'aws_egress_only_internet_gateway', fields: { vpc_id: vpc, tags } },
    cloudFormation: { type: 'AWS::EC2::EgressOnlyInternetGateway', fields: { VpcId: vpc, Tags } },
  });
}

function declareNatGateway(inventory: Inventory, id: string, gateway: Gateway): void {
  const { world } = inventory;
  const { vpcId, subnetId, connectivityType, allocationId, networkInterfaceId, state } = gateway as Readonly<
    Record<string, string>
  >;
  const addresses = world.networkInterfaces[networkInterfaceId ?? '']?.addresses;
  if (state !== 'available' || !subnetId || !addresses) {
    leaveOut(inventory, 'ended-gateway', id, ['terraform', 'cloudformation']);
    return;
  }
  const [first, ...others] = addresses.map(({ address }) => address);
  const further = Object.entries(world.elasticIps).flatMap(([each, { association }]) =>
    association?.networkInterfaceId === networkInterfaceId && each !== allocationId ? [each] : [],
  );
  const kind = connectivityType === 'private' ? 'private' : undefined;
  const { tags, Tags } = nameTags(id);
  const after = attachmentsTo(inventory, kind ? undefined : vpcId);
  const secondary = others.length > 0 ? others : undefined;
  declare(inventory, id, {
    terraform: {
      type: 'aws_nat_gateway',
      fields: {
        subnet_id: idOf(subnetId),
        connectivity_type: kind,
        allocation_id: allocationId && idOf(allocationId),
        private_ip: first,
        secondary_allocation_ids: further.length > 0 ? further.map((each) => idOf(each)) : undefined,
        secondary_private_ip_addresses: secondary,
        tags,
      },
      after: after.terraform,
    },
    cloudFormation: {
      type: 'AWS::EC2::NatGateway',
      fields: {
        SubnetId: idOf(subnetId),
        ConnectivityType: kind,
        AllocationId: allocationId && allocationOf(allocationId),
        PrivateIpAddress: first,
        SecondaryAllocationIds: further.length > 0 ? further.map(allocationOf) : undefined,
        SecondaryPrivateIpAddresses: secondary,
        Tags,
      },
      after: after.cloudFormation,
    },
  });
}

function declareRegionalNatGateway(inventory: Inventory, id: string, gateway: Gateway): void {
  const { vpcId, state, mode } = gateway as Readonly<Record<string, string>>;
  if (state !== 'available' || !vpcId) {
    leaveOut(inventory, 'ended-gateway', id, ['terraform', 'cloudformation']);
    return;
  }
  const zones = mode === 'manual' ? Object.entries(gateway.zones as Readonly<Record<string, readonly string[]>>) : [];
  const { tags, Tags } = nameTags(id);
  const after = attachmentsTo(inventory, vpcId);
  declare(inventory, id, {
    terraform: {
      type: 'aws_nat_gateway',
      fields: {
        vpc_id: idOf(vpcId),
        availability_mode: 'regional',
        availability_zone_address: {
          blocks: zones.map(([zone, ids]) => ({
            availability_zone: zone,
            allocation_ids: ids.map((each) => idOf(each)),
          })),
        },
        tags,
      },
      after: after.terraform,
    },
    cloudFormation: {
      type: 'AWS::EC2::NatGateway',
      fields: {
        VpcId: idOf(vpcId),
        AvailabilityMode: 'regional',
        AvailabilityZoneAddresses:
          zones.length > 0
            ? zones.map(([AvailabilityZone, ids]) => ({ AvailabilityZone, AllocationIds: ids.map(allocationOf) }))
            : undefined,
        Tags,
      },
      after: after.cloudFormation,
    },
  });
}

/** Within one account CloudFormation accepts by itself. */
function declarePeering(inventory: Inventory, id: string, gateway: Gateway): void {
  const { requesterVpcId, accepterVpcId, state } = gateway as Readonly<Record<string, string>>;
  const isPending = state === 'pending-acceptance';
  if (!requesterVpcId || !accepterVpcId || !(isPending || state === 'active')) {
    leaveOut(inventory, 'ended-gateway', id, ['terraform', 'cloudformation']);
    return;
  }
  if (isPending) leaveOut(inventory, 'pending-peering', id, ['cloudformation']);
  const { tags, Tags } = nameTags(id);
  declare(inventory, id, {
    terraform: {
      type: 'aws_vpc_peering_connection',
      fields: { vpc_id: idOf(requesterVpcId), peer_vpc_id: idOf(accepterVpcId), auto_accept: !isPending, tags },
    },
    cloudFormation: {
      type: 'AWS::EC2::VPCPeeringConnection',
      fields: { VpcId: idOf(requesterVpcId), PeerVpcId: idOf(accepterVpcId), Tags },
    },
  });
}
