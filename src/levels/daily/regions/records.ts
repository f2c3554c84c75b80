// The records stand in a subnet behind a network ACL that lets in the private machine's subnet, on one port, and its answers out.

import { type Draft, EVERYWHERE, type Lure, type Mishap, type Region } from '../region.ts';
import type { Setting } from '../setting.ts';
import { place } from './street.ts';

const PORT = 5432;
const ASKED = `From=${PORT},To=${PORT}`;
const ANSWERS = 'From=1024,To=65535';

function build(draft: Draft, { vpc, subnetBlock, db }: Setting): void {
  const peer = { action: 'allow', protocol: 'tcp', cidr: subnetBlock(2) } as const;
  draft.subnets['subnet-db'] = { vpcId: vpc, cidr: subnetBlock(3), networkAclId: 'acl-db' };
  draft.networkAcls['acl-db'] = {
    vpcId: vpc,
    inbound: [{ number: 100, ...peer, ports: { from: PORT, to: PORT } }],
    outbound: [{ number: 100, ...peer, ports: { from: 1024, to: 65535 } }],
  };
  place(draft, db, 'subnet-db', 'host-c');
}

/** New entries, in either direction, for the subnet that should ask or for the whole VPC. */
function entries(setting: Setting, ...ports: readonly string[]) {
  return {
    CreateNetworkAclEntry: {
      NetworkAclId: ['acl-db'],
      Egress: ['true', 'false'],
      RuleNumber: ['110'],
      Protocol: ['tcp'],
      RuleAction: ['allow'],
      CidrBlock: [setting.subnetBlock(2), setting.block],
      PortRange: ports,
    },
  };
}

function allow(direction: string, ports: string, block: string): string {
  return `aws ec2 create-network-acl-entry --network-acl-id acl-db --${direction} --rule-number 110 --protocol tcp --port-range ${ports} --cidr-block ${block} --rule-action allow`;
}

const MISHAPS: readonly Mishap[] = [
  {
    id: 'records-shut',
    spot: 'acl-db/inbound',
    spoil(draft) {
      draft.networkAcls['acl-db']!.inbound = [];
    },
    repair: ({ subnetBlock }) => [allow('ingress', ASKED, subnetBlock(2))],
    tools: (setting) => entries(setting, ASKED),
    where: () => 'acl-db',
    sources: ['D-NACL'],
  },
  {
    id: 'answers-shut',
    spot: 'acl-db/outbound',
    spoil(draft) {
      draft.networkAcls['acl-db']!.outbound = [];
    },
    repair: ({ subnetBlock }) => [allow('egress', ANSWERS, subnetBlock(2))],
    tools: (setting) => entries(setting, ANSWERS),
    where: () => 'acl-db',
    sources: ['D-NACL'],
  },
  {
    id: 'no-before-yes',
    spot: 'acl-db/inbound',
    spoil(draft) {
      draft.networkAcls['acl-db']!.inbound.unshift({ number: 90, action: 'deny', cidr: EVERYWHERE });
    },
    repair: () => ['aws ec2 delete-network-acl-entry --network-acl-id acl-db --ingress --rule-number 90'],
    tools: () => ({
      DeleteNetworkAclEntry: { NetworkAclId: ['acl-db'], Egress: ['true', 'false'], RuleNumber: ['90', '100'] },
    }),
    where: () => 'acl-db',
    sources: ['D-NACL'],
  },
];

function lures(setting: Setting): readonly Lure[] {
  return [
    {
      id: 'records-for-the-house',
      about: 'records-closed',
      commands: [allow('ingress', ASKED, setting.block)],
      tools: {
        CreateNetworkAclEntry: {
          ...entries(setting, ASKED).CreateNetworkAclEntry,
          Egress: ['false'],
          CidrBlock: [setting.block],
        },
      },
    },
    { id: 'answers-for-the-house', about: 'records', commands: [allow('ingress', ANSWERS, setting.block)] },
    {
      id: 'yes-thrown-out',
      about: 'records',
      commands: ['aws ec2 delete-network-acl-entry --network-acl-id acl-db --ingress --rule-number 100'],
    },
  ];
}

export const records: Region = {
  id: 'records',
  build,
  goals: ({ app, web, db }) => [
    { id: 'records', expect: 'converse', probe: { from: app.id, to: db.id, port: PORT }, say: 'talks' },
    {
      id: 'records-closed',
      expect: 'not-deliver',
      probe: { from: web.id, to: db.id, port: PORT },
      say: 'never-reaches',
    },
  ],
  mishaps: MISHAPS,
  lures,
};
