// Prefix lists: the account's own are made; AWS's are looked up by name.

import { declare, type Inventory, idOf, leaveOut, type Value } from './resource.ts';

function isAmazons({ world }: Inventory, id: string): boolean {
  return world.prefixLists[id]?.name.startsWith('com.amazonaws.') ?? false;
}

export function declarePrefixLists(inventory: Inventory): void {
  for (const [id, { name, cidrs }] of Object.entries(inventory.world.prefixLists)) {
    if (isAmazons(inventory, id)) continue;
    const family = cidrs.some((cidr) => cidr.includes(':')) ? 'IPv6' : 'IPv4';
    const size = Math.max(cidrs.length, 1);
    declare(inventory, id, {
      terraform: {
        type: 'aws_ec2_managed_prefix_list',
        fields: { name, address_family: family, max_entries: size, entry: { blocks: cidrs.map((cidr) => ({ cidr })) } },
      },
      cloudFormation: {
        type: 'AWS::EC2::PrefixList',
        fields: {
          PrefixListName: name,
          AddressFamily: family,
          MaxEntries: size,
          Entries: cidrs.map((Cidr) => ({ Cidr })),
        },
      },
    });
  }
}

/** A list as each target refers to it. CloudFormation has no lookup, and asks whoever makes the stack. */
export function prefixListOf(
  inventory: Inventory,
  id: string,
): { readonly terraform: Value; readonly cloudFormation: Value } {
  if (!isAmazons(inventory, id)) return { terraform: idOf(id), cloudFormation: idOf(id, 'PrefixListId') };
  const { name } = inventory.world.prefixLists[id]!;
  const service = name.split('.').at(-1) as string;
  leaveOut(inventory, 'prefix-list', name, ['cloudformation']);
  return {
    terraform: { expression: [`data.aws_ec2_managed_prefix_list.${service}.id`] },
    cloudFormation: { Ref: `PrefixListOf${service.charAt(0).toUpperCase()}${service.slice(1)}` },
  };
}
