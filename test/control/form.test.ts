import { describe, expect, test } from 'vitest';
import { answer, isPossible, listMoves, nextQuestion, type Tool } from '../../src/control/form.ts';
import { findOperation } from '../../src/control/operations/registry.ts';
import { edit, makeWorld } from './lab-world.ts';

/** Asks the form's questions, answering each with the text given; the questions asked, as their parameters. */
function interview(tool: Tool, answers: readonly string[], world = makeWorld()) {
  const definition = findOperation(tool.name)!;
  const asked: string[] = [];
  let input = {};
  for (;;) {
    const question = nextQuestion(world, tool, input);
    if (!question) return { asked, input };
    asked.push(question.parameters.join('|'));
    const text = answers[asked.length - 1];
    const candidate = question.candidates.find((each) => each.text === text);
    if (!candidate) return { asked, input, offered: question.candidates.map((each) => each.text) };
    input = answer(definition, input, candidate);
  }
}

describe('associating an address', () => {
  test('asks for the address, then for the interface', () => {
    expect(interview({ name: 'AssociateAddress' }, ['eipalloc-free', 'eni-app'])).toEqual({
      asked: ['AllocationId|PublicIp', 'NetworkInterfaceId|InstanceId'],
      input: { AllocationId: 'eipalloc-free', NetworkInterfaceId: 'eni-app' },
    });
  });

  test('asks for the private address only where the interface has several', () => {
    const { asked, offered } = interview({ name: 'AssociateAddress' }, ['eipalloc-free', 'eni-fw']);
    expect(asked.at(-1)).toBe('PrivateIpAddress');
    expect(offered).toEqual(['10.1.2.30', '10.1.2.31']);
  });

  test('does not offer a service’s interface', () => {
    const world = edit(makeWorld(), 'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-free');
    expect(interview({ name: 'AssociateAddress' }, ['eipalloc-blue'], world).offered).not.toContain('eni-1');
  });
});

describe('creating a route', () => {
  test('offers as destinations only what the table has not', () => {
    expect(interview({ name: 'CreateRoute' }, ['rtb-pub']).offered).toEqual([
      '192.0.2.80/32',
      '10.1.1.0/24',
      '10.1.2.0/24',
    ]);
  });

  test('offers no gateway for a subnet’s block', () => {
    expect(interview({ name: 'CreateRoute' }, ['rtb-pub', '10.1.2.0/24']).offered).toEqual(['eni-fw']);
  });

  test('keeps to the values of a level', () => {
    const tool = { name: 'CreateRoute', values: { DestinationCidrBlock: ['198.51.100.0/24'] } };
    expect(interview(tool, ['rtb-pub']).offered).toEqual(['198.51.100.0/24']);
  });
});

test('no answer leads into a question without answers', () => {
  expect(interview({ name: 'DeleteRoute' }, []).offered).toEqual(['rtb-pub']);
  expect(interview({ name: 'ReplaceRoute' }, []).offered).toContain('rtb-pub');
});

test('an operation with nothing to work on is known to be impossible', () => {
  expect(isPossible(makeWorld(), { name: 'DeleteNatGateway' })).toBe(false);
  expect(isPossible(makeWorld(), { name: 'StartInstances' })).toBe(false);
  expect(isPossible(makeWorld(), { name: 'StopInstances' })).toBe(true);
  expect(isPossible(makeWorld(), { name: 'AllocateAddress' })).toBe(true);
});

test('a flag is offered only the way it would change something', () => {
  const moves = listMoves(makeWorld(), [{ name: 'ModifySubnetAttribute' }]);
  expect(moves.map(({ input }) => [input.SubnetId, input.MapPublicIpOnLaunch])).toEqual([
    ['subnet-pub', true],
    ['subnet-app', true],
    ['subnet-blue', false],
  ]);
});

test('a value that its parameter cannot read is not a move', () => {
  const tool = { name: 'CreateRoute', values: { DestinationCidrBlock: ['everything'] } };
  expect(listMoves(makeWorld(), [tool])).toEqual([]);
});

test('looking is not a move', () => {
  expect(listMoves(makeWorld(), [{ name: 'DescribeVpcs' }])).toEqual([]);
});
