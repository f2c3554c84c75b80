import { revokes } from '../rule-operations.ts';

export const revokeSecurityGroupIngress = revokes('inbound');
