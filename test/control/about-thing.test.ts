import { describe, expect, test } from 'vitest';
import { offersAbout } from '../../src/control/about-thing.ts';
import { answer, type Candidate, nextQuestion, type Tool } from '../../src/control/form.ts';
import { findOperation } from '../../src/control/operations/registry.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';

const world = buildWorld(worldFile('two-zones'));
const tool = (name: string, values?: Tool['values']): Tool => ({ name, values });
const shown = (thing: string, ...tools: readonly Tool[]) =>
  offersAbout(world, tools, thing).map(
    (offer) => `${offer.tool.name} ${offer.given.map(({ parameter, text }) => `${parameter}=${text}`).join(' ')}`,
  );

describe('what can be done with a thing', () => {
  test.each([
    ['a route table', 'rtb-app', 'CreateRoute', 'CreateRoute RouteTableId=rtb-app'],
    ['a gateway as a target', 'igw-1', 'CreateRoute', 'CreateRoute GatewayId=igw-1'],
    ['a NAT gateway', 'nat-a', 'DeleteNatGateway', 'DeleteNatGateway NatGatewayId=nat-a'],
    ['a subnet', 'subnet-pub-a', 'CreateNatGateway', 'CreateNatGateway SubnetId=subnet-pub-a'],
    ['an instance by its interface', 'i-app-a', 'AssociateAddress', 'AssociateAddress NetworkInterfaceId=eni-app-a'],
    [
      'a subnet by its association',
      'subnet-app-b',
      'DisassociateRouteTable',
      'DisassociateRouteTable AssociationId=rtbassoc-app-b',
    ],
    [
      'an instance by its group',
      'i-app-a',
      'RevokeSecurityGroupIngress',
      'RevokeSecurityGroupIngress GroupId=sg-red-default',
    ],
  ])('%s: the form opens with it in its place', (_, thing, name, expected) => {
    expect(shown(thing, tool(name))).toEqual([expected]);
  });

  test('is not what the level has narrowed away', () => {
    expect(shown('rtb-app', tool('CreateRoute', { RouteTableId: ['rtb-public'] }))).toEqual([]);
    expect(shown('igw-1', tool('CreateRoute', { GatewayId: [] }))).toEqual([]);
  });

  test('is nothing where no operation names it', () => {
    expect(shown('client', tool('CreateRoute'), tool('DeleteNatGateway'))).toEqual([]);
  });

  test('for a row of the Mapping Service names its VPC and its address', () => {
    expect(shown('vpc-red/10.1.3.20', tool('PutMapping'))).toEqual([
      'PutMapping VpcId=vpc-red PrivateIpAddress=10.1.3.20',
    ]);
  });
});

test('a form with an answer given beforehand asks the rest, and offers only what goes with it', () => {
  const definition = findOperation('CreateRoute')!;
  const given: readonly Candidate[] = [{ parameter: 'GatewayId', text: 'igw-1' }];
  const first = nextQuestion(world, tool('CreateRoute'), {}, given)!;
  expect(first.parameters).toEqual(['RouteTableId']);
  const input = answer(definition, {}, { parameter: 'RouteTableId', text: 'rtb-app' });
  const second = nextQuestion(world, tool('CreateRoute'), input, given)!;
  const last = nextQuestion(world, tool('CreateRoute'), answer(definition, input, second.candidates[0]!), given)!;
  expect(last.candidates).toEqual(given);
});
