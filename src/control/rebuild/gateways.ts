// The part of a rebuilding script that makes gateways: one function for each kind. A kind without one is told as missing.

import type { Gateway } from '../../cloud/gateway.ts';
import { writeEndpointService, writeGatewayEndpoint, writeInterfaceEndpoint, writeLoadBalancer } from './balancers.ts';
import {
  writeConnection,
  writeCustomerGateway,
  writeDirectConnectGateway,
  writeRouters,
  writeSite,
  writeVirtualInterface,
  writeVpnConnection,
  writeVpnGateway,
} from './hybrid.ts';
import {
  define,
  defineOnDemand,
  has,
  json,
  lacks,
  onlyFor,
  ref,
  type ScriptWriter,
  section,
  waitFor,
  write,
} from './script-writer.ts';
import { writeTransitAttachment, writeTransitGateway, writeTransitRouting, writeTransitTable } from './transit.ts';

type GatewayWriter = (writer: ScriptWriter, id: string, gateway: Gateway) => void;

/** Each kind after those that it names. Internet gateways come first of all, and apart. */
const WRITERS: Readonly<Record<string, GatewayWriter>> = {
  'nat-gateway': writeNatGateway,
  'regional-nat-gateway': writeRegionalNatGateway,
  'egress-only-internet-gateway': writeEgressOnlyGateway,
  'vpc-peering-connection': writePeering,
  'vpn-gateway': writeVpnGateway,
  'customer-gateway': writeCustomerGateway,
  'customer-site': writeSite,
  'vpn-connection': writeVpnConnection,
  'direct-connect-connection': writeConnection,
  'direct-connect-gateway': writeDirectConnectGateway,
  'virtual-interface': writeVirtualInterface,
  'network-load-balancer': writeLoadBalancer,
  'endpoint-service': writeEndpointService,
  'interface-endpoint': writeInterfaceEndpoint,
  'gateway-endpoint': writeGatewayEndpoint,
  'transit-gateway': writeTransitGateway,
  'transit-gateway-route-table': writeTransitTable,
  'transit-gateway-attachment': writeTransitAttachment,
};

export function createInternetGateways(writer: ScriptWriter): void {
  section(writer, 'Internet gateways');
  for (const [id, { kind }] of Object.entries(writer.world.gateways))
    if (kind === 'internet-gateway')
      define(writer, id, 'aws ec2 create-internet-gateway', {}, 'InternetGateway.InternetGatewayId');
}

export function attachInternetGateways(writer: ScriptWriter): void {
  section(writer, 'Internet gateways in their places');
  for (const [id, { kind, vpcId }] of Object.entries(writer.world.gateways))
    if (kind === 'internet-gateway' && typeof vpcId === 'string')
      write(writer, 'aws ec2 attach-internet-gateway', {
        'internet-gateway-id': ref(writer, id),
        'vpc-id': ref(writer, vpcId),
      });
}

export function writeGateways(writer: ScriptWriter): void {
  section(writer, 'Gateways');
  const gateways = Object.entries(writer.world.gateways).filter(([id]) => !has(writer, id));
  for (const [kind, writeKind] of Object.entries(WRITERS))
    for (const [id, gateway] of gateways) if (gateway.kind === kind) writeKind(writer, id, gateway);
  for (const [id, { kind }] of gateways)
    if (!WRITERS[kind]) lacks(writer, `gateways.${id}`, `a gateway of kind ${kind}`);
  writeRouters(writer);
  writeTransitRouting(writer);
}

const NAT_WAITER = 'aws ec2 wait nat-gateway-available';

function writeNatGateway(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { subnetId, connectivityType, allocationId, networkInterfaceId, state } = gateway as Readonly<
    Record<string, string>
  >;
  const address = writer.world.networkInterfaces[networkInterfaceId ?? '']?.addresses[0]?.address;
  if (state !== 'available' || !subnetId || !address || (allocationId && !has(writer, allocationId))) {
    lacks(writer, `gateways.${id}`, 'a NAT gateway that is not available');
    return;
  }
  const options = {
    'subnet-id': ref(writer, subnetId),
    'connectivity-type': connectivityType === 'private' ? 'private' : undefined,
    'allocation-id': allocationId ? ref(writer, allocationId) : undefined,
    'private-ip-address': address,
  };
  define(writer, id, 'aws ec2 create-nat-gateway', options, 'NatGateway.NatGatewayId');
  waitFor(writer, NAT_WAITER, { 'nat-gateway-ids': ref(writer, id) });
  defineOnDemand(
    writer,
    networkInterfaceId as string,
    'aws ec2 describe-nat-gateways',
    () => ({ 'nat-gateway-ids': ref(writer, id) }),
    'NatGateways[0].NatGatewayAddresses[0].NetworkInterfaceId',
  );
  writeFurtherAddresses(writer, id, networkInterfaceId as string);
}

