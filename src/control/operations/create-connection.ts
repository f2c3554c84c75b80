// Source: Direct Connect API reference, CreateConnection. A port of AWS's; whose wire ends in it is for `lab lay-wire` to say.

import { connectionShape } from '../direct-connect.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { choice, freeText, required } from '../parameter.ts';

export const createConnection = defineOperation({
  service: 'directconnect',
  name: 'CreateConnection',
  effect: 'edit',
  summary: 'Orders a Direct Connect port',
  parameters: {
    Location: required(freeText('LOCATION')),
    Bandwidth: required(choice('1Gbps', '10Gbps')),
    ConnectionName: required(freeText('NAME')),
  },
  candidates: { Location: () => ['EqDC2'], ConnectionName: () => ['wire'] },
  apply(draft, { Location, Bandwidth, ConnectionName }) {
    const dxconId = issueId(draft, 'dxcon');
    draft.gateways[dxconId] = {
      kind: 'direct-connect-connection',
      name: ConnectionName,
      location: Location,
      bandwidth: Bandwidth,
    };
    return (after) => connectionShape(after, dxconId);
  },
});
