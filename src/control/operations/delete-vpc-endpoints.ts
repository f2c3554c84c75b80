// Source: D-GWE, D-IFE; codes D-ERR (vpc-dataplane 5.2). Ids that name nothing are told in the answer and are no error. The endpoint's routes
// go with it, which is the only way for them to go.

import { endpointAt, isEndpoint, unknownEndpoint } from '../endpoint.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';
import { removeNodes } from '../service-node.ts';

export const deleteVpcEndpoints = defineOperation({
  service: 'ec2',
  name: 'DeleteVpcEndpoints',
  effect: 'edit',
  summary: 'Deletes endpoints, with their routes or their interfaces',
  parameters: { VpcEndpointIds: required(listOf(id('vpc-endpoint'))) },
  unchecked: ['VpcEndpointIds'],
  apply(draft, { VpcEndpointIds }, before) {
    const known = VpcEndpointIds.filter((each) => isEndpoint(before, each));
    for (const each of new Set(known)) {
      if (endpointAt(before, each).kind === 'interface-endpoint') removeNodes(draft, each);
      for (const table of Object.values(draft.routeTables))
        if (table.routes.some(({ target }) => target === each))
          table.routes = table.routes.filter(({ target }) => target !== each);
      delete draft.gateways[each];
      retireId(draft, each);
    }
    return { Unsuccessful: VpcEndpointIds.filter((each) => !known.includes(each)).map(unknownEndpoint) };
  },
});
