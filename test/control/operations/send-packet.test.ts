import { describe, expect, test } from 'vitest';
import { candidatesFor, nextQuestion } from '../../../src/control/form.ts';
import { findOperation } from '../../../src/control/operations/registry.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';
import { makeWorld, outputOf, refusal } from '../lab-world.ts';

/** The World of vpc-dataplane 4.1: i-app stands behind a NAT gateway, i-web has an Elastic IP. */
const world = buildWorld(worldFile('nat'));

test.each([
  ['through a NAT gateway', '--from i-app --to client', { Outcome: 'conversed', SeenAs: '52.0.0.9' }],
  ['to an address', '--from i-app --to 198.51.100.8', { Outcome: 'conversed', SeenAs: '52.0.0.9' }],
  ['to a machine by what people call it', '--from app --to web', { Outcome: 'conversed', SeenAs: '10.0.2.10' }],
  ['from outside', '--from client --to i-web', { Outcome: 'conversed', SeenAs: '198.51.100.8' }],
  [
    'to a port that no rule lets in',
    '--from client --to i-web --port 22',
    { Outcome: 'dropped', Code: 'ENI_SG_RULES_MISMATCH', At: 'sg-web' },
  ],
  [
    'by a protocol that no rule lets in',
    '--from client --to i-web --protocol icmp',
    { Outcome: 'dropped', Code: 'ENI_SG_RULES_MISMATCH', At: 'sg-web' },
  ],
])('%s', (_way, options, output) => {
  expect(outputOf(world, `lab send-packet ${options}`)).toEqual(output);
});

test('tells where an answer is lost, although the request has arrived', () => {
  const oneWay = buildWorld(worldFile('nat'), { networkAcls: { 'acl-q': { outbound: [] } } });
  expect(outputOf(oneWay, 'lab send-packet --from client --to i-web')).toEqual({
    Outcome: 'delivered',
    Code: 'SUBNET_ACL_RESTRICTION',
    At: 'acl-q',
    SeenAs: '198.51.100.8',
  });
});

test.each(['--from i-x --to i-app', '--from i-app --to i-x'])('refuses a machine that is not there: %s', (options) => {
  expect(refusal(makeWorld(), `lab send-packet ${options}`)).toBe('InvalidMachine.NotFound');
});

test('names a dozen machines at most, and says what to do where there is none', () => {
  const many = Array.from({ length: 14 }, (_, index) => [`box-${index}`, { address: `192.0.2.${index + 1}` }]);
  expect(refusal(buildWorld({ internet: Object.fromEntries(many) }), 'lab send-packet --from box --to box-1')).toBe(
    'InvalidMachine.NotFound',
  );
  expect(refusal(buildWorld({}), 'lab send-packet --from box --to 192.0.2.1')).toBe('InvalidMachine.NotFound');
});

describe('its form', () => {
  const tool = { name: 'SendPacket' };
  const offered = (input: object) => nextQuestion(world, tool, { ...input })?.candidates.map(({ text }) => text);

  test('asks from where, to where, by what and to which port', () => {
    expect(offered({})).toEqual(['i-app', 'i-web', 'client']);
    expect(offered({ From: 'i-app' })).toEqual(['i-web', 'client']);
    expect(offered({ From: 'i-app', To: 'client' })).toEqual(['tcp', 'udp', 'icmp']);
    expect(offered({ From: 'i-app', To: 'client', Protocol: 'udp' })).toEqual(['443', '80', '22', '5432']);
  });

  test('asks for no port of ICMP, which has none', () => {
    const ports = candidatesFor(world, findOperation('SendPacket')!, tool, 'Port', { Protocol: 'icmp' });
    expect(ports).toEqual([]);
  });
});
