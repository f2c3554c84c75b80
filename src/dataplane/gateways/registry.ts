import type { GatewayReferences } from '../../cloud/check-world.ts';
import type { GatewaySchemas } from '../../cloud/parse-world.ts';
import type { GatewayKinds } from '../gateway-kind.ts';
import { customerGateway } from './customer-gateway.ts';
import { customerSite } from './customer-site.ts';
import { directConnectConnection, directConnectGateway } from './direct-connect.ts';
import { egressOnlyInternetGateway } from './egress-only-internet-gateway.ts';
import { endpointService } from './endpoint-service.ts';
import { gatewayEndpoint } from './gateway-endpoint.ts';
import { gatewayLoadBalancerEndpoint } from './gateway-load-balancer-endpoint.ts';
import { interfaceEndpoint } from './interface-endpoint.ts';
import { internetGateway } from './internet-gateway.ts';
import { natGateway } from './nat-gateway.ts';
import { networkLoadBalancer } from './network-load-balancer.ts';
import { regionalNatGateway } from './regional-nat-gateway.ts';
import { targetGroup } from './target-group.ts';
import { transitGateway } from './transit-gateway.ts';
import { transitGatewayAttachment } from './transit-gateway-attachment.ts';
import { transitGatewayRouteTable } from './transit-gateway-route-table.ts';
import { virtualInterface } from './virtual-interface.ts';
import { vpcPeeringConnection } from './vpc-peering-connection.ts';
import { vpnConnection } from './vpn-connection.ts';
import { vpnGateway } from './vpn-gateway.ts';

const kinds = [
  internetGateway,
  natGateway,
  regionalNatGateway,
  gatewayEndpoint,
  gatewayLoadBalancerEndpoint,
  interfaceEndpoint,
  endpointService,
  networkLoadBalancer,
  targetGroup,
  egressOnlyInternetGateway,
  vpcPeeringConnection,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  vpnGateway,
  vpnConnection,
  customerGateway,
  customerSite,
  directConnectConnection,
  directConnectGateway,
  virtualInterface,
];

/** Every kind of gateway that the simulator knows, by the name that a World uses. */
export const GATEWAY_KINDS: GatewayKinds = Object.fromEntries(kinds.map((kind) => [kind.kind, kind]));

export const GATEWAY_SCHEMAS: GatewaySchemas = Object.fromEntries(
  kinds.map(({ kind, attributes }) => [kind, attributes]),
);

export const GATEWAY_REFERENCES: GatewayReferences = Object.fromEntries(
  kinds.flatMap(({ kind, references }) => (references ? [[kind, references]] : [])),
);
