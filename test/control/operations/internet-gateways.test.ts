import { expect, test } from 'vitest';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const attach = (gateway: string, vpc: string) =>
  `attach-internet-gateway --internet-gateway-id ${gateway} --vpc-id ${vpc}`;
const detach = (gateway: string, vpc: string) =>
  `detach-internet-gateway --internet-gateway-id ${gateway} --vpc-id ${vpc}`;
const unmapBlue = 'disassociate-address --association-id eipassoc-blue';

/** vpc-dataplane 5.2: the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  [
    'a sixth gateway',
    ['create-internet-gateway', 'create-internet-gateway'],
    'create-internet-gateway',
    'InternetGatewayLimitExceeded',
    'D-ERR',
  ],
  [
    'a gateway that is attached elsewhere',
    [],
    attach('igw-blue', 'vpc-red'),
    'Resource.AlreadyAssociated',
    'C-LOG, C-OS',
  ],
  ['a gateway that is attached here', [], attach('igw-red', 'vpc-red'), 'Resource.AlreadyAssociated', 'C-LOG, C-OS'],
  ['a second gateway of a VPC', [], attach('igw-spare', 'vpc-red'), 'InvalidParameterValue', 'C-LOG, C-OS, C-EUCA'],
  ['an unknown gateway', [], attach('igw-x', 'vpc-red'), 'InvalidInternetGatewayID.NotFound', 'all'],
  ['an unknown VPC', [], attach('igw-spare', 'vpc-x'), 'InvalidVpcID.NotFound', 'all'],
  ['the detachment of what is not attached', [], detach('igw-spare', 'vpc-red'), 'Gateway.NotAttached', 'D-ERR, C-OS'],
  ['the detachment from another VPC', [], detach('igw-blue', 'vpc-red'), 'Gateway.NotAttached', 'D-ERR, C-OS'],
  ['the detachment under an Elastic IP', [], detach('igw-blue', 'vpc-blue'), 'DependencyViolation', 'C-LOG'],
  ['the detachment under a lent address', [], detach('igw-red', 'vpc-red'), 'DependencyViolation', 'C-LOG'],
  [
    'the deletion of an attached gateway',
    [],
    'delete-internet-gateway --internet-gateway-id igw-red',
    'DependencyViolation',
    'C-LOG',
  ],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

test('a new gateway is attached to nothing', () => {
  expect(outputOf(makeWorld(), 'create-internet-gateway')).toEqual({
    InternetGateway: { InternetGatewayId: 'igw-1', Attachments: [] },
  });
});

test('a gateway moves from one VPC to another by being detached and attached', () => {
  const world = edit(makeWorld(), unmapBlue, detach('igw-blue', 'vpc-blue'), attach('igw-spare', 'vpc-blue'));
  expect(world.gateways).toMatchObject({
    'igw-blue': { kind: 'internet-gateway' },
    'igw-spare': { vpcId: 'vpc-blue' },
  });
  expect(world.gateways['igw-blue']).not.toHaveProperty('vpcId');
});

// D-RTW: the routes stay.
test('a route to a detached gateway stays as a blackhole, and works again once it is attached', () => {
  const states = (world = makeWorld()) =>
    outputOf(world, 'describe-route-tables --route-table-ids rtb-pub --query RouteTables');
  const away = edit(makeWorld(), 'stop-instances --instance-ids i-web', detach('igw-red', 'vpc-red'));
  expect(JSON.stringify(states(away))).toContain('"State":"blackhole"');
  expect(JSON.stringify(states(edit(away, attach('igw-red', 'vpc-red'))))).not.toContain('blackhole');
});

test('the number of a deleted gateway is not given again, for a route may still name it', () => {
  const world = edit(makeWorld(), 'create-internet-gateway', 'delete-internet-gateway --internet-gateway-id igw-1');
  expect(outputOf(world, 'create-internet-gateway')).toMatchObject({ InternetGateway: { InternetGatewayId: 'igw-2' } });
});
