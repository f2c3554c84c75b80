import { revokes } from '../rule-operations.ts';

export const revokeSecurityGroupEgress = revokes('outbound');
