import { expect, test } from 'vitest';
import { completions } from '../../src/control/complete.ts';
import type { Tool } from '../../src/control/form.ts';
import { makeWorld } from './lab-world.ts';

function complete(line: string, tools?: readonly Tool[]): readonly string[] {
  return completions(makeWorld(), tools, line, line.length).candidates;
}

const lines: readonly (readonly [string, readonly string[]])[] = [
  ['', ['aws', 'lab']],
  ['a', ['aws']],
  ['aws ', ['ec2', 'directconnect', 'elbv2']],
  ['lab put-m', ['put-mapping']],
  ['aws ec2 associate-r', ['associate-route-table']],
  ['aws ec2 assign', ['assign-private-nat-gateway-address', 'assign-private-ip-addresses', 'assign-ipv6-addresses']],
  [
    'aws ec2 create-network-acl-entry --network-acl-id acl-red-default --i',
    ['--ingress', '--ipv6-cidr-block', '--icmp-type-code'],
  ],
  ['aws ec2 nonsense ', []],
  ['aws ec2 create-route --r', ['--route-table-id']],
  ['aws ec2 create-route --route-table-id rtb-p', ['rtb-pub']],
  ['aws ec2 create-route --route-table-id=rtb-p', ['rtb-pub']],
  ['aws ec2 create-route --route-table-id rtb-app --destination-cidr-block 0', ['0.0.0.0/0']],
  [
    'aws ec2 create-route --route-table-id rtb-app --destination-cidr-block 0.0.0.0/0 --gateway-id ',
    ['igw-red', 'igw-spare'],
  ],
  ['aws ec2 delete-route --route-table-id rtb-pub --destination-cidr-block ', ['0.0.0.0/0']],
  ['aws ec2 associate-address --instance-id ', ['i-web', 'i-app', 'i-fw', 'i-blue']],
  ['aws ec2 stop-instances --instance-ids i-web i-', ['i-app', 'i-fw', 'i-blue']],
  ['aws ec2 describe-vpcs --filters Name=c', ['Name=cidr,Values=', 'Name=cidr-block-association.cidr-block,Values=']],
  ['lab set-listener --machine i-web --bind-address ', ['any', '10.1.1.10']],
];

test.each(lines)('after “%s” come %j', (line, expected) => {
  expect(complete(line)).toEqual(expected);
});

test('an option that is given, or that another rules out, is not offered again', () => {
  const offered = complete('aws ec2 associate-address --allocation-id eipalloc-free --instance-id i-app ');
  expect(offered).toEqual(['--private-ip-address', '--allow-reassociation', '--no-allow-reassociation', '--dry-run']);
});

test('a level’s tools limit the verbs, and looking is always allowed', () => {
  const offered = complete('aws ec2 ', [{ name: 'CreateRoute' }]);
  expect(offered).toContain('create-route');
  expect(offered).toContain('describe-route-tables');
  expect(offered).not.toContain('allocate-address');
  expect(complete('', [{ name: 'CreateRoute' }])).toEqual(['aws', 'lab']);
});

test('a level’s values are what is offered', () => {
  const tools = [
    { name: 'Answer', values: { Question: ['outer'], Value: ['host a'] } },
    { name: 'Answer', values: { Question: ['inner'], Value: ['10.1.0.5'] } },
  ];
  expect(complete('lab answer --question ', tools)).toEqual(['outer', 'inner']);
  expect(complete('lab answer --question outer --value ', tools)).toEqual(["'host a'", '10.1.0.5']);
});

test('what stands behind the cursor is left alone', () => {
  const line = 'aws ec2 create-route --route-table-id rtb-p --gateway-id igw-red';
  expect(completions(makeWorld(), undefined, line, 'aws ec2 create-route --route-table-id rtb-p'.length)).toEqual({
    from: 'aws ec2 create-route --route-table-id '.length,
    candidates: ['rtb-pub'],
  });
});
