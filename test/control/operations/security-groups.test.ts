import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const create = 'create-security-group --group-name web --description web --vpc-id vpc-red';
const allow = 'authorize-security-group-ingress --group-id sg-1 --protocol tcp --port 443';
const anywhere = `${allow} --cidr 0.0.0.0/0`;
const permission = (text: string) => `authorize-security-group-ingress --group-id sg-1 --ip-permissions '${text}'`;

/** vpc-dataplane 5.2: what, the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['a name in use', [create], create, 'InvalidGroup.Duplicate', 'D-ERR'],
  ['the default group’s name', [], create.replace('web', 'default'), 'InvalidGroup.Reserved', 'D-ERR'],
  ['a name like an id', [], create.replace('web', 'sg-web'), 'InvalidParameterValue', 'C-LOG, C-EUCA'],
  ['an unknown VPC', [], create.replace('red', 'x'), 'InvalidVpcID.NotFound', 'D-ERR'],
  ['a group without a description', [], 'create-security-group --group-name web', 'Usage', 'CLI'],
  ['a rule that exists', [create, anywhere], anywhere, 'InvalidPermission.Duplicate', 'D-ERR'],
  ['a rule for an unknown group', [], anywhere, 'InvalidGroup.NotFound', 'D-ERR'],
  ['a rule that names an unknown group', [create], `${allow} --source-group sg-x`, 'InvalidGroup.NotFound', 'D-ERR'],
  [
    'a rule that names a group of another VPC',
    [create],
    `${allow} --source-group sg-blue-default`,
    'InvalidGroup.NotFound',
    'D-ERR',
  ],
  ['TCP without ports', [create], anywhere.replace(' --port 443', ''), 'InvalidParameterValue', 'C-LOG, C-OS'],
  ['TCP with port -1', [create], anywhere.replace('443', '-1'), 'InvalidParameterValue', 'C-OS'],
  ['a range that runs backwards', [create], anywhere.replace('443', '443-80'), 'InvalidParameterValue', 'C-OS'],
  ['an unknown protocol', [create], anywhere.replace('tcp', 'quic'), 'InvalidParameterValue', 'C-LOG'],
  ['no protocol', [create], anywhere.replace(' --protocol tcp', ''), 'MissingParameter', 'D-ERR'],
  ['no other end', [create], allow, 'MissingParameter', 'inferred'],
  ['two other ends', [create], `${anywhere} --source-group sg-1`, 'InvalidParameterCombination', 'inferred'],
  [
    'both forms at once',
    [create],
    `${permission('IpProtocol=-1,IpRanges=[{CidrIp=10.0.0.0/8}]')} --protocol tcp`,
    'InvalidParameterCombination',
    'inferred',
  ],
  [
    'a malformed block',
    [create],
    permission('IpProtocol=-1,IpRanges=[{CidrIp=10.0.0/8}]'),
    'InvalidParameterValue',
    'C-LOG',
  ],
  ['a permission for nobody', [create], permission('IpProtocol=-1'), 'InvalidPermission.Malformed', 'D-ERR'],
  ['a structure that is none', [create], permission('IpProtocol'), 'ParamValidation', 'CLI'],
  [
    'taking away a rule that is not there',
    [create],
    anywhere.replace('authorize', 'revoke'),
    'InvalidPermission.NotFound',
    'D-ERR',
  ],
  ['the deletion of a default group', [], 'delete-security-group --group-id sg-red-default', 'CannotDelete', 'D-ERR'],
  [
    'the deletion of a group in use',
    [create, 'modify-network-interface-attribute --network-interface-id eni-app --groups sg-1'],
    'delete-security-group --group-id sg-1',
    'DependencyViolation',
    'C-OS, D-ERR',
  ],
  [
    'the deletion of a group that another names',
    [create, 'authorize-security-group-ingress --group-id sg-red-default --protocol -1 --source-group sg-1'],
    'delete-security-group --group-id sg-1',
    'DependencyViolation',
    'C-OS, D-ERR',
  ],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

// D-LIM.
test('a 61st rule in one direction is refused, and the other direction counts for itself', () => {
  const ports = Array.from({ length: 60 }, (_, index) => anywhere.replace('443', String(1000 + index)));
  const full = edit(makeWorld(), create, ...ports);
  expect(refusal(full, anywhere)).toBe('RulesPerSecurityGroupLimitExceeded');
  expect(refusal(full, anywhere.replace('ingress', 'egress'))).toBe('success');
});

test('a region takes 2,500 groups and no more, the default ones among them (D-LIM)', () => {
  const groups = Object.fromEntries(Array.from({ length: 2497 }, (_, n) => [`sg-n${n}`, { vpcId: 'vpc-red' }]));
  expect(refusal(makeWorld({ securityGroups: groups }), create)).toBe('success');
  expect(refusal(makeWorld({ securityGroups: { ...groups, 'sg-one': { vpcId: 'vpc-red' } } }), create)).toBe(
    'SecurityGroupLimitExceeded',
  );
});

test('without a default VPC the VPC must be named', () => {
  const line = 'create-security-group --group-name web --description web';
  expect(refusal(makeWorld({ vpcs: { 'vpc-blue': { cidrs: ['172.31.0.0/16'] } } }), line)).toBe('VPCIdNotSpecified');
  expect(edit(makeWorld(), line).securityGroups['sg-1']?.vpcId).toBe('vpc-blue');
});

describe('a new security group', () => {
  // vpc-dataplane 8.
  test('lets nothing in and everything out', () => {
    expect(edit(makeWorld(), create).securityGroups['sg-1']).toEqual({
      vpcId: 'vpc-red',
      name: 'web',
      isDefault: false,
      inbound: [],
      outbound: [{ protocol: 'all', peer: '0.0.0.0/0' }],
    });
  });

  test('is found by its name', () => {
    const line = 'describe-security-groups --filters Name=group-name,Values=web';
    expect(outputOf(edit(makeWorld(), create), line)).toMatchObject({
      SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'web' }],
    });
  });

  test('goes without a trace', () => {
    const world = edit(makeWorld(), create, 'delete-security-group --group-id sg-1');
    expect({ ...world, issued: {} }).toEqual(makeWorld());
  });
});

/** The short form and the API's, and what the World keeps. */
const rules: readonly (readonly [string, string, readonly object[]])[] = [
  ['one port', anywhere, [{ protocol: 'tcp', ports: { from: 443, to: 443 }, peer: '0.0.0.0/0' }]],
  [
    'a range',
    anywhere.replace('443', '1024-65535'),
    [{ protocol: 'tcp', ports: { from: 1024, to: 65535 }, peer: '0.0.0.0/0' }],
  ],
  ['every port', anywhere.replace('443', '0-65535'), [{ protocol: 'tcp', peer: '0.0.0.0/0' }]],
  ['everything', anywhere.replace('tcp --port 443', '-1'), [{ protocol: 'all', peer: '0.0.0.0/0' }]],
  ['ICMP', anywhere.replace('tcp --port 443', 'icmp --port -1'), [{ protocol: 'icmp', peer: '0.0.0.0/0' }]],
  [
    'one ICMP message',
    anywhere.replace('tcp --port 443', 'icmp --port 3-4'),
    [{ protocol: 'icmp', icmp: { type: 3, code: 4 }, peer: '0.0.0.0/0' }],
  ],
  [
    'one type of ICMP',
    permission('IpProtocol=icmp,FromPort=8,ToPort=-1,IpRanges=[{CidrIp=10.0.0.0/8}]'),
    [{ protocol: 'icmp', icmp: { type: 8 }, peer: '10.0.0.0/8' }],
  ],
  ['a protocol by number', anywhere.replace('tcp --port 443', '50'), [{ protocol: 'esp', peer: '0.0.0.0/0' }]],
  ['a group', `${allow} --source-group sg-1`, [{ protocol: 'tcp', ports: { from: 443, to: 443 }, peer: 'sg-1' }]],
  [
    'JSON',
    permission(
      '[{"IpProtocol":"udp","FromPort":53,"ToPort":53,"Ipv6Ranges":[{"CidrIpv6":"::/0"}],"UserIdGroupPairs":[{"GroupId":"sg-1"}]}]',
    ),
    [
      { protocol: 'udp', ports: { from: 53, to: 53 }, peer: '::/0' },
      { protocol: 'udp', ports: { from: 53, to: 53 }, peer: 'sg-1' },
    ],
  ],
  [
    'shorthand',
    permission('IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=10.0.0.0/8,Description="the office"}]'),
    [{ protocol: 'tcp', ports: { from: 22, to: 22 }, peer: '10.0.0.0/8' }],
  ],
];

