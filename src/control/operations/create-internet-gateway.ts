// Source: D-IGW, D-LIM; codes D-ERR (vpc-dataplane 5.2).

import { quotaOf } from '../../cloud/quotas.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { TAGGED } from '../tags.ts';
import { internetGatewayShape } from './describe-internet-gateways.ts';

export const createInternetGateway = defineOperation({
  service: 'ec2',
  name: 'CreateInternetGateway',
  effect: 'edit',
  summary: 'Makes an internet gateway, attached to nothing yet',
  parameters: TAGGED,
  check(world) {
    const all = Object.values(world.gateways).filter(({ kind }) => kind === 'internet-gateway');
    const quota = quotaOf(world, 'internetGateways');
    if (all.length < quota) return undefined;
    return {
      code: 'InternetGatewayLimitExceeded',
      message: `The account has reached its limit of ${quota} internet gateways in this region.`,
      remedy: 'Attach one that is idle, or delete one.',
    };
  },
  apply(draft) {
    const id = issueId(draft, 'igw');
    draft.gateways[id] = { kind: 'internet-gateway' };
    return (after) => ({ InternetGateway: internetGatewayShape(after, id) });
  },
});
