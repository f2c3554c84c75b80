// A small right level that tests break in one place: a gateway without a route, a neighbour that must stay unreachable.

import { invariant } from '../../src/invariant.ts';
import type { Level } from '../../src/levels/level.ts';
import { type LevelSources, type Library, makeLibrary } from '../../src/levels/library.ts';
import { parseLevel } from '../../src/levels/parse.ts';

export const ROUTE_OUT =
  'aws ec2 create-route --route-table-id rtb-red --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1';
export const NAME_NEIGHBOUR =
  'aws ec2 associate-address --allocation-id eipalloc-spare --network-interface-id eni-neighbour';

// biome-ignore lint/suspicious/noExplicitAny: a file's content before it is checked may be anything.
export type File = any;

export function levelFile(): File {
  return {
    id: 'first-road',
    introduces: ['gateway-route'],
    sources: ['D-IGW'],
    world: {
      hosts: { 'host-a': { underlay: '100.64.0.11' } },
      vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] } },
      subnets: { 'subnet-a': { vpcId: 'vpc-red', cidr: '10.1.0.0/24' } },
      routeTables: { 'rtb-red': { vpcId: 'vpc-red' } },
      routeAssociations: { 'rtbassoc-red': { routeTableId: 'rtb-red', main: true } },
      gateways: { 'igw-1': { kind: 'internet-gateway', vpcId: 'vpc-red' } },
      securityGroups: {
        'sg-open': {
          vpcId: 'vpc-red',
          isDefault: true,
          inbound: [{ peer: '0.0.0.0/0' }],
          outbound: [{ peer: '0.0.0.0/0' }],
        },
      },
      instances: { 'i-vm': { hostId: 'host-a' }, 'i-neighbour': { hostId: 'host-a' } },
      networkInterfaces: {
        'eni-vm': { subnetId: 'subnet-a', instanceId: 'i-vm', addresses: [{ address: '10.1.0.5' }] },
        'eni-neighbour': { subnetId: 'subnet-a', instanceId: 'i-neighbour', addresses: [{ address: '10.1.0.6' }] },
      },
      elasticIps: {
        'eipalloc-vm': {
          publicIp: '203.0.113.9',
          association: { id: 'eipassoc-vm', networkInterfaceId: 'eni-vm', privateIp: '10.1.0.5' },
        },
        'eipalloc-spare': { publicIp: '203.0.113.20' },
      },
      internet: { client: { address: '198.51.100.8' } },
    },
    tools: [
      {
        CreateRoute: {
          RouteTableId: ['rtb-red'],
          DestinationCidrBlock: ['0.0.0.0/0', '203.0.113.9/32'],
          InstanceId: [],
        },
      },
      { AssociateAddress: { AllocationId: ['eipalloc-spare'] } },
    ],
    goals: [
      { id: 'out', expect: 'converse', probe: { from: 'i-vm', to: 'client' } },
      { id: 'quiet', expect: 'not-deliver', probe: { from: 'client', to: 'i-neighbour' } },
    ],
    predict: {
      id: 'where',
      reads: { probe: { from: 'i-vm', to: 'client' }, field: 'node' },
      choices: ['host-a', 'igw-1'],
    },
    reference: [ROUTE_OUT],
    par: 1,
    wrong: [
      {
        id: 'own-address',
        commands: [ROUTE_OUT.replace('0.0.0.0/0', '203.0.113.9/32')],
        code: 'NO_ROUTE_TO_DESTINATION',
        goal: 'out',
      },
      { id: 'both-named', commands: [NAME_NEIGHBOUR], code: 'EXPOSED', goal: 'quiet' },
    ],
  };
}

export function textFile(): File {
  return {
    title: 'First road',
    teaches: 'A gateway is used only when a route points to it.',
    story: ['vm cannot get out.'],
    goals: { out: 'vm talks with client', quiet: 'client cannot reach the neighbour' },
    hints: ['Doors are not roads.', 'Look at rtb-red.', 'Add a row.', 'Elsewhere rtb-x got 0.0.0.0/0 to igw-x.'],
    predict: 'Where does it die?',
    choices: { 'host-a': 'on its host' },
    wrong: { 'own-address': 'A destination is where packets go.', 'both-named': 'Now anybody can knock.' },
    card: ['A gateway needs a route.'],
  };
}

export interface Files {
  level: File;
  en: File;
  ko: File;
  index: File;
  chapters: File;
}

/** The fixture's files, with one change. */
export function makeSources(change: (files: Files) => void = () => {}): LevelSources {
  const files: Files = {
    level: levelFile(),
    en: textFile(),
    ko: textFile(),
    index: { chapters: [{ id: 'way-out', number: 2, levels: [{ number: 1, id: 'first-road' }] }] },
    chapters: {
      chapters: { 'way-out': { title: 'The way out', about: 'Gateways.' } },
      concepts: { 'gateway-route': 'A route to the gateway' },
    },
  };
  change(files);
  return {
    index: files.index,
    levels: { 'first-road': files.level },
    texts: { en: { 'first-road': files.en }, ko: { 'first-road': files.ko } },
    chapterTexts: { en: files.chapters, ko: files.chapters },
  };
}

export function openLibrary(sources: LevelSources): Library {
  const library = makeLibrary(sources, parseLevel);
  invariant(library.ok, 'the fixture has an index');
  return library.value;
}

/** The fixture's level, with one change of its file. */
export function makeLevel(change: (file: File) => void = () => {}): Level {
  const level = openLibrary(makeSources(({ level: file }) => change(file))).level('first-road');
  if (level.ok) return level.value;
  throw new Error(level.error.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}
