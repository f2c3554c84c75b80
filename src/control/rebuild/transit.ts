// The part of a rebuilding script that makes transit gateways: the gateway with its default table, other tables, attachments, and then which
// table each attachment uses and appears in, as far as that differs from what the defaults have done already.

import type { Gateway, GatewayNode } from '../../cloud/gateway.ts';
import { listGateways } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import type { TransitGatewayRouteTable } from '../../dataplane/gateways/transit-gateway-route-table.ts';
import { writeVpn } from './hybrid.ts';
import { define, defineOnDemand, has, lacks, mixed, ref, type ScriptWriter, write } from './script-writer.ts';

interface Defaults {
  readonly associationDefaultRouteTableId?: string;
  readonly propagationDefaultRouteTableId?: string;
}

export function writeTransitGateway(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { associationDefaultRouteTableId: joined, propagationDefaultRouteTableId: known } = gateway as Defaults;
  if (joined && known && joined !== known) {
    lacks(writer, `gateways.${id}`, 'a transit gateway with two default tables');
    return;
  }
  const state = (table: string | undefined) => (table ? 'enable' : 'disable');
  const defaults = `DefaultRouteTableAssociation=${state(joined)},DefaultRouteTablePropagation=${state(known)}`;
  const options = { options: `AmazonSideAsn=${gateway.amazonSideAsn},${defaults}` };
  define(writer, id, 'aws ec2 create-transit-gateway', options, 'TransitGateway.TransitGatewayId');
  const table = joined ?? known;
  if (!table) return;
  const kind = joined ? 'Association' : 'Propagation';
  const query = `TransitGateways[0].Options.${kind}DefaultRouteTableId`;
  const own = () => ({ 'transit-gateway-ids': ref(writer, id) });
  defineOnDemand(writer, table, 'aws ec2 describe-transit-gateways', own, query);
}

export function writeTransitTable(writer: ScriptWriter, id: string, gateway: Gateway): void {
  if (has(writer, id)) return;
  const options = { 'transit-gateway-id': ref(writer, gateway.transitGatewayId as string) };
  const query = 'TransitGatewayRouteTable.TransitGatewayRouteTableId';
  define(writer, id, 'aws ec2 create-transit-gateway-route-table', options, query);
}

export function writeTransitAttachment(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { vpnConnectionId } = gateway;
  if (typeof vpnConnectionId === 'string') writeVpnAttachment(writer, id, vpnConnectionId);
  else writeVpcAttachment(writer, id, gateway);
}

/** It comes with its VPN connection, and has to be asked for. */
function writeVpnAttachment(writer: ScriptWriter, id: string, vpnId: string): void {
  writeVpn(writer, vpnId, writer.world.gateways[vpnId]!);
  if (!has(writer, vpnId)) return;
  const filters = [mixed(writer, 'Name=resource-id,Values=', { id: vpnId })];
  const query = 'TransitGatewayAttachments[0].TransitGatewayAttachmentId';
  define(writer, id, 'aws ec2 describe-transit-gateway-attachments', { filters }, query);
}

function writeVpcAttachment(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { applianceMode, securityGroupReferencing } = gateway;
  const nodes = gateway.nodes as readonly GatewayNode[];
  const settings = [
    ...(applianceMode ? ['ApplianceModeSupport=enable'] : []),
    ...(securityGroupReferencing ? ['SecurityGroupReferencingSupport=enable'] : []),
  ];
  const options = {
    'transit-gateway-id': ref(writer, gateway.transitGatewayId as string),
    'vpc-id': ref(writer, gateway.vpcId as string),
    'subnet-ids': nodes.map(({ subnetId }) => ref(writer, subnetId)),
    options: settings.length > 0 ? settings.join(',') : undefined,
  };
  const query = 'TransitGatewayVpcAttachment.TransitGatewayAttachmentId';
  define(writer, id, 'aws ec2 create-transit-gateway-vpc-attachment', options, query);
}

