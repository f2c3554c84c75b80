// Source: D-IGW, D-LIM; codes D-ERR (vpc-dataplane 5.2).

import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { internetGatewayShape } from './describe-internet-gateways.ts';

/** Follows the quota of VPCs in a region. Source: D-LIM. */
const QUOTA = 5;

export const createInternetGateway = defineOperation({
  service: 'ec2',
  name: 'CreateInternetGateway',
  effect: 'edit',
  summary: 'Makes an internet gateway, attached to nothing yet',
  parameters: {},
  check(world) {
    const all = Object.values(world.gateways).filter(({ kind }) => kind === 'internet-gateway');
    if (all.length < QUOTA) return undefined;
    return {
      code: 'InternetGatewayLimitExceeded',
      message: `The account has reached its limit of ${QUOTA} internet gateways in this region.`,
      remedy: 'Attach one that is idle, or delete one.',
    };
  },
  apply(draft) {
    const id = issueId(draft, 'igw');
    draft.gateways[id] = { kind: 'internet-gateway' };
    return (after) => ({ InternetGateway: internetGatewayShape(after, id) });
  },
});
