// What the transit gateway calls share: how things look, what options say, and the refusals that several calls make.
// Source: EC2 API reference, TransitGateway and its parts; D-TGW, D-TGWQ; codes C-TF (vpc-dataplane 7.4).
// Simplified: what EC2 makes is available at once; the call still prints `pending`, as AWS's does.

import * as v from 'valibot';
import type { Route } from '../cloud/route-table.ts';
import type { World, WorldDraft } from '../cloud/world.ts';
import type { TransitGateway } from '../dataplane/gateways/transit-gateway.ts';
import type { TransitGatewayAttachment } from '../dataplane/gateways/transit-gateway-attachment.ts';
import type { TransitGatewayRouteTable } from '../dataplane/gateways/transit-gateway-route-table.ts';
import {
  associatedTable,
  attachmentOf,
  BLACKHOLE,
  isTransitBlackhole,
  listTransitRoutes,
  listTransitTables,
} from '../dataplane/transit-routes.ts';
import type { Cidr } from '../net/cidr.ts';
import type { OperationError } from './operation.ts';
import { id, required } from './parameter.ts';
import { structure } from './structure.ts';

export const ATTACHMENT = required(id('transit-gateway-attachment'));
export const VPC_ATTACHMENT = required(id('transit-gateway-vpc-attachment'));
export const TABLE = required(id('transit-gateway-route-table'));

const onOff = v.optional(v.picklist(['enable', 'disable']));

/** `ApplianceModeSupport=enable`: what a VPC attachment can be told. */
export const attachmentOptions = () =>
  structure(
    'ApplianceModeSupport=enable,SecurityGroupReferencingSupport=enable',
    v.strictObject({
      ApplianceModeSupport: onOff,
      SecurityGroupReferencingSupport: onOff,
      DnsSupport: onOff,
      Ipv6Support: onOff,
    }),
  );

export const transitOptions = () =>
  structure(
    'DefaultRouteTableAssociation=disable,DefaultRouteTablePropagation=disable',
    v.strictObject({
      AmazonSideAsn: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer())),
      AutoAcceptSharedAttachments: onOff,
      DefaultRouteTableAssociation: onOff,
      DefaultRouteTablePropagation: onOff,
      VpnEcmpSupport: onOff,
      DnsSupport: onOff,
      SecurityGroupReferencingSupport: onOff,
      MulticastSupport: onOff,
    }),
  );

/** A new attachment joins the transit gateway's default tables. */
export function joinDefaults(draft: WorldDraft, transitGatewayId: string, attachmentId: string): void {
  const { associationDefaultRouteTableId, propagationDefaultRouteTableId } = transitGatewayAt(draft, transitGatewayId);
  if (associationDefaultRouteTableId) draftTable(draft, associationDefaultRouteTableId).associations.push(attachmentId);
  if (propagationDefaultRouteTableId) draftTable(draft, propagationDefaultRouteTableId).propagations.push(attachmentId);
}

/** Takes an attachment out of every table that it uses or propagates to. Static routes to it stay. */
export function leaveTables(draft: WorldDraft, before: World, attachmentId: string): void {
  for (const [tableId] of listTransitTables(before)) {
    const table = draftTable(draft, tableId);
    for (const list of [table.associations, table.propagations])
      if (list.includes(attachmentId)) list.splice(list.indexOf(attachmentId), 1);
  }
}

type Gateways = { readonly gateways: Readonly<Record<string, unknown>> };

export function transitGatewayAt(world: Gateways, transitGatewayId: string): TransitGateway {
  return world.gateways[transitGatewayId] as TransitGateway;
}

export function transitTableAt(world: Gateways, tableId: string): TransitGatewayRouteTable {
  return world.gateways[tableId] as TransitGatewayRouteTable;
}

/** A table on a draft, to be written to. */
export function draftTable(draft: WorldDraft, tableId: string) {
  return draft.gateways[tableId] as unknown as {
    routes: TransitGatewayRouteTable['routes'];
    associations: string[];
    propagations: string[];
  };
}

export function transitGatewayShape(world: World, transitGatewayId: string) {
  const { associationDefaultRouteTableId, propagationDefaultRouteTableId, amazonSideAsn } = transitGatewayAt(
    world,
    transitGatewayId,
  );
  const state = (tableId: string | undefined) => (tableId ? 'enable' : 'disable');
  return {
    TransitGatewayId: transitGatewayId,
    State: 'available',
    Options: {
      AmazonSideAsn: amazonSideAsn,
      DefaultRouteTableAssociation: state(associationDefaultRouteTableId),
      ...(associationDefaultRouteTableId && { AssociationDefaultRouteTableId: associationDefaultRouteTableId }),
      DefaultRouteTablePropagation: state(propagationDefaultRouteTableId),
      ...(propagationDefaultRouteTableId && { PropagationDefaultRouteTableId: propagationDefaultRouteTableId }),
    },
  };
}

