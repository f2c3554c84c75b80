// The network of a puzzle: as it worked, and as it is after what went wrong.

import type { Drawn } from './plan.ts';
import type { Draft } from './region.ts';

export function buildHealthy({ setting, regions }: Pick<Drawn, 'setting' | 'regions'>): Draft {
  const draft: Draft = {
    hosts: {
      'host-a': { underlay: '100.64.0.11' },
      'host-b': { underlay: '100.64.0.12' },
      'host-c': { underlay: '100.64.0.13' },
    },
    ...{ vpcs: {}, subnets: {}, routeTables: {}, routeAssociations: {}, gateways: {}, networkInterfaces: {} },
    ...{ instances: {}, elasticIps: {}, securityGroups: {}, networkAcls: {}, internet: {} },
  };
  for (const region of regions) region.build(draft, setting);
  const used = new Set(Object.values(draft.instances).map(({ hostId }) => hostId));
  for (const id of Object.keys(draft.hosts)) if (!used.has(id)) delete draft.hosts[id];
  return draft;
}

export function buildSpoiled(drawn: Drawn): Draft {
  const draft = buildHealthy(drawn);
  for (const mishap of drawn.mishaps) mishap.spoil(draft, drawn.setting);
  return draft;
}
