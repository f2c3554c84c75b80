import type { WorldDraft } from '../cloud/world.ts';
import { type Ipv4, ipv4FromNumber, ipv4ToNumber } from '../net/address.ts';
import { splitCidr } from '../net/cidr.ts';

/**
 * The next id for a new resource: `nat-1`, `nat-2`, … A number is never given twice, even after a deletion, because a route may still
 * name what is gone. Simplified: EC2's ids are 17 hexadecimal digits.
 */
export function issueId<P extends string>(draft: WorldDraft, prefix: P): `${P}-${string}` {
  const taken = (id: string) =>
    Object.values(draft).some((part) => typeof part === 'object' && Object.hasOwn(part, id));
  let number = (draft.issued[prefix] ?? 0) + 1;
  while (taken(`${prefix}-${number}`)) number++;
  draft.issued[prefix] = number;
  return `${prefix}-${number}`;
}

/** The next public address of the region's pool that nobody holds. */
export function issuePublicIp(draft: WorldDraft): Ipv4 {
  const base = ipv4ToNumber(splitCidr(draft.publicPool.cidr).base as Ipv4);
  const held = new Set<string>(Object.values(draft.elasticIps).map(({ publicIp }) => publicIp));
  for (const { addresses } of Object.values(draft.networkInterfaces))
    for (const { autoPublicIp } of addresses) if (autoPublicIp) held.add(autoPublicIp);
  let publicIp = ipv4FromNumber(base + draft.publicPool.next++);
  while (held.has(publicIp)) publicIp = ipv4FromNumber(base + draft.publicPool.next++);
  return publicIp;
}
