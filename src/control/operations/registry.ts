import type { OperationDefinition } from '../operation.ts';
import { acceptVpcPeeringConnection } from './accept-vpc-peering-connection.ts';
import { createVpcPeeringConnection } from './create-vpc-peering-connection.ts';
import { deleteVpcPeeringConnection } from './delete-vpc-peering-connection.ts';
import { describeVpcPeeringConnections } from './describe-vpc-peering-connections.ts';
import { rejectVpcPeeringConnection } from './reject-vpc-peering-connection.ts';
import { allocateAddress } from './allocate-address.ts';
import { answerQuestion } from './answer.ts';
import { assignIpv6Addresses } from './assign-ipv6-addresses.ts';
import { assignPrivateIpAddresses } from './assign-private-ip-addresses.ts';
import { associateAddress } from './associate-address.ts';
import { associateRouteTable } from './associate-route-table.ts';
import { associateSubnetCidrBlock } from './associate-subnet-cidr-block.ts';
import { associateVpcCidrBlock } from './associate-vpc-cidr-block.ts';
import { attachInternetGateway } from './attach-internet-gateway.ts';
import { attachNetworkInterface } from './attach-network-interface.ts';
import { authorizeSecurityGroupEgress } from './authorize-security-group-egress.ts';
import { authorizeSecurityGroupIngress } from './authorize-security-group-ingress.ts';
import { createFrame } from './create-frame.ts';
import { createHost } from './create-host.ts';
import { createInternetGateway } from './create-internet-gateway.ts';
import { createMachine } from './create-machine.ts';
import { createNatGateway } from './create-nat-gateway.ts';
import { createNetworkAcl } from './create-network-acl.ts';
import { createNetworkAclEntry } from './create-network-acl-entry.ts';
import { createNetworkInterface } from './create-network-interface.ts';
import { createRoute } from './create-route.ts';
import { createRouteTable } from './create-route-table.ts';
import { createSecurityGroup } from './create-security-group.ts';
import { createSubnet } from './create-subnet.ts';
import { createTags } from './create-tags.ts';
import { createVpc } from './create-vpc.ts';
import { deleteInternetGateway } from './delete-internet-gateway.ts';
import { deleteMachine } from './delete-machine.ts';
import { deleteMapping } from './delete-mapping.ts';
import { deleteNatGateway } from './delete-nat-gateway.ts';
import { deleteNetworkAcl } from './delete-network-acl.ts';
import { createEgressOnlyInternetGateway } from './create-egress-only-internet-gateway.ts';
import { deleteEgressOnlyInternetGateway } from './delete-egress-only-internet-gateway.ts';
import { describeEgressOnlyInternetGateways } from './describe-egress-only-internet-gateways.ts';
import { createVpcPeeringConnection } from './create-vpc-peering-connection.ts';
import { createVpnConnection } from './create-vpn-connection.ts';
import { createVpnConnectionRoute } from './create-vpn-connection-route.ts';
import { createVpnGateway } from './create-vpn-gateway.ts';
import { deleteCustomerGateway } from './delete-customer-gateway.ts';
import { deleteDirectConnectGateway } from './delete-direct-connect-gateway.ts';
import { deleteDirectConnectGatewayAssociation } from './delete-direct-connect-gateway-association.ts';
import { deleteNetworkAclEntry } from './delete-network-acl-entry.ts';
import { deleteNetworkInterface } from './delete-network-interface.ts';
import { deleteRoute } from './delete-route.ts';
import { deleteRouteTable } from './delete-route-table.ts';
import { deleteSecurityGroup } from './delete-security-group.ts';
import { deleteSubnet } from './delete-subnet.ts';
import { deleteVpc } from './delete-vpc.ts';
import { describeAddresses } from './describe-addresses.ts';
import { describeInstances } from './describe-instances.ts';
import { describeInternetGateways } from './describe-internet-gateways.ts';
import { describeNatGateways } from './describe-nat-gateways.ts';
import { describeNetworkAcls } from './describe-network-acls.ts';
import { describeNetworkInterfaces } from './describe-network-interfaces.ts';
import { describeRouteTables } from './describe-route-tables.ts';
import { describeSecurityGroups } from './describe-security-groups.ts';
import { describeSubnets } from './describe-subnets.ts';
import { describeVpcs } from './describe-vpcs.ts';
import { detachInternetGateway } from './detach-internet-gateway.ts';
import { detachNetworkInterface } from './detach-network-interface.ts';
import { disassociateAddress } from './disassociate-address.ts';
import { disassociateRouteTable } from './disassociate-route-table.ts';
import { disassociateSubnetCidrBlock } from './disassociate-subnet-cidr-block.ts';
import { disassociateVpcCidrBlock } from './disassociate-vpc-cidr-block.ts';
import { discardFrame } from './discard-frame.ts';
import { keepFrame } from './keep-frame.ts';
import { modifyNetworkInterfaceAttribute } from './modify-network-interface-attribute.ts';
import { modifySubnetAttribute } from './modify-subnet-attribute.ts';
import { modifyVpcAttribute } from './modify-vpc-attribute.ts';
import { placeTile } from './place-tile.ts';
import { putApplication } from './put-application.ts';
import { putMapping } from './put-mapping.ts';
import { rebootInstances } from './reboot-instances.ts';
import { releaseAddress } from './release-address.ts';
import { replaceNetworkAclAssociation } from './replace-network-acl-association.ts';
import { replaceNetworkAclEntry } from './replace-network-acl-entry.ts';
import { replaceRoute } from './replace-route.ts';
import { replaceRouteTableAssociation } from './replace-route-table-association.ts';
import { revokeSecurityGroupEgress } from './revoke-security-group-egress.ts';
import { revokeSecurityGroupIngress } from './revoke-security-group-ingress.ts';
import { runInstances } from './run-instances.ts';
import { setAllowedSource } from './set-allowed-source.ts';
import { setForwarding } from './set-forwarding.ts';
import { setListener } from './set-listener.ts';
import { setPublicPool } from './set-public-pool.ts';
import { setQuota } from './set-quota.ts';
import { startInstances } from './start-instances.ts';
import { stopInstances } from './stop-instances.ts';
import { takeTile } from './take-tile.ts';
import { terminateInstances } from './terminate-instances.ts';
import { unassignIpv6Addresses } from './unassign-ipv6-addresses.ts';
import { unassignPrivateIpAddresses } from './unassign-private-ip-addresses.ts';
import { updateRecord } from './update-record.ts';

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
  createVpcPeeringConnection,
  acceptVpcPeeringConnection,
  rejectVpcPeeringConnection,
  deleteVpcPeeringConnection,
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
  createEgressOnlyInternetGateway,
  deleteEgressOnlyInternetGateway,
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
  putMapping,
  deleteMapping,
  discardFrame,
  keepFrame,
  setListener,
  setAllowedSource,
  updateRecord,
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
  describeVpcPeeringConnections,
  describeAddresses,
  describeNetworkInterfaces,
  describeInstances,
  describeSecurityGroups,
  describeNetworkAcls,
];

const byName = new Map(OPERATIONS.map((definition) => [definition.name, definition]));

export function findOperation(name: string): OperationDefinition | undefined {
  return byName.get(name);
}
  describeEgressOnlyInternetGateways,
