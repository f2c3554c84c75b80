// Faults to put into a healthy World: every one that a single edit, a failure or a broken row can make of it.

import type { Gateway } from '../../src/cloud/gateway.ts';
import type { World } from '../../src/cloud/world.ts';

export interface Injection {
  /** What is broken, and what the break does: `routeTables.rtb-a: without 0.0.0.0/0`. */
  readonly what: string;
  /** The records that it touches. */
  readonly touches: readonly string[];
  /** Whether it takes away where the packet was meant to go, so that nobody can say what stands behind. */
  readonly hides?: boolean;
  readonly change: (world: World) => World;
}

type Part = Exclude<keyof World, 'region' | 'publicPool' | 'substrate'>;
type Patch = Readonly<Record<string, unknown>>;

function patch(part: Part, id: string, fields: Patch, how: string, ...alsoTouches: readonly string[]): Injection {
  return {
    what: `${id}: ${how}`,
    touches: [id, ...alsoTouches],
    change: (world) => ({
      ...world,
      [part]: { ...world[part], [id]: { ...(world[part] as Record<string, object>)[id], ...fields } },
    }),
  };
}

export function listInjections(world: World): readonly Injection[] {
  return [
    ...ofTables(world),
    ...ofFilters(world),
    ...ofMachines(world),
    ...ofInterfaces(world),
    ...Object.entries(world.gateways).flatMap(([id, gateway]) => ofGateway(id, gateway)),
    ...ofAddresses(world),
  ];
}

function ofTables({ routeTables }: World): readonly Injection[] {
  return Object.entries(routeTables).flatMap(([id, { routes, propagatingVgws = [] }]) => [
    ...routes
      .filter(({ target }) => target !== 'local')
      .map((route) => {
        const others = routes.filter((each) => each !== route);
        return patch('routeTables', id, { routes: others }, `without ${route.destination}`, route.target);
      }),
    ...(propagatingVgws.length > 0
      ? [patch('routeTables', id, { propagatingVgws: [] }, 'takes no propagated routes', ...propagatingVgws)]
      : []),
  ]);
}

function ofFilters({ securityGroups, networkAcls }: World): readonly Injection[] {
  return [
    ...Object.keys(securityGroups).map((id) => ['securityGroups', id] as const),
    ...Object.keys(networkAcls).map((id) => ['networkAcls', id] as const),
  ].flatMap(([part, id]) =>
    (['inbound', 'outbound'] as const).map((direction) => patch(part, id, { [direction]: [] }, `nothing ${direction}`)),
  );
}

function ofMachines({ instances }: World): readonly Injection[] {
  return Object.entries(instances).flatMap(([id, { application, forwarding }]) => [
    patch('instances', id, { state: 'stopped' }, 'stopped'),
    patch('instances', id, { application: { ...application, listeners: [] } }, 'no program'),
    patch('instances', id, { application: { ...application, allowedSources: [] } }, 'lets nobody in'),
    ...(forwarding === 'none' ? [] : [patch('instances', id, { forwarding: 'none' }, 'does not forward')]),
  ]);
}

function ofInterfaces({ networkInterfaces, subnets }: World): readonly Injection[] {
  return Object.entries(networkInterfaces).flatMap(([id, { addresses, sourceDestCheck, subnetId, managedBy }]) => [
    ...(sourceDestCheck || managedBy
      ? []
      : [patch('networkInterfaces', id, { sourceDestCheck: true }, 'checks addresses')]),
    ...(managedBy ? [] : [unmapped(`${subnets[subnetId]!.vpcId}/${addresses[0]!.address}`, id)]),
  ]);
}

function unmapped(key: string, networkInterfaceId: string): Injection {
  return {
    what: `${networkInterfaceId}: not in the mapping`,
    touches: [networkInterfaceId],
    change: (world) => ({ ...world, mapping: { ...world.mapping, [key]: null } }),
  };
}

function ofAddresses({ elasticIps, networkInterfaces }: World): readonly Injection[] {
  return Object.entries(elasticIps).flatMap(([id, { association }]) =>
    association
      ? [
          {
            ...patch('elasticIps', id, { association: undefined }, 'mapped to nothing', association.networkInterfaceId),
            // A service's public address is all that its clients know of it.
            hides: networkInterfaces[association.networkInterfaceId]?.managedBy?.startsWith('nlb-') ?? false,
          },
        ]
      : [],
  );
}

/** What may be wrong with a kind of gateway: fields, and how it reads. */
const BREAKS: Readonly<Record<string, (gateway: Gateway) => readonly (readonly [Patch, string])[]>> = {
  'internet-gateway': () => [[{ vpcId: undefined }, 'detached']],
  'vpn-gateway': () => [[{ vpcId: undefined }, 'detached']],
  'nat-gateway': () => [[{ state: 'pending' }, 'pending']],
  'regional-nat-gateway': () => [[{ state: 'pending' }, 'pending']],
  'vpc-peering-connection': () => [[{ state: 'pending-acceptance' }, 'not accepted']],
  'vpn-connection': ({ routes }) =>
    (routes as readonly unknown[]).length > 0 ? [[{ routes: [] }, 'without routes']] : [],
  'customer-site': ({ advertises }) => [
    [{ routes: [] }, 'without routes'],
    ...((advertises as readonly unknown[]).length > 0 ? ([[{ advertises: [] }, 'tells nothing']] as const) : []),
  ],
  'gateway-endpoint': () => [[{ policy: { allows: [], denies: [] } }, 'policy allows nothing']],
  'interface-endpoint': () => [[{ state: 'pendingAcceptance' }, 'not accepted']],
  'network-load-balancer': () => [[{ listeners: [] }, 'without listeners']],
  'target-group': () => [[{ targets: [] }, 'without targets']],
  'transit-gateway-route-table': () => [
    [{ associations: [] }, 'used by nobody'],
    [{ propagations: [], routes: [] }, 'empty'],
  ],
};

function ofGateway(id: string, gateway: Gateway): readonly Injection[] {
  const broken = BREAKS[gateway.kind]?.(gateway) ?? [];
  const isLink = gateway.kind === 'vpn-connection' || gateway.kind === 'direct-connect-connection';
  return [
    ...broken.map(([fields, how]) => ({
      ...patch('gateways', id, fields, how),
      hides: gateway.kind === 'target-group',
    })),
    ...(isLink ? [down(id)] : []),
    ...(gateway.kind === 'egress-only-internet-gateway' ? [deleted(id)] : []),
  ];
}

function deleted(id: string): Injection {
  const change = (world: World): World => {
    const { [id]: _gone, ...gateways } = world.gateways;
    return { ...world, gateways };
  };
  return { what: `${id}: deleted`, touches: [id], change };
}

function down(link: string): Injection {
  const change = (world: World): World => {
    const { conditions } = world;
    return { ...world, conditions: { ...conditions, downLinks: [...conditions.downLinks, link] } };
  };
  return { what: `${link}: down`, touches: [link], change };
}
