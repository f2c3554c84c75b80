// VPCs, subnets, tables, interfaces, gateways and addresses as facts to read.

import { associationsOf, effectiveTableId, findPublicPair, isMainTable } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { describeRow } from '../../dataplane/explain.ts';
import { kindOf } from '../../dataplane/gateway-kind.ts';
import { GATEWAY_KINDS } from '../../dataplane/gateways/registry.ts';
import { describeEndpoint } from './describe-endpoint.ts';
import { describeHybrid } from './describe-hybrid.ts';
import { describeJoin } from './describe-joins.ts';
import type { Fact, Found } from './fact.ts';
import type { MapLabels } from './pen.ts';

export function describeVpc(world: World, id: string): Found {
  const main = Object.keys(world.routeTables).find(
    (tableId) => world.routeTables[tableId]!.vpcId === id && isMainTable(world, tableId),
  );
  return { facts: [{ label: 'fact.cidr', value: world.vpcs[id]!.cidrs.join(', ') }], routeTableId: main };
}

export function describeSubnet(world: World, id: string, labels: MapLabels): Found {
  const { cidr, ipv6Cidr, vpcId, availabilityZone, networkAclId, mapPublicIpOnLaunch } = world.subnets[id]!;
  const tableId = effectiveTableId(world, id);
  const isOwn = Object.values(world.routeAssociations).some(({ subnetId }) => subnetId === id);
  return {
    facts: [
      { label: 'fact.cidr', value: ipv6Cidr ? `${cidr}, ${ipv6Cidr}` : cidr },
      { label: 'fact.vpc', value: vpcId },
      { label: 'fact.zone', value: availabilityZone },
      { label: 'fact.table', value: isOwn ? tableId : `${tableId} (${labels.main})` },
      { label: 'fact.launch', value: labels[mapPublicIpOnLaunch ? 'value.on' : 'value.off'] },
      ...aclFacts(world, networkAclId ?? ''),
    ],
    routeTableId: tableId,
  };
}

function aclFacts(world: World, aclId: string): readonly Fact[] {
  const acl = world.networkAcls[aclId];
  if (!acl) return [];
  const name: Fact = { label: 'fact.acl', value: aclId };
  if (acl.isDefault) return [name];
  return [
    name,
    ...acl.inbound.map((entry): Fact => ({ label: 'fact.inbound', value: describeRow(entry) })),
    ...acl.outbound.map((entry): Fact => ({ label: 'fact.outbound', value: describeRow(entry) })),
  ];
}

export function describeTable(world: World, id: string, labels: MapLabels): Found {
  const users = associationsOf(world, id).map(([, { subnetId, gatewayId }]) => subnetId ?? gatewayId ?? labels.main);
  const value = users.length > 0 ? users.join(', ') : labels['value.nobody'];
  return { facts: [{ label: 'fact.usedBy', value, warns: users.length === 0 }], routeTableId: id };
}

/** `withGroups` also for a service's interface, which most services keep without any. */
export function describeInterface(world: World, id: string, labels: MapLabels, withGroups = false): Found {
  const { subnetId, addresses, groups, sourceDestCheck, managedBy } = world.networkInterfaces[id]!;
  const vpcId = world.subnets[subnetId]?.vpcId ?? '';
  const shown = addresses.map(({ address }) => {
    const pair = findPublicPair(world, vpcId, address);
    return pair ? describeRow(pair) : address;
  });
  return {
    facts: [
      { label: 'fact.addresses', value: shown.join(', ') },
      { label: 'fact.subnet', value: subnetId },
      ...(sourceDestCheck ? [] : [{ label: 'fact.check', value: labels['value.off'], warns: true } as const]),
      ...(managedBy && !withGroups ? [] : groups.flatMap((groupId) => groupFacts(world, groupId, labels))),
    ],
    routeTableId: effectiveTableId(world, subnetId),
  };
}

function groupFacts(world: World, groupId: string, labels: MapLabels): readonly Fact[] {
  const group = world.securityGroups[groupId];
  if (!group) return [];
  const rules = (direction: 'inbound' | 'outbound'): Fact => {
    const value = group[direction].map(describeRow).join(', ');
    return { label: `fact.${direction}`, value: value || labels['value.nobody'], warns: value === '' };
  };
  return [{ label: 'fact.groups', value: groupId }, rules('inbound'), rules('outbound')];
}

export function describeGateway(world: World, id: string, labels: MapLabels): Found {
  const gateway = world.gateways[id]!;
  const found =
    describeHybrid(world, id, labels) ?? describeJoin(world, id, labels) ?? describeEndpoint(world, id, labels);
  if (found) return found;
  const { vpcId, subnetId, state, failureCode, networkInterfaceId } = gateway as Readonly<
    Record<string, string | undefined>
  >;
  const own =
    networkInterfaceId && world.networkInterfaces[networkInterfaceId]
      ? describeInterface(world, networkInterfaceId, labels)
      : undefined;
  const device = kindOf(GATEWAY_KINDS, gateway)?.device ?? '';
  const attached: Fact = { label: 'fact.attached', value: vpcId ?? labels.detached, warns: !vpcId };
  return {
    facts: [
      ...(subnetId ? [] : [attached]),
      ...(state
        ? [
            {
              label: 'fact.state',
              value: failureCode ? `${state}: ${failureCode}` : state,
              warns: state !== 'available',
            } as const,
          ]
        : []),
      ...(own?.facts ?? (subnetId ? [{ label: 'fact.subnet', value: subnetId } as const] : [])),
      { label: 'fact.device', value: device[0]?.toUpperCase() + device.slice(1) },
    ],
    routeTableId: subnetId && effectiveTableId(world, subnetId),
  };
}

export function describeAddress(world: World, id: string, labels: MapLabels): Found {
  const { publicIp, association } = world.elasticIps[id]!;
  const user = association ? `${association.networkInterfaceId} ${association.privateIp}` : labels.free;
  return {
    facts: [
      { label: 'fact.publicIp', value: publicIp },
      { label: 'fact.usedBy', value: user, warns: !association },
    ],
  };
}
