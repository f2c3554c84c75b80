// Source: EC2 API reference, DescribeNatGateways, whose filters are called Filter. The failure shows here, not in CreateNatGateway.

import type { World } from '../../cloud/world.ts';
import { tableOf } from '../../dataplane/gateways/regional-nat-gateway.ts';
import { defineLook } from '../describe.ts';
import { FAILURES } from '../nat-gateway.ts';
import { zonesOf } from '../regional-nat-gateway.ts';

export const describeNatGateways = defineLook({
  name: 'DescribeNatGateways',
  summary: 'Lists NAT gateways, their state and, where one failed, why',
  resource: 'nat-gateway',
  ids: 'NatGatewayIds',
  key: 'NatGateways',
  shape: natGatewayShape,
  filterParameter: 'Filter',
  filters: {
    'nat-gateway-id': (_world, id) => [id],
    'vpc-id': (world, id) => [natGateway(world, id).vpcId],
    'subnet-id': (world, id) => [natGateway(world, id).subnetId],
    state: (world, id) => [natGateway(world, id).state],
  },
});

function regionalShape(world: World, id: string) {
  const { vpcId, state, failureCode, mode } = natGateway(world, id);
  return {
    NatGatewayId: id,
    VpcId: vpcId,
    State: state,
    ConnectivityType: 'public',
    AvailabilityMode: 'regional',
    AutoProvisionZones: mode === 'auto' ? 'enabled' : 'disabled',
    RouteTableId: tableOf(id),
    ...(failureCode && { FailureCode: failureCode, FailureMessage: FAILURES[failureCode] ?? failureCode }),
    NatGatewayAddresses: Object.entries(zonesOf(world.gateways[id]!)).flatMap(([zone, allocations]) =>
      allocations.map((AllocationId) => ({
        AvailabilityZone: zone,
        AllocationId,
        PublicIp: world.elasticIps[AllocationId]?.publicIp,
        Status: 'succeeded',
      })),
    ),
  };
}

function natGateway(world: World, id: string) {
  return world.gateways[id] as unknown as Readonly<Record<string, string | undefined>>;
}

export function natGatewayShape(world: World, id: string): Readonly<Record<string, unknown>> {
  if (world.gateways[id]!.kind === 'regional-nat-gateway') return regionalShape(world, id);
  const { vpcId, subnetId, state, failureCode, connectivityType, networkInterfaceId } = natGateway(world, id);
  const elasticIps = Object.entries(world.elasticIps);
  const publicOf = (address: string) =>
    elasticIps.find(
      ([, { association }]) =>
        association?.networkInterfaceId === networkInterfaceId && association?.privateIp === address,
    );
  const addresses = networkInterfaceId ? world.networkInterfaces[networkInterfaceId]!.addresses : [];
  return {
    NatGatewayId: id,
    VpcId: vpcId,
    SubnetId: subnetId,
    State: state,
    ConnectivityType: connectivityType,
    ...(failureCode && { FailureCode: failureCode, FailureMessage: FAILURES[failureCode] ?? failureCode }),
    NatGatewayAddresses: addresses.map(({ address }, index) => {
      const [allocation, elasticIp] = publicOf(address) ?? [];
      return {
        ...(elasticIp && {
          AllocationId: allocation,
          PublicIp: elasticIp.publicIp,
          AssociationId: elasticIp.association?.id,
        }),
        NetworkInterfaceId: networkInterfaceId,
        PrivateIp: address,
        IsPrimary: index === 0,
        Status: 'succeeded',
      };
    }),
  };
}
