import { buildWorld, type Part, worldFile } from '../../worlds/build.ts';

const hosts = {
  'host-a': { underlay: '100.64.0.11' },
  'host-b': { underlay: '100.64.0.12' },
  'host-c': { underlay: '100.64.0.13' },
};

/** The picture of the play screen: a NAT gateway in a subnet whose own table has no way out. */
const wrongRoom: Part = {
  hosts,
  vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] } },
  subnets: {
    'subnet-pub-a': { vpcId: 'vpc-red', cidr: '10.1.1.0/24' },
    'subnet-app-a': { vpcId: 'vpc-red', cidr: '10.1.2.0/24' },
  },
  routeTables: {
    'rtb-public': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] },
    'rtb-app': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target: 'nat-x' }] },
  },
  routeAssociations: {
    'rtbassoc-public': { routeTableId: 'rtb-public', subnetId: 'subnet-pub-a' },
    'rtbassoc-app': { routeTableId: 'rtb-app', subnetId: 'subnet-app-a' },
  },
  gateways: {
    'igw-1': { kind: 'internet-gateway', vpcId: 'vpc-red' },
    'nat-x': {
      kind: 'nat-gateway',
      vpcId: 'vpc-red',
      subnetId: 'subnet-app-a',
      networkInterfaceId: 'eni-nat',
      allocationId: 'eipalloc-nat',
    },
  },
  networkInterfaces: {
    'eni-app': { subnetId: 'subnet-app-a', addresses: [{ address: '10.1.2.20' }], instanceId: 'i-app' },
    'eni-nat': { subnetId: 'subnet-app-a', addresses: [{ address: '10.1.2.60' }], managedBy: 'nat-x' },
  },
  instances: { 'i-app': { hostId: 'host-a' } },
  elasticIps: {
    'eipalloc-nat': {
      publicIp: '203.0.113.50',
      association: { id: 'eipassoc-nat', networkInterfaceId: 'eni-nat', privateIp: '10.1.2.60' },
    },
  },
  internet: { client: { address: '198.51.100.8' } },
};

/** Five subnets, a failed and a deleted NAT gateway, a stopped machine with a Korean name, a forwarder, a spare table, two gateways. */
const crowded: Part = {
  subnets: {
    'subnet-db-a': { vpcId: 'vpc-red', cidr: '10.1.3.0/24' },
    'subnet-fw': { vpcId: 'vpc-red', cidr: '10.1.9.0/24' },
    'subnet-pub-b': { vpcId: 'vpc-red', cidr: '10.1.11.0/24' },
  },
  routeTables: { 'rtb-spare': { vpcId: 'vpc-red' } },
  gateways: {
    'igw-spare': { kind: 'internet-gateway' },
    'nat-y': { kind: 'nat-gateway', vpcId: 'vpc-red', subnetId: 'subnet-pub-a', state: 'failed' },
    'nat-z': { kind: 'nat-gateway', vpcId: 'vpc-red', subnetId: 'subnet-pub-b', state: 'deleted' },
  },
  networkInterfaces: {
    'eni-web': { subnetId: 'subnet-pub-a', addresses: [{ address: '10.1.1.10' }], instanceId: 'i-web' },
    'eni-db': {
      subnetId: 'subnet-db-a',
      addresses: [{ address: '10.1.3.30' }, { address: '10.1.3.31' }],
      instanceId: 'i-db',
    },
    'eni-fw': {
      subnetId: 'subnet-fw',
      addresses: [{ address: '10.1.9.10' }],
      instanceId: 'i-fw',
      sourceDestCheck: false,
    },
    'eni-spare': { subnetId: 'subnet-fw', addresses: [{ address: '10.1.9.11' }] },
  },
  instances: {
    'i-web': { hostId: 'host-b' },
    'i-db': { name: '데이터베이스', hostId: 'host-b', state: 'stopped' },
    'i-fw': { name: '방화벽', hostId: 'host-c', forwarding: 'router' },
  },
  elasticIps: {
    'eipalloc-web': {
      publicIp: '203.0.113.9',
      association: { id: 'eipassoc-web', networkInterfaceId: 'eni-web', privateIp: '10.1.1.10' },
    },
    'eipalloc-spare': { publicIp: '203.0.113.77' },
  },
  internet: { partner: { name: '협력사', address: '192.0.2.80' } },
};

/** Two VPCs that own the same addresses: the mapping matters, so the machines below are shown. */
const sameAddresses: Part = {
  hosts,
  vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] }, 'vpc-blue': { cidrs: ['10.1.0.0/16'] } },
  subnets: {
    'subnet-red': { vpcId: 'vpc-red', cidr: '10.1.0.0/24' },
    'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.1.0.0/24' },
  },
  networkInterfaces: {
    'eni-red-5': { subnetId: 'subnet-red', addresses: [{ address: '10.1.0.5' }], instanceId: 'i-red-5' },
    'eni-red-9': { subnetId: 'subnet-red', addresses: [{ address: '10.1.0.9' }], instanceId: 'i-red-9' },
    'eni-blue-9': { subnetId: 'subnet-blue', addresses: [{ address: '10.1.0.9' }], instanceId: 'i-blue-9' },
  },
  instances: { 'i-red-5': { hostId: 'host-a' }, 'i-red-9': { hostId: 'host-b' }, 'i-blue-9': { hostId: 'host-c' } },
  mapping: { 'vpc-red/10.1.0.9': null, 'vpc-blue/10.1.0.9': 'host-b' },
  frames: {
    'frame-1': {
      fromHost: 'host-c',
      toHost: 'host-b',
      vpcId: 'vpc-red',
      source: '10.1.0.5',
      destination: '10.1.0.9',
    },
  },
};

/** An internet gateway that is attached to nothing, an address that nobody has. */
const unattached: Part = {
  hosts,
  vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] } },
  subnets: { 'subnet-a': { vpcId: 'vpc-red', cidr: '10.1.0.0/24' } },
  gateways: { 'igw-1': { kind: 'internet-gateway' } },
  networkInterfaces: { 'eni-a': { subnetId: 'subnet-a', addresses: [{ address: '10.1.0.5' }], instanceId: 'i-vm1' } },
  instances: { 'i-vm1': { hostId: 'host-a' } },
  elasticIps: { 'eipalloc-1': { publicIp: '52.0.0.9' } },
  internet: { dns: { address: '8.8.8.8' } },
};

/** Two VPCs with a gateway each. */
const twoDoors: Part = {
  vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16', '10.3.0.0/16'] } },
  gateways: { 'igw-2': { kind: 'internet-gateway', vpcId: 'vpc-blue' } },
};

export const WORLDS = {
  'wrong room': () => buildWorld(wrongRoom),
  crowded: () => buildWorld(wrongRoom, crowded),
  'same addresses': () => buildWorld(sameAddresses),
  unattached: () => buildWorld(unattached),
  'two doors': () => buildWorld(wrongRoom, twoDoors),
  'edge table': () => buildWorld(worldFile('edge-table')),
  peered: () => buildWorld(worldFile('peering')),
  'transit gateway': () => buildWorld(worldFile('transit-gateway')),
  'customer sites': () => buildWorld(worldFile('hybrid')),
  'gateway endpoint': () => buildWorld(worldFile('gateway-endpoint')),
  'load balancer': () => buildWorld(worldFile('load-balancer')),
  privatelink: () => buildWorld(worldFile('privatelink')),
  empty: () => buildWorld({}),
};
