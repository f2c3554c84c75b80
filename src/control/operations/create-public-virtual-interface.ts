// Source: Direct Connect API reference, CreatePublicVirtualInterface; D-DX. Simplified: available at once; AWS does not check here who owns
// the blocks, only that they are public.

import * as v from 'valibot';
import { listGateways } from '../../cloud/lookup.ts';
import { cidrSchema } from '../../cloud/schema.ts';
import type { World } from '../../cloud/world.ts';
import type { CustomerSite } from '../../dataplane/gateways/customer-site.ts';
import type { DirectConnectConnection } from '../../dataplane/gateways/direct-connect.ts';
import { scopeOf, splitCidr } from '../../net/cidr.ts';
import { checkVlan, clientError, freeVlan, VIRTUAL_INTERFACE, virtualInterfaceShape } from '../direct-connect.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { listSchema, structure } from '../structure.ts';

const schema = v.strictObject({
  ...VIRTUAL_INTERFACE,
  routeFilterPrefixes: v.optional(listSchema(v.strictObject({ cidr: cidrSchema })), []),
});

type NewInterface = v.InferOutput<typeof schema>;

export const createPublicVirtualInterface = defineOperation({
  service: 'directconnect',
  name: 'CreatePublicVirtualInterface',
  effect: 'edit',
  summary: 'Makes a VLAN of a Direct Connect that leads to AWS’s own public addresses',
  parameters: {
    ConnectionId: required(id('direct-connect-connection')),
    NewPublicVirtualInterface: required(
      structure('virtualInterfaceName=…,vlan=…,asn=…,routeFilterPrefixes=[{cidr=…}]', schema),
    ),
  },
  candidates: {
    NewPublicVirtualInterface: (world, { ConnectionId = '' }) =>
      publicBlocks(world, ConnectionId).map(
        (cidr) =>
          `virtualInterfaceName=public,vlan=${freeVlan(world, ConnectionId)},asn=65000,routeFilterPrefixes=[{cidr=${cidr}}]`,
      ),
  },
  check: (world, { ConnectionId, NewPublicVirtualInterface }) =>
    checkPrefixes(NewPublicVirtualInterface) ?? checkVlan(world, ConnectionId, NewPublicVirtualInterface.vlan),
  apply(draft, { ConnectionId, NewPublicVirtualInterface }) {
    const { virtualInterfaceName, vlan, asn, routeFilterPrefixes } = NewPublicVirtualInterface;
    const vifId = issueId(draft, 'dxvif');
    draft.gateways[vifId] = {
      kind: 'virtual-interface',
      interfaceType: 'public',
      connectionId: ConnectionId,
      name: virtualInterfaceName,
      vlan,
      asn,
      routeFilterPrefixes: routeFilterPrefixes.map(({ cidr }) => cidr),
    };
    return (after) => ({ ...virtualInterfaceShape(after, vifId), virtualInterfaceState: 'verifying' });
  },
});

function checkPrefixes({ routeFilterPrefixes }: NewInterface): OperationError | undefined {
  if (routeFilterPrefixes.length === 0)
    return clientError('A public virtual interface needs at least one route filter prefix.');
  const hidden = routeFilterPrefixes.find(({ cidr }) => scopeOf(splitCidr(cidr).base) !== 'public');
  return hidden && clientError(`${hidden.cidr} is not a public block and cannot be advertised to AWS.`);
}

/** The public blocks of the site at the connection's end. */
function publicBlocks(world: World, connectionId: string): readonly string[] {
  const { siteId } = (world.gateways[connectionId] ?? {}) as Partial<DirectConnectConnection>;
  return listGateways<CustomerSite>(world, 'customer-site').flatMap(([id, { cidrs }]) =>
    id === siteId ? cidrs.filter((cidr) => scopeOf(splitCidr(cidr).base) === 'public') : [],
  );
}
