// A World as namespaces, wires and tables; and the machines in them that can send and answer.

import type { Listener } from '../../src/cloud/machine.ts';
import type { World } from '../../src/cloud/world.ts';
import { isIpv4 } from '../../src/net/address.ts';
import { makeEdge, makeFabric, makeInternet } from './edge.ts';
import { firewallOf, guestTable, makeInstance, makeNatGateway } from './guest.ts';
import { makeHost } from './host.ts';
import { type Layout, layOut } from './layout.ts';
import { GUEST, OUTSIDE, type Station } from './station.ts';

interface Machine {
  readonly id: string;
  readonly station: string;
  readonly addresses: readonly string[];
  /** Left out: it answers on every port. */
  readonly listeners?: readonly Listener[] | undefined;
}

export interface Plan {
  readonly stations: readonly Station[];
  readonly machines: readonly Machine[];
}

/** `strangers` are public addresses that probes use and the World does not name. */
export function planWorld(world: World, strangers: readonly string[]): Plan {
  const layout = layOut(world);
  const internet = makeInternet(layout, strangers);
  for (const [id, { application }] of Object.entries(world.internet))
    internet.find(({ name }) => name === OUTSIDE(id))?.nft.push(guestTable([], [], firewallOf(application)));
  return { stations: [...makeInside(layout), ...internet], machines: listMachines(layout, strangers) };
}

function makeInside(layout: Layout): Station[] {
  const { world, enis } = layout;
  const services = new Set(enis.flatMap(({ record }) => record.managedBy ?? []));
  return [
    makeFabric(layout),
    makeEdge(layout),
    ...[...Object.keys(world.hosts), 'hyperplane'].map((id) => makeHost(layout, id)),
    ...Object.keys(world.instances).map((id) => makeInstance(layout, id)),
    ...[...services].map((id) => makeNatGateway(layout, id)),
  ];
}

function listMachines({ world, enis }: Layout, strangers: readonly string[]): Machine[] {
  const instances = Object.entries(world.instances).map(([id, { application }]) => {
    const own = enis.filter(({ record }) => record.instanceId === id);
    return {
      id,
      station: GUEST(id),
      addresses: own.flatMap(({ addresses }) => addresses),
      listeners: application.listeners,
    };
  });
  const named = Object.entries(world.internet).flatMap(([id, { address, application }]) =>
    isIpv4(address) ? [{ id, station: OUTSIDE(id), addresses: [address], listeners: application.listeners }] : [],
  );
  return [...instances, ...named, ...strangers.map((id) => ({ id, station: OUTSIDE(id), addresses: [id] }))];
}
