// The World that tests of operations start from, and typed command lines to change it.

import type { World } from '../../src/cloud/world.ts';
import { type Applied, applyOperation } from '../../src/control/apply.ts';
import { parseCommand } from '../../src/control/command.ts';
import type { OperationError } from '../../src/control/operation.ts';
import { splitWords } from '../../src/control/words.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import type { Result } from '../../src/result.ts';
import { expectKnownWords } from './refused.ts';

/** A World as files state it, part by part. */
type Parts = Readonly<Record<string, object>>;

/** vpc-red has a public and a private subnet behind igw-red; vpc-blue is the default VPC; igw-spare is attached to nothing. */
const START: Parts = {
  hosts: { 'host-a': { underlay: '100.64.0.11' }, 'host-b': { underlay: '100.64.0.12' } },
  vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] }, 'vpc-blue': { cidrs: ['172.31.0.0/16'], isDefault: true } },
  subnets: {
    'subnet-pub': { vpcId: 'vpc-red', cidr: '10.1.1.0/24' },
    'subnet-app': { vpcId: 'vpc-red', cidr: '10.1.2.0/24' },
    'subnet-blue': { vpcId: 'vpc-blue', cidr: '172.31.0.0/20', mapPublicIpOnLaunch: true },
  },
  routeTables: {
    'rtb-pub': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target: 'igw-red' }] },
    'rtb-app': { vpcId: 'vpc-red' },
  },
  routeAssociations: { 'rtbassoc-pub': { routeTableId: 'rtb-pub', subnetId: 'subnet-pub' } },
  gateways: {
    'igw-red': { kind: 'internet-gateway', vpcId: 'vpc-red' },
    'igw-blue': { kind: 'internet-gateway', vpcId: 'vpc-blue' },
    'igw-spare': { kind: 'internet-gateway' },
  },
  networkInterfaces: {
    'eni-web': {
      subnetId: 'subnet-pub',
      instanceId: 'i-web',
      addresses: [{ address: '10.1.1.10', autoPublicIp: '203.0.113.77' }],
    },
    'eni-app': { subnetId: 'subnet-app', instanceId: 'i-app', addresses: [{ address: '10.1.2.20' }] },
    'eni-fw': {
      subnetId: 'subnet-app',
      instanceId: 'i-fw',
      addresses: [{ address: '10.1.2.30' }, { address: '10.1.2.31' }],
    },
    'eni-blue': { subnetId: 'subnet-blue', instanceId: 'i-blue', addresses: [{ address: '172.31.0.10' }] },
  },
  instances: {
    'i-web': {
      hostId: 'host-a',
      application: { listeners: [{ port: 443, bind: '203.0.113.77' }], records: { partner: '192.0.2.80' } },
    },
    'i-app': { hostId: 'host-b' },
    'i-fw': { hostId: 'host-b', forwarding: 'router' },
    'i-blue': { hostId: 'host-a' },
  },
  elasticIps: {
    'eipalloc-free': { publicIp: '203.0.113.9' },
    'eipalloc-blue': {
      publicIp: '203.0.113.10',
      association: { id: 'eipassoc-blue', networkInterfaceId: 'eni-blue', privateIp: '172.31.0.10' },
    },
  },
  internet: { partner: { address: '192.0.2.80', application: { allowedSources: ['10.1.1.10/32'] } } },
  frames: {
    'frame-1': {
      fromHost: 'host-a',
      toHost: 'host-b',
      vpcId: 'vpc-red',
      source: '10.1.1.10',
      destination: '10.1.2.20',
    },
  },
};

/** The start, with some of its parts changed or added to. */
export function makeWorld(changes: Parts = {}): World {
  const merged = Object.fromEntries(
    [...new Set([...Object.keys(START), ...Object.keys(changes)])].map((part) => [
      part,
      { ...START[part], ...changes[part] },
    ]),
  );
  const world = readWorld(merged);
  if (!world.ok) throw new Error(JSON.stringify(world.error));
  return world.value;
}

/** Carries out one command line; `create-route …` stands for `aws ec2 create-route …`. */
export function run(world: World, line: string): Result<Applied, OperationError> {
  const words = splitWords(/^(aws|lab) /.test(line) ? line : `aws ec2 ${line}`);
  if (!words.ok) throw new Error(words.error);
  const command = parseCommand(words.value);
  return command.ok ? applyOperation(world, command.value.operation) : command;
}

/** The World after all the lines, none of which may be refused. */
export function edit(world: World, ...lines: readonly string[]): World {
  return lines.reduce((current, line) => expectOk(run(current, line), line).world, world);
}

export function outputOf(world: World, line: string): Record<string, unknown> | undefined {
  return expectOk(run(world, line), line).output;
}

/** The code of the refusal, whose words must be known; `success` when there is none. */
export function refusal(world: World, line: string): string {
  const result = run(world, line);
  if (result.ok) return 'success';
  expectKnownWords(line, result.error);
  return result.error.code;
}

function expectOk(result: Result<Applied, OperationError>, line: string): Applied {
  if (result.ok) return result.value;
  throw new Error(`${line}: ${result.error.code} ${result.error.message}`);
}
