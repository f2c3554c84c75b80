// "Everything a world file can state can also be built by operations from empty": every world of the tests and every level's start, both ways.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import type { World } from '../../../src/cloud/world.ts';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { edit, makeWorld } from '../lab-world.ts';
import { buildAgain, canonical, isListed } from './rebuild-world.ts';

const folder = new URL('../../worlds/', import.meta.url);

const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function worldIn(name: string): World {
  const world = readWorld(parse(readFileSync(new URL(name, folder), 'utf8')));
  if (!world.ok) throw new Error(`${name}: ${JSON.stringify(world.error)}`);
  return world.value;
}

const library = builtInLibrary();

const starts = library.entries.map(({ id }): readonly [string, () => World] => [
  id,
  () => {
    const level = library.level(id);
    if (!level.ok) throw new Error(`${id}: ${JSON.stringify(level.error)}`);
    return level.value.start;
  },
]);

const worlds = [...files.map((name) => [name, () => worldIn(name)] as const), ...starts];

describe.each(worlds)('%s', (_name, load) => {
  test('is built by a script from an empty region', () => {
    const world = load();
    const again = buildAgain(world);
    expect(checkWorld(again.world)).toEqual([]);
    expect(again.missing.filter((each) => !isListed(each))).toEqual([]);
    if (again.missing.length > 0) return;
    expect(canonical(again.world)).toEqual(canonical(world));
    expect(reachability(again.world)).toEqual(reachability(world));
  });
});

/** For every pair of machines, how an exchange ends and where. */
function reachability(world: World): readonly string[] {
  const machines = [...Object.keys(world.instances), ...Object.keys(world.internet)];
  const pairs = machines.flatMap((from) => machines.filter((to) => to !== from).map((to) => ({ from, to })));
  return pairs
    .map(({ from, to }) => {
      const { outcome, request, reply } = traceExchange(world, { from, to });
      return [from, to, outcome, ...request.path, request.fault?.code, ...(reply?.path ?? []), reply?.fault?.code].join(
        ' ',
      );
    })
    .sort();
}

