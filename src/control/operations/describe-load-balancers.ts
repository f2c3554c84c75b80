// Source: ELBv2 API reference, DescribeLoadBalancers.

import { findPublicPair } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';
import { balancerAt } from '../load-balancer.ts';

export const describeLoadBalancers = defineLook({
  service: 'elbv2',
  name: 'DescribeLoadBalancers',
  summary: 'Lists load balancers with the zones and addresses of their nodes',
  resource: 'load-balancer',
  ids: 'LoadBalancerArns',
  key: 'LoadBalancers',
  shape: loadBalancerShape,
});

export function loadBalancerShape(world: World, id: string) {
  const { name = id, vpcId, scheme, nodes } = balancerAt(world, id);
  return {
    LoadBalancerArn: id,
    LoadBalancerName: name,
    Type: 'network',
    Scheme: scheme,
    VpcId: vpcId,
    State: { Code: 'active' },
    AvailabilityZones: nodes.map(({ subnetId, networkInterfaceId }) => ({
      ZoneName: world.subnets[subnetId]?.availabilityZone,
      SubnetId: subnetId,
      LoadBalancerAddresses: addressesOf(world, vpcId, networkInterfaceId),
    })),
  };
}

function addressesOf(world: World, vpcId: string, networkInterfaceId: string) {
  return (world.networkInterfaces[networkInterfaceId]?.addresses ?? []).map(({ address }) => {
    const pair = findPublicPair(world, vpcId, address);
    return {
      PrivateIPv4Address: address,
      ...(pair && { IpAddress: pair.publicIp }),
      ...(pair?.allocationId && { AllocationId: pair.allocationId }),
    };
  });
}
