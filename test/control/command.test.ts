import { describe, expect, test } from 'vitest';
import { formatError } from '../../src/control/apply.ts';
import { commandName, parseCommand, printCommand } from '../../src/control/command.ts';
import { COMMAND_HELP } from '../../src/control/help.ts';
import { OPERATIONS } from '../../src/control/operations/registry.ts';
import { splitWords } from '../../src/control/words.ts';
import { makeWorld, run } from './lab-world.ts';

function parse(line: string) {
  const words = splitWords(line);
  return parseCommand(words.ok ? words.value : []);
}

/** As the AWS CLI's command reference spells them. */
const spellings: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  [
    'aws ec2 create-route --route-table-id rtb-a --destination-cidr-block 0.0.0.0/0 --nat-gateway-id nat-1',
    'CreateRoute',
    { RouteTableId: 'rtb-a', DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1' },
  ],
  [
    'aws ec2 create-route --route-table-id rtb-a --destination-ipv6-cidr-block ::/0 --gateway-id igw-1',
    'CreateRoute',
    { RouteTableId: 'rtb-a', DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1' },
  ],
  [
    'aws ec2 associate-address --allocation-id eipalloc-1 --instance-id i-1 --no-allow-reassociation',
    'AssociateAddress',
    { AllocationId: 'eipalloc-1', InstanceId: 'i-1', AllowReassociation: false },
  ],
  [
    'aws ec2 modify-subnet-attribute --subnet-id subnet-1 --no-map-public-ip-on-launch',
    'ModifySubnetAttribute',
    { SubnetId: 'subnet-1', MapPublicIpOnLaunch: false },
  ],
  ['aws ec2 stop-instances --instance-ids i-1 i-2', 'StopInstances', { InstanceIds: ['i-1', 'i-2'] }],
  [
    'aws ec2 describe-route-tables --filters Name=vpc-id,Values=vpc-1 Name=association.main,Values=true',
    'DescribeRouteTables',
    {
      Filters: [
        { Name: 'vpc-id', Values: ['vpc-1'] },
        { Name: 'association.main', Values: ['true'] },
      ],
    },
  ],
  [
    'aws ec2 describe-nat-gateways --filter Name=state,Values=available,failed',
    'DescribeNatGateways',
    { Filter: [{ Name: 'state', Values: ['available', 'failed'] }] },
  ],
  [
    "aws ec2 run-instances --subnet-id subnet-1 --no-associate-public-ip-address --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]'",
    'RunInstances',
    {
      SubnetId: 'subnet-1',
      AssociatePublicIpAddress: false,
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'web' }] }],
    },
  ],
  [
    'aws ec2 create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 90 --protocol tcp --rule-action deny --cidr-block 0.0.0.0/0 --port-range From=22,To=22',
    'CreateNetworkAclEntry',
    {
      NetworkAclId: 'acl-1',
      Egress: false,
      RuleNumber: 90,
      Protocol: 'tcp',
      RuleAction: 'deny',
      CidrBlock: '0.0.0.0/0',
      PortRange: { From: 22, To: 22 },
    },
  ],
  [
    'aws ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port 1024-65535 --source-group sg-2',
    'AuthorizeSecurityGroupIngress',
    { GroupId: 'sg-1', Protocol: 'tcp', Port: '1024-65535', SourceGroup: 'sg-2' },
  ],
  [
    'lab set-allowed-source --machine partner --cidr 52.0.0.9/32',
    'SetAllowedSource',
    { Machine: 'partner', Cidr: '52.0.0.9/32' },
  ],
];

test.each(spellings)('%s is read and printed', (line, name, input) => {
  expect(parse(line)).toEqual({ ok: true, value: { operation: { name, input } } });
  expect(printCommand({ name, input })).toBe(line);
});

