import { describe, expect, test } from 'vitest';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const create = 'create-nat-gateway --vpc-id vpc-red --availability-mode regional';
const byHand = `${create} --availability-zone-addresses AvailabilityZone=us-east-1a,AllocationIds=eipalloc-free`;

describe('a regional NAT gateway (D-RNAT)', () => {
  test('managed by AWS has an address in each zone where something stands', () => {
    const world = edit(makeWorld(), create);
    expect(world.gateways['nat-1']).toEqual({
      kind: 'regional-nat-gateway',
      vpcId: 'vpc-red',
      mode: 'auto',
      state: 'available',
      zones: { 'us-east-1a': ['eipalloc-1'] },
    });
    expect(world.elasticIps['eipalloc-1']).toEqual({ publicIp: '203.0.113.100' });
  });

  test('managed by hand has what it is given', () => {
    expect(edit(makeWorld(), byHand).gateways['nat-1']).toMatchObject({
      mode: 'manual',
      zones: { 'us-east-1a': ['eipalloc-free'] },
    });
  });

  test('is a target of routes like any NAT gateway', () => {
    const world = edit(
      makeWorld(),
      create,
      'create-route --route-table-id rtb-app --destination-cidr-block 0.0.0.0/0 --nat-gateway-id nat-1',
    );
    expect(world.routeTables['rtb-app']?.routes.at(-1)).toMatchObject({ target: 'nat-1' });
  });

  test('is described with its own table and its zones', () => {
    expect(outputOf(edit(makeWorld(), byHand), 'describe-nat-gateways --nat-gateway-ids nat-1')).toEqual({
      NatGateways: [
        {
          NatGatewayId: 'nat-1',
          VpcId: 'vpc-red',
          State: 'available',
          ConnectivityType: 'public',
          AvailabilityMode: 'regional',
          AutoProvisionZones: 'disabled',
          RouteTableId: 'rtb-nat-1',
          NatGatewayAddresses: [
            {
              AvailabilityZone: 'us-east-1a',
              AllocationId: 'eipalloc-free',
              PublicIp: '203.0.113.9',
              Status: 'succeeded',
            },
          ],
        },
      ],
    });
  });

  test('fails without an internet gateway, after the call has succeeded', () => {
    const world = edit(makeWorld({ gateways: { 'igw-red': { kind: 'internet-gateway' } } }), create);
    expect(world.gateways['nat-1']).toMatchObject({ state: 'failed', failureCode: 'Gateway.NotAttached' });
  });

  test('holds its VPC’s internet gateway where it is, as any mapped address does (C-LOG)', () => {
    const bare = edit(makeWorld(), 'stop-instances --instance-ids i-web');
    const detach = 'detach-internet-gateway --internet-gateway-id igw-red --vpc-id vpc-red';
    expect(refusal(bare, detach)).toBe('success');
    expect(refusal(edit(bare, create), detach)).toBe('DependencyViolation');
    expect(refusal(edit(bare, create, 'delete-nat-gateway --nat-gateway-id nat-1'), detach)).toBe('success');
  });

  test('deleted, gives its own addresses back and leaves the customer’s', () => {
    const remove = 'delete-nat-gateway --nat-gateway-id nat-1';
    expect(edit(makeWorld(), create, remove).elasticIps).not.toHaveProperty('eipalloc-1');
    expect(edit(makeWorld(), byHand, remove).elasticIps).toHaveProperty('eipalloc-free');
  });

  test.each<[string, readonly string[], string, string]>([
    ['neither subnet nor VPC', [], 'create-nat-gateway --allocation-id eipalloc-free', 'MissingParameter'],
    [
      'a VPC without the mode',
      [],
      'create-nat-gateway --vpc-id vpc-red --allocation-id eipalloc-free',
      'InvalidParameterValue',
    ],
    [
      'a subnet with the mode',
      [],
      'create-nat-gateway --subnet-id subnet-pub --availability-mode regional',
      'InvalidParameterCombination',
    ],
    ['an address for all zones', [], `${create} --allocation-id eipalloc-free`, 'InvalidParameterCombination'],
    ['a private one', [], `${create} --connectivity-type private`, 'InvalidParameterValue'],
    ['an unknown VPC', [], 'create-nat-gateway --vpc-id vpc-x --availability-mode regional', 'InvalidVpcID.NotFound'],
    ['an unknown address', [], byHand.replace('eipalloc-free', 'eipalloc-x'), 'InvalidAllocationID.NotFound'],
    ['a busy address', [], byHand.replace('eipalloc-free', 'eipalloc-blue'), 'Resource.AlreadyAssociated'],
    [
      'its address for an instance',
      [byHand],
      'associate-address --allocation-id eipalloc-free --instance-id i-app',
      'AuthFailure',
    ],
    ['its address for nobody', [byHand], 'release-address --allocation-id eipalloc-free', 'AuthFailure'],
    [
      'a zonal gateway’s further address for it',
      [byHand],
      'associate-nat-gateway-address --nat-gateway-id nat-1 --allocation-ids eipalloc-free',
      'InvalidParameterValue',
    ],
  ])('%s is refused', (_what, before, line, code) => {
    expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
  });
});