test.each(rules)('a rule for %s is kept, and the same words take it away', (_what, line, inbound) => {
  const world = edit(makeWorld(), create, line);
  expect(world.securityGroups['sg-1']?.inbound).toEqual(inbound);
  expect(checkWorld(world)).toEqual([]);
  expect(edit(world, line.replace('authorize', 'revoke'))).toEqual(edit(makeWorld(), create));
});

test('outbound rules are added and taken away as well', () => {
  const line = 'revoke-security-group-egress --group-id sg-red-default --protocol all --cidr 0.0.0.0/0';
  const world = edit(makeWorld(), line);
  expect(world.securityGroups['sg-red-default']?.outbound).toEqual([]);
  expect(edit(world, line.replace('revoke', 'authorize'))).toEqual(makeWorld());
});

// EC2 API reference, IpPermission: TCP and UDP always have ports, ICMP's are -1, other protocols go by number.
test('rules print as the API spells them', () => {
  const lines = [
    anywhere.replace('443', '0-65535'),
    anywhere.replace('tcp --port 443', 'icmp'),
    anywhere.replace('tcp --port 443', '47'),
  ];
  const output = outputOf(edit(makeWorld(), create, ...lines), 'describe-security-groups --group-ids sg-1');
  expect(output).toMatchObject({
    SecurityGroups: [
      {
        IpPermissions: [
          { IpProtocol: 'tcp', FromPort: 0, ToPort: 65535 },
          { IpProtocol: 'icmp', FromPort: -1, ToPort: -1 },
          { IpProtocol: '47' },
        ],
      },
    ],
  });
});
