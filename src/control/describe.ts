// What all describe calls share: a list of ids, filters, and one shape for each thing. Ids that name nothing are refused; filters that
// match nothing give an empty list. Source: EC2 API reference. Shapes hold the fields that our World knows, in the API's spelling.

import type { World } from '../cloud/world.ts';
import { type Filter, filter, passesFilter } from './filter.ts';
import { defineOperation, type OperationDefinition, type Output } from './operation.ts';
import { id, listOf } from './parameter.ts';
import { RESOURCE_KINDS, type ResourceKindName } from './resource.ts';

type FilterValues = (world: World, id: string) => readonly (string | undefined)[];

interface Look {
  /** `ec2` unless told. */
  readonly service?: OperationDefinition['service'];
  readonly name: string;
  readonly summary: string;
  readonly resource: ResourceKindName;
  /** The parameter that lists ids: `RouteTableIds`. */
  readonly ids: string;
  /** The output's only field: `RouteTables`. */
  readonly key: string;
  readonly shape: (world: World, id: string) => Output;
  /** For each filter's name, the values that a thing has. */
  readonly filters?: Readonly<Record<string, FilterValues>>;
  /** `Filters`, except where EC2 says `Filter`. */
  readonly filterParameter?: string;
}

export function defineLook(look: Look): OperationDefinition {
  const { service = 'ec2', name, summary, resource, ids, key, shape, filters = {}, filterParameter = 'Filters' } = look;
  const names = Object.keys(filters);
  return defineOperation({
    service,
    name,
    effect: 'look',
    summary,
    parameters: { [ids]: listOf(id(resource)), ...(names.length > 0 && { [filterParameter]: listOf(filter(names)) }) },
    apply(_draft, input, world) {
      const given = input as Readonly<Record<string, readonly unknown[] | undefined>>;
      const asked = (given[filterParameter] ?? []) as readonly Filter[];
      const found = RESOURCE_KINDS[resource]
        .list(world)
        .filter((each) => given[ids]?.includes(each) ?? true)
        .filter((each) => asked.every((one) => passesFilter(one, filters[one.Name]!(world, each))));
      return { [key]: found.map((each) => shape(world, each)) };
    },
  });
}
