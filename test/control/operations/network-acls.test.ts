import { describe, expect, test } from 'vitest';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const create = 'create-network-acl --vpc-id vpc-red';
const entry =
  'create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0';
const remove = 'delete-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 100';
const use = 'replace-network-acl-association --association-id aclassoc-app --network-acl-id acl-1';

/** vpc-dataplane 5.2: what, the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['an ACL of an unknown VPC', [], create.replace('red', 'x'), 'InvalidVpcID.NotFound', 'D-ERR'],
  ['a number that is taken', [create, entry], entry, 'NetworkAclEntryAlreadyExists', 'D-ERR, C-MOTO'],
  ['the number 0', [create], entry.replace('100', '0'), 'InvalidParameterValue', 'C-EUCA'],
  ['the number 32767', [create], entry.replace('100', '32767'), 'InvalidParameterValue', 'C-EUCA'],
  ['a malformed block', [create], entry.replace('0.0.0.0/0', '0.0.0/0'), 'InvalidParameterValue', 'C-EUCA'],
  ['an unknown protocol', [create], entry.replace('protocol -1', 'protocol quic'), 'InvalidParameterValue', 'C-EUCA'],
  ['TCP without ports', [create], entry.replace('protocol -1', 'protocol tcp'), 'InvalidParameterValue', 'C-EUCA'],
  ['no direction', [create], entry.replace(' --ingress', ''), 'MissingParameter', 'inferred'],
  ['no block', [create], entry.replace(' --cidr-block 0.0.0.0/0', ''), 'MissingParameter', 'inferred'],
  [
    'a code of every type of ICMP',
    [create],
    `${entry.replace('protocol -1', 'protocol icmp')} --icmp-type-code Code=4,Type=-1`,
    'InvalidParameterValue',
    'inferred',
  ],
  ['an entry in an unknown ACL', [], entry, 'InvalidNetworkAclID.NotFound', 'D-ERR'],
  [
    'replacing what is not there',
    [create],
    entry.replace('create', 'replace'),
    'InvalidNetworkAclEntry.NotFound',
    'D-ERR, C-EUCA',
  ],
  ['deleting what is not there', [create], remove, 'InvalidNetworkAclEntry.NotFound', 'D-ERR, C-EUCA'],
  [
    'deleting in the wrong direction',
    [create, entry],
    remove.replace('ingress', 'egress'),
    'InvalidNetworkAclEntry.NotFound',
    'D-ERR',
  ],
  [
    'deleting a default ACL',
    [],
    'delete-network-acl --network-acl-id acl-red-default',
    'InvalidParameterValue',
    'C-EUCA',
  ],
  [
    'deleting an ACL in use',
    [create, use],
    'delete-network-acl --network-acl-id acl-1',
    'DependencyViolation',
    'C-MOTO',
  ],
  ['an unknown association', [create], use.replace('app', 'x'), 'InvalidAssociationID.NotFound', 'C-EUCA'],
  ['an unknown ACL for a subnet', [], use, 'InvalidNetworkAclID.NotFound', 'C-EUCA'],
  ['an ACL of another VPC', [], use.replace('acl-1', 'acl-blue-default'), 'InvalidParameterValue', 'C-EUCA'],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

// D-LIM.
test('a 21st entry in one direction is refused', () => {
  const lines = Array.from({ length: 20 }, (_, index) => entry.replace('100', String(200 + index)));
  const full = edit(makeWorld(), create, ...lines);
  expect(refusal(full, entry)).toBe('NetworkAclEntryLimitExceeded');
  expect(refusal(full, entry.replace('ingress', 'egress'))).toBe('success');
});

describe('a new network ACL', () => {
  // vpc-dataplane 8: a custom one denies all both ways.
  test('denies everything both ways', () => {
    expect(outputOf(makeWorld(), create)).toEqual({
      NetworkAcl: {
        NetworkAclId: 'acl-1',
        VpcId: 'vpc-red',
        IsDefault: false,
        Associations: [],
        Entries: [
          { RuleNumber: 32767, Protocol: '-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0', Egress: true },
          { RuleNumber: 32767, Protocol: '-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0', Egress: false },
        ],
      },
    });
  });

  // D-NACL: in a VPC with an IPv6 block, a last entry for each family.
  test('denies IPv6 too, where the VPC has any', () => {
    const ipv6 = 'associate-vpc-cidr-block --vpc-id vpc-red --ipv6-cidr-block 2001:db8:1::/56';
    const { Entries } = outputOf(edit(makeWorld(), ipv6), create)!.NetworkAcl as { Entries: readonly object[] };
    const last = { RuleNumber: 32768, Protocol: '-1', RuleAction: 'deny', Ipv6CidrBlock: '::/0' };
    expect([Entries[1], Entries[3]]).toEqual([
      { ...last, Egress: true },
      { ...last, Egress: false },
    ]);
  });

  test('is used by a subnet in place of another', () => {
    expect(edit(makeWorld(), create, use).subnets['subnet-app']?.networkAclId).toBe('acl-1');
  });

  test('goes without a trace', () => {
    const world = edit(makeWorld(), create, 'delete-network-acl --network-acl-id acl-1');
    expect({ ...world, issued: {} }).toEqual(makeWorld());
  });
});

describe('an entry', () => {
  test('is kept for its direction, with its ports', () => {
    const line = `${entry.replace('protocol -1', 'protocol 6').replace('ingress', 'egress')} --port-range From=1024,To=65535`;
    expect(edit(makeWorld(), create, line).networkAcls['acl-1']).toMatchObject({
      inbound: [],
      outbound: [
        { number: 100, action: 'allow', protocol: 'tcp', ports: { from: 1024, to: 65535 }, cidr: '0.0.0.0/0' },
      ],
    });
  });

  test('may be for one message of ICMP, and says so', () => {
    const line = `${entry.replace('protocol -1', 'protocol icmp')} --icmp-type-code Code=4,Type=3`;
    const world = edit(makeWorld(), create, line);
    expect(world.networkAcls['acl-1']!.inbound).toMatchObject([{ protocol: 'icmp', icmp: { type: 3, code: 4 } }]);
    expect(outputOf(world, 'describe-network-acls --network-acl-ids acl-1')).toMatchObject({
      NetworkAcls: [{ Entries: [{}, { IcmpTypeCode: { Type: 3, Code: 4 } }, {}] }],
    });
  });

  test('may be for IPv6', () => {
    const line = entry.replace('--cidr-block 0.0.0.0/0', '--ipv6-cidr-block ::/0');
    expect(edit(makeWorld(), create, line).networkAcls['acl-1']?.inbound[0]?.cidr).toBe('::/0');
  });

  test('is written anew in its place', () => {
    const world = edit(makeWorld(), create, entry, entry.replace('create', 'replace').replace('allow', 'deny'));
    expect(world.networkAcls['acl-1']?.inbound).toEqual([
      { number: 100, action: 'deny', protocol: 'all', cidr: '0.0.0.0/0' },
    ]);
  });

  test('is taken out', () => {
    expect(edit(makeWorld(), create, entry, remove)).toEqual(edit(makeWorld(), create));
  });
});
