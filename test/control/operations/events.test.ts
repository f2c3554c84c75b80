import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

describe('what happens without anybody’s edit', () => {
  const ping = { from: 'i-web', to: 'i-app' } as const;
  const outcome = (...lines: readonly string[]) => traceExchange(edit(makeWorld(), ...lines), ping).outcome;

  test('a zone is lost, and comes back', () => {
    expect(outcome('lab lose-zone --zone us-east-1a')).toBe('dropped');
    expect(outcome('lab lose-zone --zone us-east-1a', 'lab restore-zone --zone us-east-1a')).toBe('conversed');
  });

  test('losing a zone twice is losing it once', () => {
    const world = edit(makeWorld(), 'lab lose-zone --zone us-east-1a', 'lab lose-zone --zone us-east-1a');
    expect(world.conditions.lostZones).toEqual(['us-east-1a']);
  });

  test('time adds up', () => {
    expect(edit(makeWorld(), 'lab wait --seconds 300', 'lab wait --seconds 100').conditions.idleSeconds).toBe(400);
  });

  test('a keep-alive is part of a machine’s software', () => {
    const world = edit(makeWorld(), 'lab set-keep-alive --machine i-app --seconds 300');
    expect(world.instances['i-app']?.application.keepAliveSeconds).toBe(300);
    expect(readWorld(world).ok).toBe(true);
  });

  test.each([
    ['a zone in which nothing stands', 'lab lose-zone --zone eu-west-1a', 'InvalidParameterValue'],
    ['its return', 'lab restore-zone --zone eu-west-1a', 'InvalidParameterValue'],
    ['no time at all', 'lab wait --seconds 0', 'InvalidParameterValue'],
    ['the keep-alive of nobody', 'lab set-keep-alive --machine i-nobody --seconds 60', 'InvalidMachine.NotFound'],
  ])('%s is refused', (_what, line, code) => {
    expect(refusal(makeWorld(), line)).toBe(code);
  });
});

describe('further addresses of a NAT gateway', () => {
  const start = () =>
    edit(
      makeWorld({
        elasticIps: { 'eipalloc-more': { publicIp: '203.0.113.11' }, 'eipalloc-nat': { publicIp: '203.0.113.12' } },
      }),
      'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-nat',
      'create-nat-gateway --subnet-id subnet-app --connectivity-type private',
    );
  const associate = 'associate-nat-gateway-address --nat-gateway-id nat-1 --allocation-ids';
  const assign = 'assign-private-nat-gateway-address --nat-gateway-id nat-2';

  test('a second Elastic IP stands on a private address of its own (D-NAT)', () => {
    const world = edit(start(), `${associate} eipalloc-free`);
    expect(world.networkInterfaces['eni-1']?.addresses).toEqual([{ address: '10.1.1.4' }, { address: '10.1.1.5' }]);
    expect(world.elasticIps['eipalloc-free']?.association?.privateIp).toBe('10.1.1.5');
    expect(checkWorld(world)).toEqual([]);
  });

  test('the call prints both, the first as the primary one', () => {
    expect(outputOf(start(), `${associate} eipalloc-free --private-ip-addresses 10.1.1.60`)).toMatchObject({
      NatGatewayId: 'nat-1',
      NatGatewayAddresses: [
        { PublicIp: '203.0.113.12', IsPrimary: true },
        { PublicIp: '203.0.113.9', PrivateIp: '10.1.1.60', IsPrimary: false },
      ],
    });
  });

  test('taken away again, the Elastic IP stays allocated', () => {
    const world = edit(
      start(),
      `${associate} eipalloc-free`,
      'disassociate-nat-gateway-address --nat-gateway-id nat-1 --association-ids eipassoc-2',
    );
    expect(world.elasticIps['eipalloc-free']).toEqual({ publicIp: '203.0.113.9' });
    expect(world.networkInterfaces['eni-1']?.addresses).toEqual([{ address: '10.1.1.4' }]);
  });

  test('deleting the gateway frees them all (D-NAT)', () => {
    const world = edit(start(), `${associate} eipalloc-free`, 'delete-nat-gateway --nat-gateway-id nat-1');
    expect([world.elasticIps['eipalloc-free'], world.elasticIps['eipalloc-nat']]).toEqual([
      { publicIp: '203.0.113.9' },
      { publicIp: '203.0.113.12' },
    ]);
  });

  test('a private gateway takes private addresses, and gives them back', () => {
    const more = edit(start(), `${assign} --private-ip-address-count 2`);
    expect(more.networkInterfaces['eni-2']?.addresses.map(({ address }) => address)).toEqual([
      '10.1.2.4',
      '10.1.2.5',
      '10.1.2.6',
    ]);
    const less = edit(
      more,
      'unassign-private-nat-gateway-address --nat-gateway-id nat-2 --private-ip-addresses 10.1.2.5',
    );
    expect(less.networkInterfaces['eni-2']?.addresses).toHaveLength(2);
  });

  const three = `${associate} eipalloc-free eipalloc-more`;
  test.each<[string, readonly string[], string, string, string]>([
    [
      'an unknown gateway',
      [],
      'associate-nat-gateway-address --nat-gateway-id nat-9 --allocation-ids eipalloc-free',
      'NatGatewayNotFound',
      'C-TF',
    ],
    ['an unknown address', [], `${associate} eipalloc-x`, 'InvalidAllocationID.NotFound', 'C-LOG'],
    ['a busy address', [], `${associate} eipalloc-blue`, 'Resource.AlreadyAssociated', 'D-API'],
    ['a third address', [], three, 'AddressLimitExceeded', 'D-LIM; code inferred'],
    [
      'a third address with a raised quota',
      ['lab set-quota --quota addressesPerNatGateway --value 8'],
      three,
      'success',
      'D-LIM',
    ],
    [
      'a public address for a private gateway',
      [],
      'associate-nat-gateway-address --nat-gateway-id nat-2 --allocation-ids eipalloc-free',
      'InvalidParameterValue',
      'inferred',
    ],
    [
      'a private address for a public gateway',
      [],
      'assign-private-nat-gateway-address --nat-gateway-id nat-1 --private-ip-address-count 1',
      'InvalidParameterValue',
      'inferred',
    ],
    [
      'an address outside the subnet',
      [],
      `${assign} --private-ip-addresses 10.1.1.9`,
      'InvalidParameterValue',
      'C-LOG',
    ],
    ['an address in use', [], `${assign} --private-ip-addresses 10.1.2.20`, 'InvalidIPAddress.InUse', 'C-LOG'],
    [
      'taking the first address away',
      [],
      'disassociate-nat-gateway-address --nat-gateway-id nat-1 --association-ids eipassoc-1',
      'InvalidParameterValue',
      'EC2 API reference; code inferred',
    ],
    [
      'taking a private gateway’s first address away',
      [],
      'unassign-private-nat-gateway-address --nat-gateway-id nat-2 --private-ip-addresses 10.1.2.4',
      'InvalidParameterValue',
      'EC2 API reference; code inferred',
    ],
  ])('%s: %s', (_what, before, line, code) => {
    expect(refusal(edit(start(), ...before), line)).toBe(code);
  });
});
