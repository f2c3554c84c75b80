import type { OperationDefinition } from '../operation.ts';
import { acceptVpcEndpointConnections } from './accept-vpc-endpoint-connections.ts';
import { acceptVpcPeeringConnection } from './accept-vpc-peering-connection.ts';
import { advertisePrefix } from './advertise-prefix.ts';
import { allocateAddress } from './allocate-address.ts';
import { answerQuestion } from './answer.ts';
import { assignIpv6Addresses } from './assign-ipv6-addresses.ts';
import { assignPrivateIpAddresses } from './assign-private-ip-addresses.ts';
import { assignPrivateNatGatewayAddress } from './assign-private-nat-gateway-address.ts';
import { associateAddress } from './associate-address.ts';
import { associateNatGatewayAddress } from './associate-nat-gateway-address.ts';
import { associateRouteTable } from './associate-route-table.ts';
import { associateSubnetCidrBlock } from './associate-subnet-cidr-block.ts';
import { associateTransitGatewayRouteTable } from './associate-transit-gateway-route-table.ts';
import { associateVpcCidrBlock } from './associate-vpc-cidr-block.ts';
import { attachInternetGateway } from './attach-internet-gateway.ts';
import { attachNetworkInterface } from './attach-network-interface.ts';
import { attachVpnGateway } from './attach-vpn-gateway.ts';
import { authorizeSecurityGroupEgress } from './authorize-security-group-egress.ts';
import { authorizeSecurityGroupIngress } from './authorize-security-group-ingress.ts';
import { createConnection } from './create-connection.ts';
import { createCustomerGateway } from './create-customer-gateway.ts';
import { createDirectConnectGateway } from './create-direct-connect-gateway.ts';
import { createDirectConnectGatewayAssociation } from './create-direct-connect-gateway-association.ts';
import { createEgressOnlyInternetGateway } from './create-egress-only-internet-gateway.ts';
import { createFrame } from './create-frame.ts';
import { createHost } from './create-host.ts';
import { createInternetGateway } from './create-internet-gateway.ts';
import { createListener } from './create-listener.ts';
import { createLoadBalancer } from './create-load-balancer.ts';
import { createMachine } from './create-machine.ts';
import { createManagedPrefixList } from './create-managed-prefix-list.ts';
import { createNatGateway } from './create-nat-gateway.ts';
import { createNetworkAcl } from './create-network-acl.ts';
import { createNetworkAclEntry } from './create-network-acl-entry.ts';
import { createNetworkInterface } from './create-network-interface.ts';
import { createPrivateVirtualInterface } from './create-private-virtual-interface.ts';
import { createPublicVirtualInterface } from './create-public-virtual-interface.ts';
import { createRoute } from './create-route.ts';
import { createRouteTable } from './create-route-table.ts';
import { createSecurityGroup } from './create-security-group.ts';
import { createSite } from './create-site.ts';
import { createSubnet } from './create-subnet.ts';
import { createTags } from './create-tags.ts';
import { createTargetGroup } from './create-target-group.ts';
import { createTransitGateway } from './create-transit-gateway.ts';
import { createTransitGatewayRoute } from './create-transit-gateway-route.ts';
import { createTransitGatewayRouteTable } from './create-transit-gateway-route-table.ts';
import { createTransitGatewayVpcAttachment } from './create-transit-gateway-vpc-attachment.ts';
import { createVpc } from './create-vpc.ts';
import { createVpcEndpoint } from './create-vpc-endpoint.ts';
import { createVpcEndpointServiceConfiguration } from './create-vpc-endpoint-service-configuration.ts';
import { createVpcPeeringConnection } from './create-vpc-peering-connection.ts';
import { createVpnConnection } from './create-vpn-connection.ts';
import { createVpnConnectionRoute } from './create-vpn-connection-route.ts';
import { createVpnGateway } from './create-vpn-gateway.ts';
import { deleteCustomerGateway } from './delete-customer-gateway.ts';
import { deleteDirectConnectGateway } from './delete-direct-connect-gateway.ts';
import { deleteDirectConnectGatewayAssociation } from './delete-direct-connect-gateway-association.ts';
import { deleteEgressOnlyInternetGateway } from './delete-egress-only-internet-gateway.ts';
import { deleteInternetGateway } from './delete-internet-gateway.ts';
import { deleteListener } from './delete-listener.ts';
import { deleteLoadBalancer } from './delete-load-balancer.ts';
import { deleteMachine } from './delete-machine.ts';
import { deleteManagedPrefixList } from './delete-managed-prefix-list.ts';
import { deleteMapping } from './delete-mapping.ts';
import { deleteNatGateway } from './delete-nat-gateway.ts';
import { deleteNetworkAcl } from './delete-network-acl.ts';
import { deleteNetworkAclEntry } from './delete-network-acl-entry.ts';
import { deleteNetworkInterface } from './delete-network-interface.ts';
import { deleteRoute } from './delete-route.ts';
import { deleteRouteTable } from './delete-route-table.ts';
import { deleteSecurityGroup } from './delete-security-group.ts';
import { deleteSiteRoute } from './delete-site-route.ts';
import { deleteSubnet } from './delete-subnet.ts';
import { deleteTargetGroup } from './delete-target-group.ts';
import { deleteTransitGateway } from './delete-transit-gateway.ts';
import { deleteTransitGatewayRoute } from './delete-transit-gateway-route.ts';
import { deleteTransitGatewayRouteTable } from './delete-transit-gateway-route-table.ts';
import { deleteTransitGatewayVpcAttachment } from './delete-transit-gateway-vpc-attachment.ts';
import { deleteVirtualInterface } from './delete-virtual-interface.ts';
import { deleteVpc } from './delete-vpc.ts';
import { deleteVpcEndpointServiceConfigurations } from './delete-vpc-endpoint-service-configurations.ts';
import { deleteVpcEndpoints } from './delete-vpc-endpoints.ts';
import { deleteVpcPeeringConnection } from './delete-vpc-peering-connection.ts';
import { deleteVpnConnection } from './delete-vpn-connection.ts';
import { deleteVpnConnectionRoute } from './delete-vpn-connection-route.ts';
import { deleteVpnGateway } from './delete-vpn-gateway.ts';
import { deregisterTargets } from './deregister-targets.ts';
import { describeAddresses } from './describe-addresses.ts';
import { describeConnections } from './describe-connections.ts';
import { describeCustomerGateways } from './describe-customer-gateways.ts';
import { describeDirectConnectGateways } from './describe-direct-connect-gateways.ts';
import { describeEgressOnlyInternetGateways } from './describe-egress-only-internet-gateways.ts';
import { describeInstances } from './describe-instances.ts';
import { describeInternetGateways } from './describe-internet-gateways.ts';
import { describeListeners } from './describe-listeners.ts';
import { describeLoadBalancerAttributes } from './describe-load-balancer-attributes.ts';
import { describeLoadBalancers } from './describe-load-balancers.ts';
import { describeManagedPrefixLists } from './describe-managed-prefix-lists.ts';
import { describeNatGateways } from './describe-nat-gateways.ts';
import { describeNetworkAcls } from './describe-network-acls.ts';
import { describeNetworkInterfaces } from './describe-network-interfaces.ts';
import { describePrefixLists } from './describe-prefix-lists.ts';
import { describeRouteTables } from './describe-route-tables.ts';
import { describeSecurityGroups } from './describe-security-groups.ts';
import { describeSubnets } from './describe-subnets.ts';
import { describeTargetGroupAttributes } from './describe-target-group-attributes.ts';
import { describeTargetGroups } from './describe-target-groups.ts';
import { describeTargetHealth } from './describe-target-health.ts';
import { describeTransitGatewayAttachments } from './describe-transit-gateway-attachments.ts';
import { describeTransitGatewayRouteTables } from './describe-transit-gateway-route-tables.ts';
import { describeTransitGatewayVpcAttachments } from './describe-transit-gateway-vpc-attachments.ts';
import { describeTransitGateways } from './describe-transit-gateways.ts';
import { describeVirtualInterfaces } from './describe-virtual-interfaces.ts';
import { describeVpcEndpointConnections } from './describe-vpc-endpoint-connections.ts';
import { describeVpcEndpointServiceConfigurations } from './describe-vpc-endpoint-service-configurations.ts';
import { describeVpcEndpointServices } from './describe-vpc-endpoint-services.ts';
import { describeVpcEndpoints } from './describe-vpc-endpoints.ts';
import { describeVpcPeeringConnections } from './describe-vpc-peering-connections.ts';
import { describeVpcs } from './describe-vpcs.ts';
import { describeVpnConnections } from './describe-vpn-connections.ts';
import { describeVpnGateways } from './describe-vpn-gateways.ts';
import { detachInternetGateway } from './detach-internet-gateway.ts';
import { detachNetworkInterface } from './detach-network-interface.ts';
import { detachVpnGateway } from './detach-vpn-gateway.ts';
import { disableTransitGatewayRouteTablePropagation } from './disable-transit-gateway-route-table-propagation.ts';
import { disableVgwRoutePropagation } from './disable-vgw-route-propagation.ts';
import { disassociateAddress } from './disassociate-address.ts';
import { disassociateNatGatewayAddress } from './disassociate-nat-gateway-address.ts';
import { disassociateRouteTable } from './disassociate-route-table.ts';
import { disassociateSubnetCidrBlock } from './disassociate-subnet-cidr-block.ts';
import { disassociateTransitGatewayRouteTable } from './disassociate-transit-gateway-route-table.ts';
import { disassociateVpcCidrBlock } from './disassociate-vpc-cidr-block.ts';
import { discardFrame } from './discard-frame.ts';
import { enableTransitGatewayRouteTablePropagation } from './enable-transit-gateway-route-table-propagation.ts';
import { enableVgwRoutePropagation } from './enable-vgw-route-propagation.ts';
import { keepFrame } from './keep-frame.ts';
import { layWire } from './lay-wire.ts';
import { loseZone } from './lose-zone.ts';
import { modifyLoadBalancerAttributes } from './modify-load-balancer-attributes.ts';
import { modifyNetworkInterfaceAttribute } from './modify-network-interface-attribute.ts';
import { modifySubnetAttribute } from './modify-subnet-attribute.ts';
import { modifyTargetGroupAttributes } from './modify-target-group-attributes.ts';
import { modifyTransitGatewayVpcAttachment } from './modify-transit-gateway-vpc-attachment.ts';
import { modifyVpcAttribute } from './modify-vpc-attribute.ts';
import { modifyVpcEndpoint } from './modify-vpc-endpoint.ts';
import { placeTile } from './place-tile.ts';
import { putApplication } from './put-application.ts';
import { putMapping } from './put-mapping.ts';
import { rebootInstances } from './reboot-instances.ts';
import { registerTargets } from './register-targets.ts';
import { rejectVpcEndpointConnections } from './reject-vpc-endpoint-connections.ts';
import { rejectVpcPeeringConnection } from './reject-vpc-peering-connection.ts';
import { releaseAddress } from './release-address.ts';
import { replaceNetworkAclAssociation } from './replace-network-acl-association.ts';
import { replaceNetworkAclEntry } from './replace-network-acl-entry.ts';
import { replaceRoute } from './replace-route.ts';
import { replaceRouteTableAssociation } from './replace-route-table-association.ts';
import { replaceTransitGatewayRoute } from './replace-transit-gateway-route.ts';
import { restoreZone } from './restore-zone.ts';
import { revokeSecurityGroupEgress } from './revoke-security-group-egress.ts';
import { revokeSecurityGroupIngress } from './revoke-security-group-ingress.ts';
import { runInstances } from './run-instances.ts';
import { searchTransitGatewayRoutes } from './search-transit-gateway-routes.ts';
import { sendPacket } from './send-packet.ts';
import { setAllowedSource } from './set-allowed-source.ts';
import { setForwarding } from './set-forwarding.ts';
import { setKeepAlive } from './set-keep-alive.ts';
import { setLink } from './set-link.ts';
import { setListener } from './set-listener.ts';
import { setPublicPool } from './set-public-pool.ts';
import { setQuota } from './set-quota.ts';
import { setSiteAlias } from './set-site-alias.ts';
import { setSiteRoute } from './set-site-route.ts';
import { setSiteTranslation } from './set-site-translation.ts';
import { startInstances } from './start-instances.ts';
import { stopInstances } from './stop-instances.ts';
import { takeTile } from './take-tile.ts';
import { terminateInstances } from './terminate-instances.ts';
import { unassignIpv6Addresses } from './unassign-ipv6-addresses.ts';
import { unassignPrivateIpAddresses } from './unassign-private-ip-addresses.ts';
import { unassignPrivateNatGatewayAddress } from './unassign-private-nat-gateway-address.ts';
import { updateRecord } from './update-record.ts';
import { wait } from './wait.ts';
import {
  waitInstanceRunning,
  waitLoadBalancerAvailable,
  waitNatGatewayAvailable,
  waitVpcPeeringConnectionExists,
  waitVpnConnectionAvailable,
} from './waiters.ts';
import { withdrawPrefix } from './withdraw-prefix.ts';

