// Source: D-TGW, D-TGWA, D-TGWQ; codes C-TF, D-ERR (vpc-dataplane 7.4). One interface in each subnet, one subnet in each zone. It joins the
// default tables where there are any; the VPC's own tables still need routes. Inferred: the codes for subnets of another VPC and for quotas.

import { quotaOf } from '../../cloud/quotas.ts';
import type { World } from '../../cloud/world.ts';
import { findVpcAttachment, listAttachments } from '../../dataplane/transit-routes.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, invalid, listOf, required } from '../parameter.ts';
import { checkRoom } from '../private-address.ts';
import { addNode, sharesZone } from '../service-node.ts';
import { TAGGED } from '../tags.ts';
import { attachmentOptions, joinDefaults, vpcAttachmentShape } from '../transit-gateway.ts';

interface Input {
  readonly TransitGatewayId: string;
  readonly VpcId: string;
  readonly SubnetIds: readonly string[];
}

export const createTransitGatewayVpcAttachment = defineOperation({
  service: 'ec2',
  name: 'CreateTransitGatewayVpcAttachment',
  effect: 'edit',
  summary: 'Attaches a VPC to a transit gateway, by one subnet in each zone',
  parameters: {
    TransitGatewayId: required(id('transit-gateway')),
    VpcId: required(id('vpc')),
    SubnetIds: required(listOf(id('subnet'))),
    Options: attachmentOptions(),
    ...TAGGED,
  },
  candidates: {
    VpcId: (world, { TransitGatewayId = '' }) =>
      Object.keys(world.vpcs).filter((vpcId) => !findVpcAttachment(world, TransitGatewayId, vpcId)),
    SubnetIds: (world, { VpcId }) => Object.keys(world.subnets).filter((each) => world.subnets[each]!.vpcId === VpcId),
  },
  check: (world, input) =>
    checkFirst(world, input) ?? checkAttachmentSubnets(world, input.VpcId, input.SubnetIds) ?? checkQuota(world, input),
  apply(draft, input) {
    const { TransitGatewayId, VpcId, SubnetIds, Options = {} } = input;
    const attachmentId = issueId(draft, 'tgw-attach');
    draft.gateways[attachmentId] = {
      kind: 'transit-gateway-attachment',
      transitGatewayId: TransitGatewayId,
      vpcId: VpcId,
      nodes: SubnetIds.map((subnetId) => addNode(draft, attachmentId, { subnetId })),
      applianceMode: Options.ApplianceModeSupport === 'enable',
      securityGroupReferencing: Options.SecurityGroupReferencingSupport === 'enable',
    };
    joinDefaults(draft, TransitGatewayId, attachmentId);
    return (after) => ({
      TransitGatewayVpcAttachment: { ...vpcAttachmentShape(after, attachmentId), State: 'pending' },
    });
  },
});

function checkFirst(world: World, { TransitGatewayId, VpcId }: Input): OperationError | undefined {
  const existing = findVpcAttachment(world, TransitGatewayId, VpcId);
  if (!existing) return undefined;
  return {
    code: 'DuplicateTransitGatewayAttachment',
    message: `${TransitGatewayId} already has an attachment of ${VpcId}.`,
    remedy: `It is ${existing}; change its subnets with modify-transit-gateway-vpc-attachment.`,
  };
}

/** One subnet of the VPC in each zone, with an address to spare; `kept` are those that the attachment has already. */
export function checkAttachmentSubnets(
  world: World,
  vpcId: string,
  subnetIds: readonly string[],
  kept: readonly string[] = [],
): OperationError | undefined {
  const stranger = subnetIds.find((each) => world.subnets[each]!.vpcId !== vpcId);
  if (stranger) return invalid(`The subnet ${stranger} does not belong to ${vpcId}.`);
  const twin = sharesZone(world, [...kept, ...subnetIds]);
  if (twin)
    return {
      code: 'DuplicateSubnetsInSameZone',
      message: `Another subnet of the attachment is in the zone of ${twin}. An attachment has one subnet in each zone.`,
    };
  return subnetIds.map((each) => checkRoom(world, each)).find((refusal) => refusal);
}

function checkQuota(world: World, { VpcId }: Input): OperationError | undefined {
  const quota = quotaOf(world, 'attachmentsPerVpc');
  const have = listAttachments(world).filter(([, { vpcId }]) => vpcId === VpcId).length;
  if (have < quota) return undefined;
  return {
    code: 'TransitGatewayAttachmentLimitExceeded',
    message: `${VpcId} has reached its limit of ${quota} transit gateway attachments.`,
  };
}
