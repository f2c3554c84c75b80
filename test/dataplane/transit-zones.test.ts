import { describe, expect, test } from 'vitest';
import type { Trace } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const build = (...changes: readonly Part[]) => buildWorld(worldFile('transit-gateway'), ...changes);

describe('zones of an attachment', () => {
  const twoZones: Part = {
    subnets: {
      'subnet-out-tgw-b': { vpcId: 'vpc-out', cidr: '10.9.255.16/28', availabilityZone: 'us-east-1b' },
      'subnet-red-tgw-b': { vpcId: 'vpc-red', cidr: '10.1.255.16/28', availabilityZone: 'us-east-1b' },
    },
    networkInterfaces: {
      'eni-out-tgw-b': {
        subnetId: 'subnet-out-tgw-b',
        managedBy: 'tgw-attach-out',
        addresses: [{ address: '10.9.255.20' }],
      },
      'eni-red-tgw-b': {
        subnetId: 'subnet-red-tgw-b',
        managedBy: 'tgw-attach-red',
        addresses: [{ address: '10.1.255.20' }],
      },
    },
    routeAssociations: { 'rtbassoc-out-tgw-b': { routeTableId: 'rtb-out-tgw', subnetId: 'subnet-out-tgw-b' } },
    gateways: {
      'tgw-attach-out': {
        nodes: [
          { subnetId: 'subnet-out-tgw', networkInterfaceId: 'eni-out-tgw' },
          { subnetId: 'subnet-out-tgw-b', networkInterfaceId: 'eni-out-tgw-b' },
        ],
      },
      'tgw-attach-red': {
        nodes: [
          { subnetId: 'subnet-red-tgw', networkInterfaceId: 'eni-red-tgw' },
          { subnetId: 'subnet-red-tgw-b', networkInterfaceId: 'eni-red-tgw-b' },
        ],
      },
    },
  };

  /** The interface by which the packet entered the egress VPC. */
  const entryOf = (change: Part, from: string) => {
    const { request } = traceExchange(build(twoZones, change), { from, to: 'client' });
    const wraps = request.hops.flatMap(({ node, steps }) => (node === 'tgw-attach-out' ? steps : [])).at(-1)
      ?.after.wraps;
    const header = wraps?.find(({ layer }) => layer === 'vpc');
    return header?.layer === 'vpc' ? header.from : undefined;
  };

  test('a packet stays in its sender’s zone where it can (D-TGW)', () => {
    expect(entryOf({}, 'i-red')).toBe('eni-out-tgw');
    expect(entryOf({}, 'i-far')).toBe('eni-out-tgw-b');
  });

  test('in appliance mode the flow decides, the same for both directions (D-TGW)', () => {
    const appliance: Part = { gateways: { 'tgw-attach-out': { applianceMode: true } } };
    const reversed = (address: string) => traceExchange(build(twoZones, appliance), { from: 'i-red', to: address });
    expect(reversed('198.51.100.8').outcome).toBe('conversed');
    const entries = new Set(
      ['198.51.100.8', '198.51.100.9', '8.8.8.8', '1.1.1.1'].map((to) => {
        const { request } = traceExchange(build(twoZones, appliance), { from: 'i-red', to });
        const header = request.hops.find(({ node }) => node === 'tgw-attach-out')?.steps.at(-1)?.after.wraps[1];
        return header?.layer === 'vpc' ? header.from : undefined;
      }),
    );
    expect([...entries].sort()).toEqual(['eni-out-tgw', 'eni-out-tgw-b']);
  });

  test('with three zones on both sides, a flow crosses by the same zone there and back (D-TGW)', () => {
    const nodes = (side: 'red' | 'blue', net: number) =>
      ['a', 'b', 'c'].map((zone, index) => ({ zone, subnetId: `subnet-${side}-${zone}`, net, index, side }));
    const all = [...nodes('red', 1), ...nodes('blue', 2)];
    const attachment = (side: string) => ({
      applianceMode: true,
      nodes: all
        .filter((node) => node.side === side)
        .map(({ zone, subnetId }) => ({ subnetId, networkInterfaceId: `eni-${side}-${zone}` })),
    });
    const threeZones: Part = {
      subnets: Object.fromEntries(
        all.map(({ side, zone, subnetId, net, index }) => [
          subnetId,
          { vpcId: `vpc-${side}`, cidr: `10.${net}.250.${16 * index}/28`, availabilityZone: `us-east-1${zone}` },
        ]),
      ),
      networkInterfaces: {
        'eni-red-tgw': undefined,
        'eni-blue-tgw': undefined,
        ...Object.fromEntries(
          all.map(({ side, zone, subnetId, net, index }) => {
            const addresses = [{ address: `10.${net}.250.${16 * index + 4}` }];
            return [`eni-${side}-${zone}`, { subnetId, managedBy: `tgw-attach-${side}`, addresses }];
          }),
        ),
      },
      gateways: { 'tgw-attach-red': attachment('red'), 'tgw-attach-blue': attachment('blue') },
    };
    const zoneOf = (trace: Trace | undefined) =>
      trace?.hops
        .flatMap(({ steps }) => steps)
        .flatMap(({ after }) => after.wraps.flatMap((wrap) => (wrap.layer === 'vpc' ? [wrap.from] : [])))
        .find((from) => /^eni-(red|blue)-[abc]$/.test(from))
        ?.at(-1);
    const zones = [5, 6, 7, 8, 9, 10].map((last) => {
      const address = `10.2.1.${last}`;
      const world = build(threeZones, { networkInterfaces: { 'eni-blue': { addresses: [{ address }] } } });
      const { request, reply } = traceExchange(world, { from: 'i-red', to: 'i-blue' });
      return [zoneOf(request), zoneOf(reply)];
    });
    for (const [there, back] of zones) expect(back).toBe(there);
    expect([...new Set(zones.map(([there]) => there))].sort()).toEqual(['a', 'b', 'c']);
  });

  test('a lost zone sends packets by another', () => {
    expect(entryOf({ conditions: { lostZones: ['us-east-1b'] } }, 'i-red')).toBe('eni-out-tgw');
  });
});
