import { authorizes } from '../rule-operations.ts';

export const authorizeSecurityGroupEgress = authorizes('outbound');
