// The prefix lists that AWS keeps in every Region: the addresses of S3 and of DynamoDB. Source: D-GWE.
// Simplified: one block each, out of the range for benchmarks (RFC 2544), so that nothing points at a real service.

import type { Cidr } from '../net/cidr.ts';
import type { WorldDraft } from './world.ts';

const BLOCKS = { s3: '198.18.0.0/16', dynamodb: '198.19.0.0/17' } as const;

/** `pl-s3` and `pl-dynamodb`, unless the World states the service's list itself. */
export function fillServiceLists({ prefixLists, region }: WorldDraft): void {
  for (const [service, block] of Object.entries(BLOCKS)) {
    const name = `com.amazonaws.${region}.${service}`;
    if (Object.values(prefixLists).some((list) => list.name === name)) continue;
    prefixLists[`pl-${service}`] ??= { name, cidrs: [block as string as Cidr] };
  }
}