/** Tables' static routes, and which attachments use and feed them. After all attachments. */
export function writeTransitRouting(writer: ScriptWriter): void {
  const tables = tablesOf(writer.world).filter(([id]) => has(writer, id));
  for (const [id, table] of tables) {
    writeUse(writer, id, table, 'associations');
    writeUse(writer, id, table, 'propagations');
  }
  for (const [id, { associations, propagations, routes }] of tables) {
    const own = () => ({ 'transit-gateway-route-table-id': ref(writer, id) });
    for (const each of without(associations, keptOf(writer, id, associations, 'associations')))
      write(writer, ASSOCIATE[0], { ...own(), [ATTACHMENT]: ref(writer, each) });
    for (const each of without(propagations, keptOf(writer, id, propagations, 'propagations')))
      write(writer, PROPAGATE[0], { ...own(), [ATTACHMENT]: ref(writer, each) });
    for (const { destination, attachmentId } of routes) {
      if (attachmentId && !has(writer, attachmentId)) {
        lacks(writer, `gateways.${id} (${attachmentId})`, 'its target is not made');
        continue;
      }
      write(writer, 'aws ec2 create-transit-gateway-route', {
        'destination-cidr-block': destination,
        ...own(),
        ...(attachmentId ? { [ATTACHMENT]: ref(writer, attachmentId) } : { blackhole: true }),
      });
    }
  }
}

const ATTACHMENT = 'transit-gateway-attachment-id';
const ASSOCIATE = [
  'aws ec2 associate-transit-gateway-route-table',
  'aws ec2 disassociate-transit-gateway-route-table',
] as const;
const PROPAGATE = [
  'aws ec2 enable-transit-gateway-route-table-propagation',
  'aws ec2 disable-transit-gateway-route-table-propagation',
] as const;

type Use = 'associations' | 'propagations';

function tablesOf({ gateways }: World): readonly (readonly [string, TransitGatewayRouteTable])[] {
  return Object.entries(gateways).flatMap(([id, gateway]) =>
    gateway.kind === 'transit-gateway-route-table'
      ? [[id, gateway as unknown as TransitGatewayRouteTable] as const]
      : [],
  );
}

/** Whether a new attachment is put there by the transit gateway's defaults. */
function joinsByItself({ gateways }: World, attachmentId: string, tableId: string, use: Use): boolean {
  const gateway = gateways[String(gateways[attachmentId]?.transitGatewayId)] as Defaults | undefined;
  const table =
    use === 'associations' ? gateway?.associationDefaultRouteTableId : gateway?.propagationDefaultRouteTableId;
  return table === tableId;
}

/** The attachments that the defaults have put into a table, in the order in which the script has made them. */
function joinedOf(writer: ScriptWriter, tableId: string, use: Use): readonly string[] {
  return listGateways(writer.world, 'transit-gateway-attachment')
    .map(([id]) => id)
    .filter((id) => has(writer, id) && joinsByItself(writer.world, id, tableId, use));
}

/** What the defaults have done as the World has it: of two attachments with the same blocks the first one counts, so the order is kept. */
function keptOf(writer: ScriptWriter, tableId: string, wanted: readonly string[], use: Use): readonly string[] {
  let rest = joinedOf(writer, tableId, use);
  const strays = wanted.findIndex((id) => {
    const at = rest.indexOf(id);
    rest = rest.slice(at + 1);
    return at < 0;
  });
  return strays < 0 ? wanted : wanted.slice(0, strays);
}

function without(list: readonly string[], others: readonly string[]): readonly string[] {
  return list.filter((each) => !others.includes(each));
}

/** Takes away what the defaults have done and the World does not have, or has later in its order. */
function writeUse(writer: ScriptWriter, tableId: string, table: TransitGatewayRouteTable, use: Use): void {
  for (const id of without(joinedOf(writer, tableId, use), keptOf(writer, tableId, table[use], use))) {
    const command = use === 'associations' ? ASSOCIATE[1] : PROPAGATE[1];
    write(writer, command, { 'transit-gateway-route-table-id': ref(writer, tableId), [ATTACHMENT]: ref(writer, id) });
  }
}