export function vpcAttachmentShape(world: World, attachmentId: string) {
  const attachment = attachmentOf(world, attachmentId) as TransitGatewayAttachment;
  const { transitGatewayId, vpcId, nodes, applianceMode, securityGroupReferencing } = attachment;
  const state = (isOn: boolean) => (isOn ? 'enable' : 'disable');
  return {
    TransitGatewayAttachmentId: attachmentId,
    TransitGatewayId: transitGatewayId,
    VpcId: vpcId,
    State: 'available',
    SubnetIds: nodes.map(({ subnetId }) => subnetId),
    Options: {
      ApplianceModeSupport: state(applianceMode),
      SecurityGroupReferencingSupport: state(securityGroupReferencing),
    },
  };
}

/** The same as any attachment, whatever it attaches. */
export function attachmentShape(world: World, attachmentId: string) {
  const { transitGatewayId, vpcId, vpnConnectionId } = attachmentOf(world, attachmentId) as TransitGatewayAttachment;
  const tableId = associatedTable(world, attachmentId);
  return {
    TransitGatewayAttachmentId: attachmentId,
    TransitGatewayId: transitGatewayId,
    ResourceType: vpnConnectionId ? 'vpn' : 'vpc',
    ResourceId: vpnConnectionId ?? vpcId,
    State: 'available',
    ...(tableId && { Association: { TransitGatewayRouteTableId: tableId, State: 'associated' } }),
  };
}

export function transitTableShape(world: World, tableId: string) {
  const { transitGatewayId } = transitTableAt(world, tableId);
  const { associationDefaultRouteTableId, propagationDefaultRouteTableId } = transitGatewayAt(world, transitGatewayId);
  return {
    TransitGatewayRouteTableId: tableId,
    TransitGatewayId: transitGatewayId,
    State: 'available',
    DefaultAssociationRouteTable: associationDefaultRouteTableId === tableId,
    DefaultPropagationRouteTable: propagationDefaultRouteTableId === tableId,
  };
}

/** An attachment as an association or a propagation names it. */
export function attachedResource(world: World, attachmentId: string) {
  const { vpcId, vpnConnectionId } = attachmentOf(world, attachmentId) ?? {};
  return {
    TransitGatewayAttachmentId: attachmentId,
    ResourceId: vpnConnectionId ?? vpcId,
    ResourceType: vpnConnectionId ? 'vpn' : 'vpc',
  };
}

/** A table and an attachment go together only on one transit gateway. */
export function checkSameGateway(world: World, tableId: string, attachmentId: string): OperationError | undefined {
  const { transitGatewayId } = transitTableAt(world, tableId);
  if (attachmentOf(world, attachmentId)?.transitGatewayId === transitGatewayId) return undefined;
  return {
    code: 'InvalidTransitGatewayAttachmentID.NotFound',
    message: `The transit gateway attachment ${attachmentId} does not exist on ${transitGatewayId}.`,
  };
}

/** Attachments of a table's transit gateway. */
export function attachmentsFor(world: World, tableId: string | undefined): readonly string[] {
  if (!tableId || !world.gateways[tableId]) return [];
  const { transitGatewayId } = transitTableAt(world, tableId);
  return Object.keys(world.gateways).filter((each) => attachmentOf(world, each)?.transitGatewayId === transitGatewayId);
}

/** The static routes of a table, by their blocks. */
export function staticDestinations(world: World, tableId: string | undefined): readonly Cidr[] {
  return tableId ? transitTableAt(world, tableId).routes.map(({ destination }) => destination) : [];
}

export function missingTransitRoute(world: World, tableId: string, destination: Cidr): OperationError | undefined {
  if (staticDestinations(world, tableId).includes(destination)) return undefined;
  return {
    code: 'InvalidRoute.NotFound',
    message: `There is no static route ${destination} in ${tableId}.`,
    ...(listTransitRoutes(world, tableId).some((route) => route.destination === destination) && {
      remedy: 'It is propagated; turn the propagation off instead.',
    }),
  };
}

export function transitRouteShape(world: World, tableId: string, destination: Cidr) {
  const route = listTransitRoutes(world, tableId).find(
    (each) => each.destination === destination && each.origin === 'CreateRoute',
  );
  return route ? routeShape(world, route) : undefined;
}

export function routeShape(world: World, route: Route) {
  const isDead = isTransitBlackhole(world, route);
  return {
    DestinationCidrBlock: route.destination as string,
    ...(route.target !== BLACKHOLE && { TransitGatewayAttachments: [attachedResource(world, route.target)] }),
    Type: route.origin === 'CreateRoute' ? 'static' : 'propagated',
    State: isDead ? 'blackhole' : 'active',
  };
}