/** Other ways to say the same that people use. */
const variants: readonly (readonly [string, string])[] = [
  ['aws ec2 stop-instances --instance-ids=i-1', 'aws ec2 stop-instances --instance-ids i-1'],
  [`aws ec2 stop-instances --instance-ids '["i-1","i-2"]'`, 'aws ec2 stop-instances --instance-ids i-1 i-2'],
  [
    `aws ec2 describe-vpcs --filters '[{"Name":"vpc-id","Values":["vpc-1"]}]'`,
    'aws ec2 describe-vpcs --filters Name=vpc-id,Values=vpc-1',
  ],
  ['aws ec2 allocate-address --domain vpc --region us-east-1 --no-cli-pager', 'aws ec2 allocate-address --domain vpc'],
  [
    'aws ec2 authorize-security-group-egress --group-id sg-1 --protocol -1 --port 443-443 --cidr 10.0.0.5/8',
    'aws ec2 authorize-security-group-egress --group-id sg-1 --protocol -1 --port 443 --cidr 10.0.0.0/8',
  ],
  [
    `aws ec2 create-tags --resources i-1 --tags '[{"Key":"Name","Value":"web"}]'`,
    'aws ec2 create-tags --resources i-1 --tags Key=Name,Value=web',
  ],
  [
    'aws ec2 modify-network-interface-attribute --source-dest-check Value=false --network-interface-id eni-1',
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --no-source-dest-check',
  ],
];

test.each(variants)('%s says %s', (line, plain) => {
  const result = parse(line);
  expect(result.ok && printCommand(result.value.operation)).toBe(plain);
});

test('the CLI’s own options are kept aside', () => {
  expect(
    parse('aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text'),
  ).toMatchObject({
    value: { query: 'InternetGateway.InternetGatewayId', output: 'text' },
  });
});

const mistakes: readonly (readonly [string, string, string])[] = [
  ['aws ec2 create-rout --route-table-id rtb-1', 'UnknownCommand', 'aws ec2 create-route'],
  ['aws s3 ls', 'UnknownCommand', 'ec2'],
  ['ls', 'UnknownCommand', 'aws ec2'],
  ['aws ec2 stop-instances', 'Usage', '--instance-ids'],
  ['aws ec2 stop-instances --instance-ids', 'Usage', '--instance-ids'],
  ['aws ec2 stop-instances --instance-id i-1', 'Usage', '--instance-ids'],
  ['aws ec2 describe-vpcs --filters Name=colour,Values=red', 'InvalidParameterValue', 'vpc-id'],
  ['aws ec2 describe-vpcs --filters vpc-id=vpc-1', 'InvalidParameterValue', 'Name='],
];

test.each(mistakes)('%s is refused, and the right way named', (line, code, hint) => {
  const result = parse(line);
  expect(result.ok ? 'success' : result.error.code).toBe(code);
  expect(result.ok ? '' : `${result.error.message} ${result.error.remedy ?? ''}`).toContain(hint);
});

test('a refusal prints as the real CLI prints it', () => {
  const result = run(makeWorld(), 'delete-nat-gateway --nat-gateway-id nat-9');
  expect(result.ok ? '' : formatError('DeleteNatGateway', result.error)).toBe(
    "An error occurred (NatGatewayNotFound) when calling the DeleteNatGateway operation: The NAT gateway 'nat-9' does not exist.",
  );
});

describe('help', () => {
  test('has a line for every operation', () => {
    expect(COMMAND_HELP.map(({ command }) => command)).toEqual(OPERATIONS.map(commandName));
    for (const { summary } of COMMAND_HELP) expect(summary).toMatch(/^[A-Z].{10,94}[^.]$/);
  });

  test('shows what must be given, what may be left out, and what excludes each other', () => {
    const options = COMMAND_HELP.find(({ name }) => name === 'DisassociateAddress')?.options;
    expect(options).toEqual(['(--association-id eipassoc-… | --public-ip ADDRESS)', '[--dry-run]']);
  });
});
