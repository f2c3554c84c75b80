import { authorizes } from '../rule-operations.ts';

export const authorizeSecurityGroupIngress = authorizes('inbound');
