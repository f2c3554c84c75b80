// Source: D-TGWA; codes C-TF, D-ERR (vpc-dataplane 7.4). Inferred: InvalidParameterValue for the last subnet, and for one that is not there.

import type { World } from '../../cloud/world.ts';
import { attachmentOf } from '../../dataplane/transit-routes.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, invalid, listOf } from '../parameter.ts';
import { removeInterface } from '../private-address.ts';
import { addNode } from '../service-node.ts';
import { attachmentOptions, VPC_ATTACHMENT, vpcAttachmentShape } from '../transit-gateway.ts';
import { checkAttachmentSubnets } from './create-transit-gateway-vpc-attachment.ts';

interface Input {
  readonly TransitGatewayAttachmentId: string;
  readonly AddSubnetIds?: readonly string[] | undefined;
  readonly RemoveSubnetIds?: readonly string[] | undefined;
}

export const modifyTransitGatewayVpcAttachment = defineOperation({
  service: 'ec2',
  name: 'ModifyTransitGatewayVpcAttachment',
  effect: 'edit',
  summary: 'Gives an attachment more subnets, takes some away, or changes its options',
  parameters: {
    TransitGatewayAttachmentId: VPC_ATTACHMENT,
    AddSubnetIds: listOf(id('subnet')),
    RemoveSubnetIds: listOf(id('subnet')),
    Options: attachmentOptions(),
  },
  asks: ['AddSubnetIds'],
  candidates: {
    AddSubnetIds: (world, { TransitGatewayAttachmentId = '' }) => freeSubnets(world, TransitGatewayAttachmentId),
    RemoveSubnetIds: () => [],
  },
  check: checkSubnets,
  apply(draft, { TransitGatewayAttachmentId, AddSubnetIds = [], RemoveSubnetIds = [], Options = {} }, before) {
    const attachment = draft.gateways[TransitGatewayAttachmentId]!;
    const { nodes } = attachmentOf(before, TransitGatewayAttachmentId)!;
    const leaving = nodes.filter(({ subnetId }) => RemoveSubnetIds.includes(subnetId));
    for (const { networkInterfaceId } of leaving) removeInterface(draft, networkInterfaceId);
    attachment.nodes = [
      ...nodes.filter((node) => !leaving.includes(node)),
      ...AddSubnetIds.map((subnetId) => addNode(draft, TransitGatewayAttachmentId, { subnetId })),
    ];
    const { ApplianceModeSupport: appliance, SecurityGroupReferencingSupport: groups } = Options;
    if (appliance) attachment.applianceMode = appliance === 'enable';
    if (groups) attachment.securityGroupReferencing = groups === 'enable';
    return (after) => ({
      TransitGatewayVpcAttachment: { ...vpcAttachmentShape(after, TransitGatewayAttachmentId), State: 'modifying' },
    });
  },
});

/** Subnets in zones that the attachment is not in. */
function freeSubnets(world: World, attachmentId: string): readonly string[] {
  const attachment = attachmentOf(world, attachmentId);
  if (!attachment) return [];
  const zones = attachment.nodes.map(({ subnetId }) => world.subnets[subnetId]!.availabilityZone);
  return Object.keys(world.subnets).filter((each) => {
    const { vpcId, availabilityZone } = world.subnets[each]!;
    return vpcId === attachment.vpcId && !zones.includes(availabilityZone);
  });
}

function checkSubnets(world: World, input: Input): OperationError | undefined {
  const { TransitGatewayAttachmentId, AddSubnetIds = [], RemoveSubnetIds = [] } = input;
  const { vpcId, nodes } = attachmentOf(world, TransitGatewayAttachmentId)!;
  const standing = nodes.map(({ subnetId }): string => subnetId);
  const absent = RemoveSubnetIds.find((each) => !standing.includes(each));
  if (absent) return invalid(`The subnet ${absent} is not one of ${TransitGatewayAttachmentId}.`);
  const kept = standing.filter((each) => !RemoveSubnetIds.includes(each));
  if (kept.length + AddSubnetIds.length === 0)
    return invalid(`${TransitGatewayAttachmentId} must keep at least one subnet.`);
  return checkAttachmentSubnets(world, vpcId as string, AddSubnetIds, kept);
}
