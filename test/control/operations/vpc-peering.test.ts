import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { GATEWAY_REFERENCES } from '../../../src/dataplane/gateways/registry.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const ask = 'create-vpc-peering-connection --vpc-id vpc-red --peer-vpc-id vpc-blue';
const accept = 'accept-vpc-peering-connection --vpc-peering-connection-id pcx-1';
const reject = 'reject-vpc-peering-connection --vpc-peering-connection-id pcx-1';
const remove = 'delete-vpc-peering-connection --vpc-peering-connection-id pcx-1';
const route =
  'create-route --route-table-id rtb-app --destination-cidr-block 172.31.0.0/16 --vpc-peering-connection-id pcx-1';

/** vpc-dataplane 5.2 and 7.3: the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['an unknown requester', [], ask.replace('vpc-red', 'vpc-x'), 'InvalidVpcID.NotFound', 'D-ERR'],
  ['a pair that is already asked', [ask], ask, 'VpcPeeringConnectionAlreadyExists', 'D-ERR'],
  ['a pair that is already peered', [ask, accept], ask, 'VpcPeeringConnectionAlreadyExists', 'D-ERR'],
  [
    'the same pair the other way round',
    [ask],
    'create-vpc-peering-connection --vpc-id vpc-blue --peer-vpc-id vpc-red',
    'VpcPeeringConnectionAlreadyExists',
    'D-ERR',
  ],
  ['accepting an unknown one', [], accept, 'InvalidVpcPeeringConnectionID.NotFound', 'D-ERR'],
  ['accepting twice', [ask, accept], accept, 'InvalidStateTransition', 'D-ERR'],
  ['accepting a rejected one', [ask, reject], accept, 'InvalidStateTransition', 'D-ERR'],
  ['rejecting an active one', [ask, accept], reject, 'InvalidStateTransition', 'D-ERR'],
  ['deleting a deleted one', [ask, remove], remove, 'InvalidStateTransition', 'D-ERR'],
  ['a malformed id', [], accept.replace('pcx-1', 'igw-red'), 'InvalidVpcPeeringConnectionId.Malformed', 'D-ERR'],
  ['a route to an unknown one', [], route, 'InvalidVpcPeeringConnectionID.NotFound', 'D-ERR'],
  ['a route to one that is over', [ask, remove], route, 'InvalidParameterValue', 'inferred'],
  [
    'a route to one that is given as a gateway',
    [ask],
    route.replace('--vpc-peering-connection-id', '--gateway-id'),
    'InvalidGatewayID.NotFound',
    'C-LOG',
  ],
  [
    'a route inside the own block',
    [ask],
    route.replace('172.31.0.0/16', '10.1.1.0/24'),
    'InvalidParameterValue',
    'C-LOG, D-RT',
  ],
  [
    'its route again, another target',
    [ask, route],
    route.replace('--vpc-peering-connection-id pcx-1', '--gateway-id igw-red'),
    'RouteAlreadyExists',
    'D-ERR',
  ],
];

describe('EC2 refuses', () => {
  test.each(refusals)('%s', (_case, before, line, code) => {
    expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
  });

  test('more requests than the quota lets wait, and more active ones than it grants (D-LIM23)', () => {
    const quotas = { quotas: { peeringRequests: 0 } };
    expect(refusal(makeWorld(quotas), ask)).toBe('OutstandingVpcPeeringConnectionLimitExceeded');
    const active = edit(makeWorld({ quotas: { activePeerings: 0 } }), ask);
    expect(refusal(active, accept)).toBe('ActiveVpcPeeringConnectionPerVpcLimitExceeded');
  });
});

const stateOf = (world: ReturnType<typeof makeWorld>, pcxId = 'pcx-1') =>
  (
    outputOf(world, `describe-vpc-peering-connections --vpc-peering-connection-ids ${pcxId}`) as never as {
      VpcPeeringConnections: readonly { Status: { Code: string } }[];
    }
  ).VpcPeeringConnections[0]?.Status.Code;

describe('a peering connection', () => {
  test.each<[string, string, readonly string[]]>([
    ['waits for the other side', 'pending-acceptance', [ask]],
    ['is active once accepted', 'active', [ask, accept]],
    ['is rejected', 'rejected', [ask, reject]],
    ['stays visible when deleted', 'deleted', [ask, accept, remove]],
    // Source: C-LOG, D-PEER: the call succeeds, the connection fails.
    ['fails with a VPC that is not there', 'failed', [ask.replace('vpc-blue', 'vpc-nowhere')]],
    ['fails with itself', 'failed', [ask.replace('vpc-blue', 'vpc-red')]],
  ])('%s', (_case, state, lines) => {
    const world = edit(makeWorld(), ...lines);
    expect(stateOf(world)).toBe(state);
    expect(checkWorld(world, GATEWAY_REFERENCES)).toEqual([]);
  });

  test('fails on any overlap, used or not, though the call succeeds (C-LOG, D-PEER)', () => {
    const overlapping = makeWorld({ vpcs: { 'vpc-green': { cidrs: ['10.9.0.0/16', '10.1.128.0/20'] } } });
    const world = edit(overlapping, ask.replace('vpc-blue', 'vpc-green'));
    expect(stateOf(world)).toBe('failed');
    expect(refusal(world, accept)).toBe('InvalidStateTransition');
  });

  test('prints how it begins, not how it ends', () => {
    expect(outputOf(makeWorld(), ask)).toEqual({
      VpcPeeringConnection: {
        VpcPeeringConnectionId: 'pcx-1',
        RequesterVpcInfo: { CidrBlock: '10.1.0.0/16', VpcId: 'vpc-red', Region: 'us-east-1' },
        AccepterVpcInfo: { CidrBlock: '172.31.0.0/16', VpcId: 'vpc-blue', Region: 'us-east-1' },
        Status: { Code: 'initiating-request', Message: 'Initiating request' },
      },
    });
  });

  test('can be asked for again once it is over, under a new id', () => {
    const world = edit(makeWorld(), ask, reject, ask);
    expect(stateOf(world, 'pcx-2')).toBe('pending-acceptance');
  });

  // Source: D-PEER (vpc-dataplane 5.2): CreateRoute succeeds while it waits; the route is a blackhole until it is active.
  test('may be routed to while it waits, as a blackhole', () => {
    const states = (world: ReturnType<typeof makeWorld>) => {
      const { RouteTables } = outputOf(world, 'describe-route-tables --route-table-ids rtb-app') as never as {
        RouteTables: readonly { Routes: readonly { VpcPeeringConnectionId?: string; State: string }[] }[];
      };
      return RouteTables[0]!.Routes.flatMap((each) => (each.VpcPeeringConnectionId ? [each.State] : []));
    };
    const waiting = edit(makeWorld(), ask, route);
    expect(states(waiting)).toEqual(['blackhole']);
    expect(states(edit(waiting, accept))).toEqual(['active']);
    expect(states(edit(waiting, accept, remove))).toEqual(['blackhole']);
  });

  test('with routes on both sides joins the VPCs', () => {
    const bare = buildWorld(worldFile('peering'), {
      gateways: { 'pcx-1': undefined },
      securityGroups: { 'sg-blue': { inbound: [] } },
      routeTables: { 'rtb-red': { routes: [] }, 'rtb-blue': { routes: [] } },
    });
    const world = edit(
      bare,
      'create-vpc-peering-connection --vpc-id vpc-red --peer-vpc-id vpc-blue',
      'accept-vpc-peering-connection --vpc-peering-connection-id pcx-1',
      'create-route --route-table-id rtb-red --destination-cidr-block 10.2.0.0/16 --vpc-peering-connection-id pcx-1',
      'create-route --route-table-id rtb-blue --destination-cidr-block 10.1.0.0/16 --vpc-peering-connection-id pcx-1',
      'authorize-security-group-ingress --group-id sg-blue --protocol tcp --port 443 --source-group sg-red',
    );
    expect(traceExchange(world, { from: 'i-red', to: 'i-blue' }).outcome).toBe('conversed');
  });

  test('leaves rules behind that name the peer’s groups: they can be taken away, and not written again (D-PEER)', () => {
    const gone = edit(
      buildWorld(worldFile('peering')),
      'delete-vpc-peering-connection --vpc-peering-connection-id pcx-1',
    );
    const rule = 'security-group-ingress --group-id sg-blue --protocol tcp --port 0-65535 --source-group sg-red';
    expect(refusal(gone, `authorize-${rule}`)).toBe('InvalidGroup.NotFound');
    const mended = edit(gone, `revoke-${rule}`);
    expect(mended.securityGroups['sg-blue']!.inbound).not.toContainEqual(expect.objectContaining({ peer: 'sg-red' }));
  });
});
