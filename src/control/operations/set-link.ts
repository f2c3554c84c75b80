// The lab's own: a tunnel, a wire or a provider's line fails, or comes back. Nobody asked the customer, or AWS.

import { listGateways } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { isDown } from '../../dataplane/customer-links.ts';
import { defineOperation } from '../operation.ts';
import { choice, freeText, invalid, required } from '../parameter.ts';

export const setLink = defineOperation({
  service: 'lab',
  name: 'SetLink',
  effect: 'edit',
  summary: 'Takes a link down or up: a tunnel (vpn-1/1), a VPN, a wire, a site’s internet (site-1/isp)',
  parameters: { Link: required(freeText('LINK')), State: required(choice('up', 'down')) },
  candidates: { Link: listNames },
  isUseful: { State: (world, { Link = '' }, text) => isDown(world, Link) !== (text === 'down') },
  check(world, { Link }) {
    const names = listNames(world);
    if (names.includes(Link)) return undefined;
    return { ...invalid(`There is no link called ${Link}.`), remedy: `Links: ${names.slice(0, 8).join(', ')}.` };
  },
  apply(draft, { Link, State }, before) {
    if (isDown(before, Link) === (State === 'down')) return undefined;
    const { downLinks } = draft.conditions;
    draft.conditions.downLinks = State === 'down' ? [...downLinks, Link] : downLinks.filter((each) => each !== Link);
    return undefined;
  },
});

function listNames(world: World): readonly string[] {
  const idsOf = (kind: string) => listGateways(world, kind).map(([id]) => id);
  return [
    ...idsOf('vpn-connection').flatMap((id) => [id, `${id}/1`, `${id}/2`]),
    ...idsOf('direct-connect-connection'),
    ...idsOf('virtual-interface'),
    ...idsOf('customer-site').map((id) => `${id}/isp`),
  ];
}
