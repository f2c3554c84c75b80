// Source: D-VPN; EC2 API reference: the same address and number again give the gateway that is there. AWS does not ask whether a router
// has the address. Inferred: the quota of 50.

import { listGateways } from '../../cloud/lookup.ts';
import { quotaOf } from '../../cloud/quotas.ts';
import type { World } from '../../cloud/world.ts';
import type { CustomerGateway } from '../../dataplane/gateways/customer-gateway.ts';
import type { CustomerSite } from '../../dataplane/gateways/customer-site.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { choice, integer, ipv4 } from '../parameter.ts';
import { TAGGED } from '../tags.ts';
import { customerGatewayShape } from './describe-customer-gateways.ts';

interface Input {
  readonly IpAddress?: string | undefined;
  readonly PublicIp?: string | undefined;
  readonly BgpAsn?: number | undefined;
}

const DEFAULT_ASN = 65000;

export const createCustomerGateway = defineOperation({
  service: 'ec2',
  name: 'CreateCustomerGateway',
  effect: 'edit',
  summary: 'Tells AWS the public address of a customer’s router',
  parameters: {
    Type: choice('ipsec.1'),
    IpAddress: ipv4(),
    PublicIp: ipv4(),
    BgpAsn: integer(1, 999999999),
    ...TAGGED,
  },
  oneOf: [['IpAddress', 'PublicIp']],
  candidates: { IpAddress: routerAddresses, PublicIp: () => [] },
  check(world, input) {
    const quota = quotaOf(world, 'customerGateways');
    if (findSame(world, input) || listGateways(world, 'customer-gateway').length < quota) return undefined;
    return {
      code: 'CustomerGatewayLimitExceeded',
      message: `The account has reached its limit of ${quota} customer gateways in this region.`,
    };
  },
  apply(draft, input, before) {
    const existing = findSame(before, input);
    const id = existing ?? issueId(draft, 'cgw');
    if (!existing)
      draft.gateways[id] = { kind: 'customer-gateway', ipAddress: addressOf(input), asn: input.BgpAsn ?? DEFAULT_ASN };
    return (after) => ({ CustomerGateway: customerGatewayShape(after, id) });
  },
});

function addressOf({ IpAddress, PublicIp }: Input): string {
  return (IpAddress ?? PublicIp) as string;
}

function findSame(world: World, input: Input): string | undefined {
  return listGateways<CustomerGateway>(world, 'customer-gateway').find(
    ([, { ipAddress, asn }]) => ipAddress === addressOf(input) && asn === (input.BgpAsn ?? DEFAULT_ASN),
  )?.[0];
}

/** Routers that AWS has no note of yet. */
function routerAddresses(world: World): readonly string[] {
  const noted = listGateways<CustomerGateway>(world, 'customer-gateway').map(([, { ipAddress }]) => ipAddress);
  const routers = listGateways<CustomerSite>(world, 'customer-site').map(([, { publicIp }]) => publicIp);
  return routers.filter((address) => !noted.includes(address));
}
