// Which virtual private gateways a route table takes routes from.

import type { WorldDraft } from '../cloud/world.ts';

type TableDraft = WorldDraft['routeTables'][string];

export function startPropagation(table: TableDraft, vgwId: string): void {
  if (table.propagatingVgws?.includes(vgwId as never)) return;
  table.propagatingVgws = [...(table.propagatingVgws ?? []), vgwId as `vgw-${string}`];
}

/** A table that takes from nobody is the same as one that never did. */
export function stopPropagation(table: TableDraft, vgwId: string): void {
  if (!table.propagatingVgws) return;
  const rest = table.propagatingVgws.filter((each) => each !== vgwId);
  if (rest.length > 0) table.propagatingVgws = rest;
  else delete table.propagatingVgws;
}
