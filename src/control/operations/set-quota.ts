// The lab's own: how much AWS grants the account. In AWS one asks Service Quotas and waits.

import { QUOTA_NAMES, QUOTAS } from '../../cloud/quotas.ts';
import { defineOperation } from '../operation.ts';
import { choice, integer, required } from '../parameter.ts';

export const setQuota = defineOperation({
  service: 'lab',
  name: 'SetQuota',
  effect: 'edit',
  summary: 'Sets how many of one kind of thing the account may have',
  parameters: { Quota: required(choice(...QUOTA_NAMES)), Value: required(integer(0, 100000)) },
  candidates: { Quota: () => [] },
  apply(draft, { Quota, Value }) {
    draft.quotas[Quota] = Value;
    return { Quota, Value, Of: QUOTAS[Quota].of };
  },
});
