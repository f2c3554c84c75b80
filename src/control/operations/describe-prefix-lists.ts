// Source: EC2 API reference, DescribePrefixLists: the lists of AWS's services, with their blocks.

import { defineLook } from '../describe.ts';

export const describePrefixLists = defineLook({
  name: 'DescribePrefixLists',
  summary: 'Lists the prefix lists with their blocks',
  resource: 'prefix-list',
  ids: 'PrefixListIds',
  key: 'PrefixLists',
  shape: (world, id) => ({
    PrefixListId: id,
    PrefixListName: world.prefixLists[id]!.name,
    Cidrs: world.prefixLists[id]!.cidrs,
  }),
  filters: {
    'prefix-list-id': (_world, id) => [id],
    'prefix-list-name': (world, id) => [world.prefixLists[id]!.name],
  },
});
