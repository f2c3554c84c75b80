import { describe, expect, test } from 'vitest';
import { formatError } from '../../src/control/apply.ts';
import { commandName, findCommand, flagsOf, parseCommand, printCommand } from '../../src/control/command.ts';
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
  ...['Value=false', 'value=False', 'false', '\'{"Value":false}\'', '\'{"Value": false}\''].map(
    (no) =>
      [
        `aws ec2 modify-network-interface-attribute --source-dest-check ${no} --network-interface-id eni-1`,
        'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --no-source-dest-check',
      ] as const,
  ),
  [
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --source-dest-check TRUE',
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --source-dest-check',
  ],
  [
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --no-source-dest-check false',
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --source-dest-check',
  ],
  [
    'aws ec2 wait nat-gateway-available --nat-gateway-ids nat-1 --debug',
    'aws ec2 wait nat-gateway-available --nat-gateway-ids nat-1',
  ],
  [
    'aws ec2 create-tags --resources [x] --tags Key=a,Value=--',
    "aws ec2 create-tags --resources '[x]' --tags Key=a,Value=--",
  ],
];

test.each(variants)('%s says %s', (line, plain) => {
  const result = parse(line);
  expect(result.ok && printCommand(result.value.operation)).toBe(plain);
});

test('without options of the CLI’s own there is no trace of them', () => {
  const result = parse('aws ec2 create-internet-gateway');
  expect(Object.keys(result.ok ? result.value : {})).toEqual(['operation']);
});

test('the CLI’s own options are kept aside', () => {
  expect(
    parse('aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text'),
  ).toMatchObject({
    value: { query: 'InternetGateway.InternetGatewayId', output: 'text' },
  });
});

interface Mistake {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
}

const unknownCommand = (message: string, remedy?: string): Mistake => ({
  code: 'UnknownCommand',
  message,
  ...(remedy && { remedy }),
});
const usage = (message: string, remedy?: string): Mistake => ({ code: 'Usage', message, ...(remedy && { remedy }) });

/** Usage errors of the CLI itself have its own sentences. */
const mistakes: readonly (readonly [string, Mistake])[] = [
  ['', unknownCommand('"" is not a command here.', 'Commands start with aws ec2, or with lab.')],
  ['ls', unknownCommand('"ls" is not a command here.', 'Commands start with aws ec2, or with lab.')],
  ['aws s3 ls', unknownCommand('"s3" is not a service that this network has.', 'Services: ec2, directconnect, elbv2.')],
  ['aws', unknownCommand('"" is not a service that this network has.', 'Services: ec2, directconnect, elbv2.')],
  ['aws ec2', unknownCommand('"" is not an operation of aws ec2 here.')],
  [
    'aws ec2 create-rout --route-table-id rtb-1',
    unknownCommand('"create-rout" is not an operation of aws ec2 here.', 'Did you mean: aws ec2 create-route'),
  ],
  ['lab', unknownCommand('"" is not an operation of lab here.')],
  [
    'lab anser --question outer',
    unknownCommand('"anser" is not an operation of lab here.', 'Did you mean: lab answer'),
  ],
  ['lab ec2', unknownCommand('"ec2" is not an operation of lab here.')],
  [
    'lab create-route',
    unknownCommand('"create-route" is not an operation of lab here.', 'Did you mean: lab create-site'),
  ],
  ['aws ec2 stop-instances', usage('the following arguments are required: --instance-ids')],
  [
    'aws ec2 create-subnet --availability-zone us-east-1a',
    usage('the following arguments are required: --vpc-id, --cidr-block'),
  ],
  ['aws ec2 stop-instances --instance-ids', usage('argument --instance-ids: expected one argument')],
  ['aws ec2 create-internet-gateway --query', usage('argument --query: expected one argument')],
  ['aws ec2 stop-instances --instance-id i-1', usage('Unknown options: --instance-id', 'Did you mean --instance-ids?')],
  [
    'aws ec2 stop-instances --colour red',
    usage('Unknown options: --colour', 'aws ec2 stop-instances takes: --instance-ids --dry-run --no-dry-run'),
  ],
  ['aws ec2 delete-nat-gateway --nat-gateway-id nat-1 nat-2 nat-3', usage('Unknown options: nat-2, nat-3')],
  [
    'aws ec2 delete-nat-gateway --no-nat-gateway-id nat-1',
    usage('Unknown options: --no-nat-gateway-id', 'Did you mean --nat-gateway-id?'),
  ],
  [
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --source-dest-check maybe',
    usage('argument --source-dest-check: expected one argument'),
  ],
  [
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --source-dest-check untrue',
    usage('argument --source-dest-check: expected one argument'),
  ],
  [
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --source-dest-check trueish',
    usage('argument --source-dest-check: expected one argument'),
  ],
];

test.each(mistakes)('%s is refused, and the right way named', (line, mistake) => {
  expect(parse(line)).toEqual({ ok: false, error: mistake });
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

test('an operation that nobody has is printed by its name', () => {
  expect(printCommand({ name: 'CreateWormhole', input: {} })).toBe('CreateWormhole');
});

test('a command is found by its whole name', () => {
  expect(findCommand('aws ec2 wait nat-gateway-available')?.name).toBe('WaitNatGatewayAvailable');
  expect(findCommand('create-route')).toBeUndefined();
});

test('a flag has two options, anything else has one', () => {
  const definition = findCommand('aws ec2 modify-network-interface-attribute')!;
  expect([...flagsOf(definition)].map(([option, { name, bare }]) => [option, name, bare])).toEqual([
    ['--network-interface-id', 'NetworkInterfaceId', undefined],
    ['--source-dest-check', 'SourceDestCheck', true],
    ['--no-source-dest-check', 'SourceDestCheck', false],
    ['--groups', 'Groups', undefined],
    ['--dry-run', 'DryRun', true],
    ['--no-dry-run', 'DryRun', false],
  ]);
});
