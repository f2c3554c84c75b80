// Source: EC2 API reference, DescribeManagedPrefixLists: AWS's lists and the account's own. Their blocks are in DescribePrefixLists.

import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';
import { isAwsName } from '../endpoint.ts';

export const describeManagedPrefixLists = defineLook({
  name: 'DescribeManagedPrefixLists',
  summary: 'Lists the prefix lists, AWS’s and the account’s own',
  resource: 'prefix-list',
  ids: 'PrefixListIds',
  key: 'PrefixLists',
  shape: managedPrefixListShape,
  filters: {
    'prefix-list-id': (_world, id) => [id],
    'prefix-list-name': (world, id) => [world.prefixLists[id]!.name],
    'owner-id': (world, id) => [ownerOf(world, id)],
  },
});

function ownerOf(world: World, id: string): string {
  return isAwsName(world.prefixLists[id]!.name) ? 'AWS' : '111122223333';
}

export function managedPrefixListShape(world: World, id: string) {
  const { name, cidrs } = world.prefixLists[id]!;
  return {
    PrefixListId: id,
    PrefixListName: name,
    AddressFamily: cidrs.some((cidr) => cidr.includes(':')) ? 'IPv6' : 'IPv4',
    State: 'create-complete',
    OwnerId: ownerOf(world, id),
  };
}
