import type { OperationDefinition } from '../operation.ts';
import { acceptVpcPeeringConnection } from './accept-vpc-peering-connection.ts';
import { createVpcPeeringConnection } from './create-vpc-peering-connection.ts';
import { deleteVpcPeeringConnection } from './delete-vpc-peering-connection.ts';
import { describeVpcPeeringConnections } from './describe-vpc-peering-connections.ts';
import { rejectVpcPeeringConnection } from './reject-vpc-peering-connection.ts';
import { allocateAddress } from './allocate-address.ts';
import { answerQuestion } from './answer.ts';
import { associateAddress } from './associate-address.ts';
import { associateRouteTable } from './associate-route-table.ts';
import { attachInternetGateway } from './attach-internet-gateway.ts';
import { createInternetGateway } from './create-internet-gateway.ts';
import { createNatGateway } from './create-nat-gateway.ts';
import { createRoute } from './create-route.ts';
import { createRouteTable } from './create-route-table.ts';
import { deleteInternetGateway } from './delete-internet-gateway.ts';
import { deleteMapping } from './delete-mapping.ts';
import { deleteNatGateway } from './delete-nat-gateway.ts';
import { deleteRoute } from './delete-route.ts';
import { deleteRouteTable } from './delete-route-table.ts';
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
import { disassociateAddress } from './disassociate-address.ts';
import { disassociateRouteTable } from './disassociate-route-table.ts';
import { discardFrame } from './discard-frame.ts';
import { keepFrame } from './keep-frame.ts';
import { modifyNetworkInterfaceAttribute } from './modify-network-interface-attribute.ts';
import { modifySubnetAttribute } from './modify-subnet-attribute.ts';
import { placeTile } from './place-tile.ts';
import { putMapping } from './put-mapping.ts';
import { rebootInstances } from './reboot-instances.ts';
import { releaseAddress } from './release-address.ts';
import { replaceRoute } from './replace-route.ts';
import { replaceRouteTableAssociation } from './replace-route-table-association.ts';
import { setAllowedSource } from './set-allowed-source.ts';
import { setListener } from './set-listener.ts';
import { startInstances } from './start-instances.ts';
import { stopInstances } from './stop-instances.ts';
import { takeTile } from './take-tile.ts';
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
  modifySubnetAttribute,
  modifyNetworkInterfaceAttribute,
  stopInstances,
  startInstances,
  rebootInstances,
  putMapping,
  deleteMapping,
  discardFrame,
  keepFrame,
  setListener,
  setAllowedSource,
  updateRecord,
  answerQuestion,
  placeTile,
  takeTile,
  describeVpcs,
  describeSubnets,
  describeRouteTables,
  describeInternetGateways,
  describeNatGateways,
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
  createVpcPeeringConnection,
  acceptVpcPeeringConnection,
  rejectVpcPeeringConnection,
  deleteVpcPeeringConnection,
  describeVpcPeeringConnections,