describe('what no file states', () => {
  const both = (world: World) => [canonical(buildAgain(world).world), canonical(world)];

  test('rules, entries and blocks that a player has changed', () => {
    const world = edit(
      makeWorld({ vpcs: { 'vpc-blue': { cidrs: ['172.31.0.0/16'] } } }),
      'revoke-security-group-ingress --group-id sg-red-default --protocol -1 --source-group sg-red-default',
      'authorize-security-group-ingress --group-id sg-red-default --protocol tcp --port 0-65535 --cidr 0.0.0.0/0',
      'authorize-security-group-ingress --group-id sg-red-default --protocol icmp --port 3-4 --cidr 0.0.0.0/0',
      'authorize-security-group-egress --group-id sg-red-default --protocol icmp --port 3-4 --source-group sg-red-default',
      'create-network-acl-entry --network-acl-id acl-red-default --ingress --rule-number 80 --protocol icmp --icmp-type-code Type=8,Code=-1 --rule-action deny --cidr-block 0.0.0.0/0',
      'create-network-acl-entry --network-acl-id acl-red-default --egress --rule-number 90 --protocol udp --port-range From=53,To=53 --rule-action deny --cidr-block 0.0.0.0/0',
      'delete-network-acl-entry --network-acl-id acl-red-default --ingress --rule-number 100',
      'associate-vpc-cidr-block --vpc-id vpc-red --cidr-block 10.7.0.0/16',
      'associate-vpc-cidr-block --vpc-id vpc-red --amazon-provided-ipv6-cidr-block',
      'lab set-quota --quota vpcs --value 7',
    );
    const [again, first] = both(world);
    expect(again).toEqual(first);
  });

  test('routes whose targets are gone, elsewhere or taken back', () => {
    const route = 'create-route --route-table-id rtb-app --destination-cidr-block';
    const world = edit(
      makeWorld({ vpcs: { 'vpc-blue': { cidrs: ['172.31.0.0/16'] } } }),
      'create-nat-gateway --subnet-id subnet-app --connectivity-type private',
      'create-network-interface --subnet-id subnet-app',
      `${route} 192.0.2.0/24 --nat-gateway-id nat-1`,
      `${route} 198.51.100.0/24 --network-interface-id eni-2`,
      'delete-nat-gateway --nat-gateway-id nat-1',
      'delete-network-interface --network-interface-id eni-2',
      'create-route-table --vpc-id vpc-blue',
      'replace-route --route-table-id rtb-pub --destination-cidr-block 10.1.0.0/16 --network-interface-id eni-fw',
    );
    const [again, first] = both(world);
    expect(again).toEqual(first);
  });

  test('a transit gateway whose defaults were partly undone', () => {
    const attach = (vpc: string, subnet: string) =>
      `create-transit-gateway-vpc-attachment --transit-gateway-id tgw-1 --vpc-id vpc-${vpc} --subnet-ids subnet-${subnet}`;
    const first = '--transit-gateway-route-table-id tgw-rtb-1 --transit-gateway-attachment-id tgw-attach-1';
    const world = edit(
      makeWorld({ vpcs: { 'vpc-blue': { cidrs: ['172.31.0.0/16'] } } }),
      'create-transit-gateway',
      attach('red', 'app'),
      attach('blue', 'blue'),
      'create-transit-gateway-route-table --transit-gateway-id tgw-1',
      `disassociate-transit-gateway-route-table ${first}`,
      `disable-transit-gateway-route-table-propagation ${first}`,
      'associate-transit-gateway-route-table --transit-gateway-route-table-id tgw-rtb-2 --transit-gateway-attachment-id tgw-attach-1',
      'create-transit-gateway-route --transit-gateway-route-table-id tgw-rtb-2 --destination-cidr-block 10.0.0.0/8 --blackhole',
      'create-route --route-table-id rtb-app --destination-cidr-block 172.31.0.0/16 --transit-gateway-id tgw-1',
    );
    const [again, original] = both(world);
    expect(again).toEqual(original);
  });

  test('addresses that AWS has lent, taken back and owes', () => {
    const world = edit(
      makeWorld({ vpcs: { 'vpc-blue': { cidrs: ['172.31.0.0/16'] } } }),
      'run-instances --subnet-id subnet-pub --associate-public-ip-address',
      'run-instances --subnet-id subnet-pub --associate-public-ip-address',
      'stop-instances --instance-ids i-1',
      'associate-address --allocation-id eipalloc-free --instance-id i-2',
      'create-network-interface --subnet-id subnet-pub',
      'attach-network-interface --network-interface-id eni-3 --instance-id i-1 --device-index 1',
      'start-instances --instance-ids i-1',
    );
    const [again, first] = both(world);
    expect(again).toEqual(first);
  });
});

test('a script reads like one that a person would write', () => {
  expect(buildAgain(worldIn('three-missing-things.yaml')).lines.join('\n')).toBe(`# Substrate hosts
HOST_A=$(lab create-host --underlay 100.64.0.11 --query HostId --output text)
HOST_B=$(lab create-host --underlay 100.64.0.12 --query HostId --output text)

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_RED=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.0.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)

# Security groups
SG_OPEN=$(aws ec2 create-security-group --group-name open --description open --vpc-id $VPC_RED --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_OPEN --protocol -1 --cidr 0.0.0.0/0

# Route tables
RTB_EDGE=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)

# Internet gateways
IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Routes whose gateways are detached
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_RED
RTB_MAIN=$(aws ec2 describe-route-tables --filters "Name=vpc-id,Values=\${VPC_RED}" Name=association.main,Values=true --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 create-route --route-table-id $RTB_MAIN --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_1
aws ec2 detach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_RED

# Instances and network interfaces
INSTANCE_VM_A=$(aws ec2 run-instances --subnet-id $SUBNET_RED --private-ip-address 10.1.0.5 --security-group-ids $SG_OPEN --placement "HostId=\${HOST_A}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=vm-a}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_DB=$(aws ec2 run-instances --subnet-id $SUBNET_RED --private-ip-address 10.1.0.20 --security-group-ids $SG_OPEN --placement "HostId=\${HOST_B}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=db}]' --query 'Instances[0].InstanceId' --output text)

# Routes
aws ec2 associate-route-table --route-table-id $RTB_EDGE --subnet-id $SUBNET_RED

# Machines outside
lab create-machine --name client --address 198.51.100.8

# The next public address
lab set-public-pool --cidr 203.0.113.0/24 --next 203.0.113.100`);
});