/** Every operation, in the order in which menus and help list them. */
export const OPERATIONS: readonly OperationDefinition[] = [
  allocateAddress,
  associateAddress,
  disassociateAddress,
  releaseAddress,
  createInternetGateway,
  attachInternetGateway,
  detachInternetGateway,
  deleteInternetGateway,
  createRoute,
  replaceRoute,
  deleteRoute,
  createRouteTable,
  deleteRouteTable,
  associateRouteTable,
  disassociateRouteTable,
  replaceRouteTableAssociation,
  createNatGateway,
  deleteNatGateway,
  associateNatGatewayAddress,
  disassociateNatGatewayAddress,
  assignPrivateNatGatewayAddress,
  unassignPrivateNatGatewayAddress,
  createEgressOnlyInternetGateway,
  deleteEgressOnlyInternetGateway,
  createVpcPeeringConnection,
  acceptVpcPeeringConnection,
  rejectVpcPeeringConnection,
  deleteVpcPeeringConnection,
  createTransitGateway,
  deleteTransitGateway,
  createTransitGatewayVpcAttachment,
  modifyTransitGatewayVpcAttachment,
  deleteTransitGatewayVpcAttachment,
  createTransitGatewayRouteTable,
  deleteTransitGatewayRouteTable,
  associateTransitGatewayRouteTable,
  disassociateTransitGatewayRouteTable,
  enableTransitGatewayRouteTablePropagation,
  disableTransitGatewayRouteTablePropagation,
  createTransitGatewayRoute,
  replaceTransitGatewayRoute,
  deleteTransitGatewayRoute,
  createVpnGateway,
  attachVpnGateway,
  detachVpnGateway,
  deleteVpnGateway,
  createCustomerGateway,
  deleteCustomerGateway,
  createVpnConnection,
  deleteVpnConnection,
  createVpnConnectionRoute,
  deleteVpnConnectionRoute,
  enableVgwRoutePropagation,
  disableVgwRoutePropagation,
  createConnection,
  createPrivateVirtualInterface,
  createPublicVirtualInterface,
  deleteVirtualInterface,
  createDirectConnectGateway,
  createDirectConnectGatewayAssociation,
  deleteDirectConnectGatewayAssociation,
  deleteDirectConnectGateway,
  createVpcEndpoint,
  modifyVpcEndpoint,
  deleteVpcEndpoints,
  createVpcEndpointServiceConfiguration,
  deleteVpcEndpointServiceConfigurations,
  acceptVpcEndpointConnections,
  rejectVpcEndpointConnections,
  createManagedPrefixList,
  deleteManagedPrefixList,
  createLoadBalancer,
  deleteLoadBalancer,
  createTargetGroup,
  deleteTargetGroup,
  registerTargets,
  deregisterTargets,
  createListener,
  deleteListener,
  modifyLoadBalancerAttributes,
  modifyTargetGroupAttributes,
  modifySubnetAttribute,
  modifyNetworkInterfaceAttribute,
  stopInstances,
  startInstances,
  rebootInstances,
  createVpc,
  deleteVpc,
  associateVpcCidrBlock,
  disassociateVpcCidrBlock,
  modifyVpcAttribute,
  createSubnet,
  deleteSubnet,
  associateSubnetCidrBlock,
  disassociateSubnetCidrBlock,
  createNetworkInterface,
  deleteNetworkInterface,
  attachNetworkInterface,
  detachNetworkInterface,
  assignPrivateIpAddresses,
  unassignPrivateIpAddresses,
  assignIpv6Addresses,
  unassignIpv6Addresses,
  runInstances,
  terminateInstances,
  createTags,
  createSecurityGroup,
  deleteSecurityGroup,
  authorizeSecurityGroupIngress,
  authorizeSecurityGroupEgress,
  revokeSecurityGroupIngress,
  revokeSecurityGroupEgress,
  createNetworkAcl,
  deleteNetworkAcl,
  createNetworkAclEntry,
  replaceNetworkAclEntry,
  deleteNetworkAclEntry,
  replaceNetworkAclAssociation,
  createSite,
  layWire,
  setSiteRoute,
  deleteSiteRoute,
  advertisePrefix,
  withdrawPrefix,
  setSiteAlias,
  setSiteTranslation,
  setLink,
  loseZone,
  restoreZone,
  wait,
  putMapping,
  deleteMapping,
  discardFrame,
  keepFrame,
  setListener,
  setAllowedSource,
  updateRecord,
  setKeepAlive,
  createHost,
  createMachine,
  deleteMachine,
  putApplication,
  setForwarding,
  createFrame,
  setPublicPool,
  setQuota,
  answerQuestion,
  placeTile,
  takeTile,
  describeVpcs,
  describeSubnets,
  describeRouteTables,
  describeInternetGateways,
  describeNatGateways,
  describeEgressOnlyInternetGateways,
  describeVpcPeeringConnections,
  describeTransitGateways,
  describeTransitGatewayAttachments,
  describeTransitGatewayVpcAttachments,
  describeTransitGatewayRouteTables,
  searchTransitGatewayRoutes,
  describeAddresses,
  describeNetworkInterfaces,
  describeInstances,
  sendPacket,
  describeSecurityGroups,
  describeNetworkAcls,
  describeVpnGateways,
  describeCustomerGateways,
  describeVpnConnections,
  describeConnections,
  describeVirtualInterfaces,
  describeDirectConnectGateways,
  describeVpcEndpoints,
  describeVpcEndpointServices,
  describeVpcEndpointServiceConfigurations,
  describeVpcEndpointConnections,
  describeManagedPrefixLists,
  describePrefixLists,
  describeLoadBalancers,
  describeTargetGroups,
  describeTargetHealth,
  describeListeners,
  describeLoadBalancerAttributes,
  describeTargetGroupAttributes,
  waitInstanceRunning,
  waitNatGatewayAvailable,
  waitVpcPeeringConnectionExists,
  waitVpnConnectionAvailable,
  waitLoadBalancerAvailable,
];

const byName = new Map(OPERATIONS.map((definition) => [definition.name, definition]));

export function findOperation(name: string): OperationDefinition | undefined {
  return byName.get(name);
}