/** A NAT gateway's addresses beside the first: each with an Elastic IP, or private ones. */
function writeFurtherAddresses(writer: ScriptWriter, id: string, networkInterfaceId: string): void {
  const { networkInterfaces, elasticIps } = writer.world;
  const own = { 'nat-gateway-id': ref(writer, id) };
  for (const { address } of networkInterfaces[networkInterfaceId]!.addresses.slice(1)) {
    const allocationId = Object.keys(elasticIps).find((each) => {
      const { association } = elasticIps[each]!;
      return association?.networkInterfaceId === networkInterfaceId && association.privateIp === address;
    });
    if (allocationId) {
      const pair = { 'allocation-ids': ref(writer, allocationId), 'private-ip-addresses': address };
      write(writer, 'aws ec2 associate-nat-gateway-address', { ...own, ...pair });
    } else write(writer, 'aws ec2 assign-private-nat-gateway-address', { ...own, 'private-ip-addresses': address });
  }
}

function writeRegionalNatGateway(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { vpcId, mode, state, zones } = gateway;
  if (state !== 'available' || mode === 'auto') {
    lacks(writer, `gateways.${id}`, 'a regional NAT gateway that is not available, or whose addresses AWS chose');
    return;
  }
  const addresses = Object.entries(zones as object).map(([AvailabilityZone, AllocationIds]) =>
    json(writer, { AvailabilityZone, AllocationIds }),
  );
  const options = {
    'vpc-id': ref(writer, vpcId as string),
    'availability-mode': 'regional',
    'availability-zone-addresses': addresses,
  };
  define(writer, id, 'aws ec2 create-nat-gateway', options, 'NatGateway.NatGatewayId');
  waitFor(writer, NAT_WAITER, { 'nat-gateway-ids': ref(writer, id) });
}

function writeEgressOnlyGateway(writer: ScriptWriter, id: string, { vpcId }: Gateway): void {
  const query = 'EgressOnlyInternetGateway.EgressOnlyInternetGatewayId';
  const options = { 'vpc-id': ref(writer, vpcId as string) };
  define(writer, id, 'aws ec2 create-egress-only-internet-gateway', options, query);
}

function writePeering(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { requesterVpcId, accepterVpcId, state } = gateway as Readonly<Record<string, string>>;
  if (!requesterVpcId || !accepterVpcId || !['active', 'pending-acceptance', 'failed'].includes(state ?? '')) {
    lacks(writer, `gateways.${id}`, 'a peering connection that has ended');
    return;
  }
  const options = { 'vpc-id': ref(writer, requesterVpcId), 'peer-vpc-id': ref(writer, accepterVpcId) };
  const query = 'VpcPeeringConnection.VpcPeeringConnectionId';
  define(writer, id, 'aws ec2 create-vpc-peering-connection', options, query);
  waitFor(writer, 'aws ec2 wait vpc-peering-connection-exists', { 'vpc-peering-connection-ids': ref(writer, id) });
  if (state === 'active')
    write(writer, 'aws ec2 accept-vpc-peering-connection', { 'vpc-peering-connection-id': ref(writer, id) });
}

/** Elastic IPs: allocated by their own addresses. Who holds them comes later, when the holders are there. */
export function writeElasticIps(writer: ScriptWriter): void {
  section(writer, 'Elastic IPs');
  for (const [id, { publicIp }] of Object.entries(writer.world.elasticIps))
    define(
      writer,
      id,
      'aws ec2 allocate-address',
      { domain: 'vpc', ...onlyFor(writer, 'blackfoot', { address: publicIp }) },
      'AllocationId',
    );
}

export function writeAddressAssociations(writer: ScriptWriter): void {
  const { elasticIps, networkInterfaces, subnets, gateways } = writer.world;
  for (const [id, { association }] of Object.entries(elasticIps)) {
    if (!association) continue;
    const { networkInterfaceId, privateIp } = association;
    const { managedBy, subnetId } = networkInterfaces[networkInterfaceId]!;
    if (managedBy) continue;
    const vpcId = subnets[subnetId]?.vpcId;
    const isOpen = Object.values(gateways).some((each) => each.kind === 'internet-gateway' && each.vpcId === vpcId);
    if (!isOpen || !has(writer, networkInterfaceId)) {
      lacks(writer, `elasticIps.${id}.association`, 'an Elastic IP in use where no internet gateway is attached');
      continue;
    }
    write(writer, 'aws ec2 associate-address', {
      'allocation-id': ref(writer, id),
      'network-interface-id': ref(writer, networkInterfaceId),
      'private-ip-address': privateIp,
    });
  }
}
