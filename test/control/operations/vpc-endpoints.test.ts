// vpc-dataplane 5.2 (CreateVpcEndpoint, DeleteVpcEndpoints, routes to prefix lists and endpoints), 6.1, 6.2.

import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import type { World } from '../../../src/cloud/world.ts';
import { diagnose } from '../../../src/dataplane/diagnose.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';
import { edit, outputOf, refusal } from '../lab-world.ts';

const S3 = 'com.amazonaws.us-east-1.s3';
const DYNAMODB = 'com.amazonaws.us-east-1.dynamodb';

const lane = buildWorld(worldFile('gateway-endpoint'));
const link = buildWorld(worldFile('privatelink'));

const gateway = (service: string, more = '') =>
  `create-vpc-endpoint --vpc-id vpc-red --service-name ${service} ${more}`;
const ours = (more = '') =>
  `create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id vpc-consumer --service-name com.amazonaws.vpce.us-east-1.vpce-svc-api ${more}`;

function endpoints(world: World, more = '') {
  return outputOf(world, `describe-vpc-endpoints ${more}`)!.VpcEndpoints as readonly Record<string, unknown>[];
}

function targets(world: World, tableId: string): readonly string[] {
  return world.routeTables[tableId]!.routes.map(({ destination, target }) => `${destination} → ${target}`);
}

const twoZones = edit(
  link,
  'create-subnet --vpc-id vpc-consumer --cidr-block 10.0.3.0/24 --availability-zone us-east-1a',
);
const twin = Object.keys(twoZones.subnets).find((id) => !link.subnets[id]) as string;
const farZone = edit(
  link,
  'create-subnet --vpc-id vpc-consumer --cidr-block 10.0.3.0/24 --availability-zone us-east-1c',
);
const far = Object.keys(farZone.subnets).find((id) => !link.subnets[id]) as string;

const refusals: readonly (readonly [string, World, string, string, string])[] = [
  ['an unknown service', lane, gateway('com.amazonaws.us-east-1.ec3'), 'InvalidServiceName', 'D-ERR, C-MOTO'],
  ['a service of another Region', lane, gateway('com.amazonaws.eu-west-1.s3'), 'InvalidServiceName', 'D-GWE, D-ERR'],
  ['an unknown table', lane, gateway(S3, '--route-table-ids rtb-x'), 'InvalidRouteTableId.NotFound', 'C-TF'],
  [
    'a table that routes the list already',
    lane,
    gateway(S3, '--route-table-ids rtb-app'),
    'RouteAlreadyExists',
    'C-LOG',
  ],
  [
    'a table that is associated with a gateway',
    buildWorld(worldFile('edge-table')),
    gateway(S3, '--route-table-ids rtb-edge'),
    'InvalidParameterValue',
    'D-RT; code inferred',
  ],
  ['an unknown VPC', lane, `create-vpc-endpoint --vpc-id vpc-x --service-name ${S3}`, 'InvalidVpcID.NotFound', 'D-ERR'],
  ['a bad policy', lane, `${gateway(S3)} --policy-document nonsense`, 'InvalidPolicyDocument', 'D-ERR'],
  ['subnets for a gateway endpoint', lane, gateway(S3, '--subnet-ids subnet-app'), 'InvalidParameter', 'inferred'],
  [
    'tables for an interface endpoint',
    link,
    ours('--route-table-ids rtb-consumer-main'),
    'InvalidParameter',
    'inferred',
  ],
  ['two subnets in one zone', twoZones, ours(`--subnet-ids subnet-app ${twin}`), 'DuplicateSubnetsInSameZone', 'D-ERR'],
  ['a zone without the service', farZone, ours(`--subnet-ids ${far}`), 'InvalidParameter', 'inferred'],
  ['a subnet of another VPC', link, ours('--subnet-ids subnet-api'), 'InvalidParameter', 'inferred'],
  [
    'a group of another VPC',
    link,
    ours('--subnet-ids subnet-app --security-group-ids sg-api'),
    'InvalidParameter',
    'inferred',
  ],
  [
    'the twenty-first gateway endpoint',
    { ...lane, quotas: { ...lane.quotas, gatewayEndpoints: 1 } },
    gateway(DYNAMODB),
    'VpcEndpointLimitExceeded',
    'D-ERR, D-LIM23',
  ],
  [
    'the fifty-first interface endpoint',
    { ...link, quotas: { ...link.quotas, interfaceEndpoints: 1 } },
    ours(),
    'VpcEndpointLimitExceeded',
    'D-ERR, D-LIM23',
  ],
  [
    'a table more that has the route',
    lane,
    'modify-vpc-endpoint --vpc-endpoint-id vpce-s3 --add-route-table-ids rtb-app',
    'RouteAlreadyExists',
    'C-LOG',
  ],
  [
    'an unknown endpoint',
    lane,
    'modify-vpc-endpoint --vpc-endpoint-id vpce-x --reset-policy',
    'InvalidVpcEndpointId.NotFound',
    'D-ERR',
  ],
  [
    'subnets for a gateway endpoint, later',
    lane,
    'modify-vpc-endpoint --vpc-endpoint-id vpce-s3 --add-subnet-ids subnet-app',
    'InvalidParameter',
    'inferred',
  ],
  [
    'a route by hand from a block',
    lane,
    'create-route --route-table-id rtb-iso --destination-cidr-block 198.18.0.0/16 --gateway-id vpce-s3',
    'RouteNotSupported',
    'C-MOTO',
  ],
  [
    'a route by hand from the list',
    lane,
    'create-route --route-table-id rtb-iso --destination-prefix-list-id pl-s3 --gateway-id vpce-s3',
    'InvalidParameterValue',
    'C-LOG, C-TF',
  ],
  [
    'its route replaced',
    lane,
    'replace-route --route-table-id rtb-app --destination-prefix-list-id pl-s3 --nat-gateway-id nat-1',
    'InvalidParameterValue',
    'D-GWE',
  ],
  [
    'its route deleted',
    lane,
    'delete-route --route-table-id rtb-app --destination-prefix-list-id pl-s3',
    'InvalidParameterValue',
    'D-GWE',
  ],
  [
    'an unknown prefix list',
    lane,
    'create-route --route-table-id rtb-iso --destination-prefix-list-id pl-x --nat-gateway-id nat-1',
    'InvalidPrefixListID.NotFound',
    'D-ERR',
  ],
  [
    'a service offered twice',
    link,
    'create-vpc-endpoint-service-configuration --network-load-balancer-arns nlb-api',
    'InvalidParameter',
    'inferred',
  ],
  [
    'an unknown load balancer',
    link,
    'create-vpc-endpoint-service-configuration --network-load-balancer-arns nlb-x',
    'LoadBalancerNotFound',
    'ELBv2 API',
  ],
  [
    'an unknown endpoint service',
    link,
    'accept-vpc-endpoint-connections --service-id vpce-svc-x --vpc-endpoint-ids vpce-api',
    'InvalidVpcEndpointServiceId.NotFound',
    'D-ERR',
  ],
  [
    "an Elastic IP for a service's interface",
    edit(
      link,
      'create-internet-gateway',
      'attach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-consumer',
      'allocate-address',
    ),
    'associate-address --allocation-id eipalloc-1 --network-interface-id eni-vpce',
    'AuthFailure',
    'C-LOG',
  ],
];

test.each(refusals)('%s is refused', (_name, world, line, code) => {
  expect(refusal(world, line)).toBe(code);
});

describe('a gateway endpoint (6.1)', () => {
  test('is a route in each table that is named, and nothing else', () => {
    const made = edit(lane, gateway(DYNAMODB, '--route-table-ids rtb-app rtb-iso'));
    for (const table of ['rtb-app', 'rtb-iso']) expect(targets(made, table)).toContain('pl-dynamodb → vpce-1');
    expect(made.networkInterfaces).toBe(lane.networkInterfaces);
    expect(checkWorld(made)).toEqual([]);
    expect(traceExchange(made, { from: 'i-iso', to: 'table' }).outcome).toBe('conversed');
  });

  test('may be one of several, through different tables (D-GWE)', () => {
    const made = edit(lane, gateway(S3, '--route-table-ids rtb-iso'));
    expect(targets(made, 'rtb-iso')).toContain('pl-s3 → vpce-1');
    expect(targets(made, 'rtb-app')).toContain('pl-s3 → vpce-s3');
  });

  test('is given to a table and taken away again', () => {
    const given = edit(lane, 'modify-vpc-endpoint --vpc-endpoint-id vpce-s3 --add-route-table-ids rtb-iso');
    expect(traceExchange(given, { from: 'i-iso', to: 'bucket' }).outcome).toBe('conversed');
    const taken = edit(given, 'modify-vpc-endpoint --vpc-endpoint-id vpce-s3 --remove-route-table-ids rtb-app rtb-iso');
    expect(taken.routeTables['rtb-iso']!.routes).toEqual(lane.routeTables['rtb-iso']!.routes);
    expect(targets(taken, 'rtb-app')).not.toContain('pl-s3 → vpce-s3');
  });

  test('takes its routes with it', () => {
    const gone = edit(lane, 'delete-vpc-endpoints --vpc-endpoint-ids vpce-s3');
    expect(targets(gone, 'rtb-app').join()).not.toContain('vpce-');
    expect(checkWorld(gone)).toEqual([]);
    expect(edit(gone, gateway(S3)).gateways['vpce-1']).toBeDefined();
  });

  test('is described with its tables and its policy', () => {
    expect(endpoints(lane)[0]).toMatchObject({
      VpcEndpointId: 'vpce-s3',
      VpcEndpointType: 'Gateway',
      ServiceName: S3,
      State: 'available',
      RouteTableIds: ['rtb-app'],
    });
    expect(endpoints(lane, `--filters Name=service-name,Values=${DYNAMODB}`)).toEqual([]);
  });

  test.each<[string, string, unknown]>([
    ['everything', '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}', {}],
    ['one bucket', '{"Statement":{"Effect":"Allow","Resource":"arn:aws:s3:::bucket/*"}}', { allow: ['bucket'] }],
    [
      'one table',
      '{"Statement":[{"Effect":"Allow","Resource":"arn:aws:dynamodb:us-east-1:111122223333:table/orders"}]}',
      { allow: ['orders'] },
    ],
    [
      'all but one',
      '{"Statement":[{"Effect":"Allow"},{"Effect":"Deny","Resource":["arn:aws:s3:::bucket"]}]}',
      { deny: ['bucket'] },
    ],
    ['nothing', '{"Statement":[{"Effect":"Deny","Resource":"*"}]}', { allow: [] }],
  ])('a policy that allows %s is kept as what it lets through', (_name, document, policy) => {
    const set = edit(lane, `modify-vpc-endpoint --vpc-endpoint-id vpce-s3 --policy-document '${document}'`);
    expect(set.gateways['vpce-s3']!.policy).toEqual(policy);
    expect(
      edit(set, 'modify-vpc-endpoint --vpc-endpoint-id vpce-s3 --reset-policy').gateways['vpce-s3'],
    ).not.toHaveProperty('policy');
  });

  test('a batch deletion tells what it did not find, and is no error (D-ERR)', () => {
    expect(outputOf(lane, 'delete-vpc-endpoints --vpc-endpoint-ids vpce-x vpce-s3')).toEqual({
      Unsuccessful: [
        {
          ResourceId: 'vpce-x',
          Error: { Code: 'InvalidVpcEndpointId.NotFound', Message: "The Vpc Endpoint Id 'vpce-x' does not exist" },
        },
      ],
    });
  });
});

describe('an interface endpoint (6.2)', () => {
  const bare = edit(link, 'delete-vpc-endpoints --vpc-endpoint-ids vpce-api');

  test('has one interface in each subnet, of its own, with the default group unless told', () => {
    const made = edit(bare, ours('--subnet-ids subnet-app'));
    const [node] = made.gateways['vpce-1']!.nodes as { networkInterfaceId: string }[];
    expect(made.networkInterfaces[node!.networkInterfaceId]).toMatchObject({
      managedBy: 'vpce-1',
      groups: ['sg-consumer-default'],
    });
    expect(checkWorld(made)).toEqual([]);
  });

  test('waits for consent, is accepted, rejected, and deleted with its interface', () => {
    const asked = edit(bare, ours('--subnet-ids subnet-app --security-group-ids sg-vpce'));
    expect(endpoints(asked)[0]).toMatchObject({ State: 'pendingAcceptance', Groups: [{ GroupId: 'sg-vpce' }] });
    const answer = (verb: string) =>
      `${verb}-vpc-endpoint-connections --service-id vpce-svc-api --vpc-endpoint-ids vpce-1`;
    const accepted = edit(asked, answer('accept'));
    expect(accepted.gateways['vpce-1']!.state).toBe('available');
    expect(edit(accepted, answer('reject')).gateways['vpce-1']!.state).toBe('rejected');
    const gone = edit(accepted, 'delete-vpc-endpoints --vpc-endpoint-ids vpce-1');
    expect(Object.keys(gone.networkInterfaces)).toEqual(Object.keys(bare.networkInterfaces));
  });

  test('is available at once where the service asks for nothing', () => {
    const open = edit(
      bare,
      'delete-vpc-endpoint-service-configurations --service-ids vpce-svc-api',
      'create-vpc-endpoint-service-configuration --network-load-balancer-arns nlb-api --no-acceptance-required',
    );
    const line = ours('--subnet-ids subnet-app').replace('vpce-svc-api', 'vpce-svc-1');
    expect(edit(open, line).gateways['vpce-1']!.state).toBe('available');
  });

  test('keeps its last security group (inferred)', () => {
    const last = 'modify-vpc-endpoint --vpc-endpoint-id vpce-api --remove-security-group-ids sg-vpce';
    expect(refusal(link, last)).toBe('InvalidParameterValue');
  });

  test('gets other groups, and loses a subnet with its interface', () => {
    const regrouped = edit(
      link,
      'modify-vpc-endpoint --vpc-endpoint-id vpce-api --add-security-group-ids sg-consumer-default --remove-security-group-ids sg-vpce',
    );
    expect(regrouped.networkInterfaces['eni-vpce']!.groups).toEqual(['sg-consumer-default']);
    const emptied = edit(link, 'modify-vpc-endpoint --vpc-endpoint-id vpce-api --remove-subnet-ids subnet-app');
    expect(emptied.networkInterfaces['eni-vpce']).toBeUndefined();
    expect(checkWorld(emptied)).toEqual([]);
    const back = edit(emptied, 'modify-vpc-endpoint --vpc-endpoint-id vpce-api --add-subnet-ids subnet-app');
    expect(back.networkInterfaces['eni-1']!.groups).toEqual(['sg-consumer-default']);
  });

  test('a service in use is not deleted, and the answer says why', () => {
    expect(
      outputOf(link, 'delete-vpc-endpoint-service-configurations --service-ids vpce-svc-api vpce-svc-x'),
    ).toMatchObject({
      Unsuccessful: [
        { ResourceId: 'vpce-svc-api', Error: { Code: 'ExistingVpcEndpointConnections' } },
        { ResourceId: 'vpce-svc-x', Error: { Code: 'InvalidVpcEndpointService.NotFound' } },
      ],
    });
  });

  test('of another service cannot be accepted, and the answer says so', () => {
    expect(
      outputOf(link, 'accept-vpc-endpoint-connections --service-id vpce-svc-api --vpc-endpoint-ids vpce-api vpce-x'),
    ).toMatchObject({
      Unsuccessful: [{ ResourceId: 'vpce-api' }, { ResourceId: 'vpce-x' }],
    });
  });

  test('services and connections are listed', () => {
    expect(outputOf(link, 'describe-vpc-endpoint-services')!.ServiceNames).toEqual([
      S3,
      DYNAMODB,
      'com.amazonaws.vpce.us-east-1.vpce-svc-api',
    ]);
    expect(outputOf(link, 'describe-vpc-endpoint-connections')).toEqual({
      VpcEndpointConnections: [{ ServiceId: 'vpce-svc-api', VpcEndpointId: 'vpce-api', VpcEndpointState: 'available' }],
    });
    expect(outputOf(link, 'describe-vpc-endpoint-service-configurations')).toMatchObject({
      ServiceConfigurations: [
        { ServiceId: 'vpce-svc-api', AvailabilityZones: ['us-east-1a'], AcceptanceRequired: true },
      ],
    });
  });
});

test('publish, ask, accept: three calls join two VPCs with the same addresses (7.6 of the curriculum)', () => {
  const start = edit(
    link,
    'delete-vpc-endpoints --vpc-endpoint-ids vpce-api',
    'delete-vpc-endpoint-service-configurations --service-ids vpce-svc-api',
  );
  const done = edit(
    start,
    'create-vpc-endpoint-service-configuration --network-load-balancer-arns nlb-api',
    'create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id vpc-consumer --service-name com.amazonaws.vpce.us-east-1.vpce-svc-1 --subnet-ids subnet-app --security-group-ids sg-vpce',
    'accept-vpc-endpoint-connections --service-id vpce-svc-1 --vpc-endpoint-ids vpce-1',
  );
  const address =
    done.networkInterfaces[(done.gateways['vpce-1']!.nodes as { networkInterfaceId: string }[])[0]!.networkInterfaceId]!
      .addresses[0]!.address;
  expect(traceExchange(done, { from: 'i-app', to: address }).outcome).toBe('conversed');
  expect(diagnose(done, { from: 'i-app', to: address })).toEqual([]);
});

describe('prefix lists of one’s own', () => {
  const made = edit(
    lane,
    'create-managed-prefix-list --prefix-list-name far --address-family IPv4 --max-entries 5 --entries Cidr=198.19.128.0/24 Cidr=198.51.100.0/24',
  );

  test('stand in routes, which route APIs may change', () => {
    const routed = edit(
      made,
      'create-route --route-table-id rtb-iso --destination-prefix-list-id pl-1 --nat-gateway-id nat-1',
    );
    expect(traceExchange(routed, { from: 'i-iso', to: 'far-bucket' }).outcome).toBe('conversed');
    expect(refusal(routed, 'delete-managed-prefix-list --prefix-list-id pl-1')).toBe('DependencyViolation');
    const gone = edit(
      routed,
      'delete-route --route-table-id rtb-iso --destination-prefix-list-id pl-1',
      'delete-managed-prefix-list --prefix-list-id pl-1',
    );
    expect(gone.prefixLists['pl-1']).toBeUndefined();
  });

  test.each([
    [
      'a name of AWS’s',
      'create-managed-prefix-list --prefix-list-name com.amazonaws.mine --address-family IPv4 --max-entries 1',
      'InvalidParameterValue',
    ],
    [
      'a block of the other family',
      'create-managed-prefix-list --prefix-list-name x --address-family IPv6 --max-entries 1 --entries Cidr=10.0.0.0/8',
      'InvalidParameterValue',
    ],
    [
      'more entries than it may have',
      'create-managed-prefix-list --prefix-list-name x --address-family IPv4 --max-entries 1 --entries Cidr=10.0.0.0/8 Cidr=11.0.0.0/8',
      'PrefixListMaxEntriesExceeded',
    ],
    ['deleting one of AWS’s', 'delete-managed-prefix-list --prefix-list-id pl-s3', 'UnauthorizedOperation'],
  ])('%s is refused', (_name, line, code) => {
    expect(refusal(made, line)).toBe(code);
  });

  test('are listed, with their blocks where asked', () => {
    expect(outputOf(made, 'describe-managed-prefix-lists --prefix-list-ids pl-1')).toMatchObject({
      PrefixLists: [{ PrefixListName: 'far', AddressFamily: 'IPv4', OwnerId: '111122223333' }],
    });
    expect(outputOf(lane, 'describe-prefix-lists --prefix-list-ids pl-s3')).toEqual({
      PrefixLists: [{ PrefixListId: 'pl-s3', PrefixListName: S3, Cidrs: ['198.18.0.0/16'] }],
    });
  });
});

test('endpoint first, then the bucket’s rule: the source turns private (6.3 of the curriculum)', () => {
  const before = buildWorld(worldFile('gateway-endpoint'), {
    routeTables: { 'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'nat-1' }] } },
    internet: { bucket: { application: { allowedSources: ['203.0.113.50/32'] } } },
  });
  const probe = { from: 'i-app', to: 'bucket' } as const;
  expect(traceExchange(before, probe)).toMatchObject({
    outcome: 'conversed',
    seen: { source: { address: '203.0.113.50' } },
  });
  const endpoint = edit(before, 'modify-vpc-endpoint --vpc-endpoint-id vpce-s3 --add-route-table-ids rtb-app');
  expect(traceExchange(endpoint, probe).request.fault?.code).toBe('SOURCE_NOT_ALLOWED');
  for (const rule of ['vpce-s3', 'vpc-red']) {
    const ruled = edit(endpoint, `lab set-allowed-source --machine bucket --cidr ${rule}`);
    expect(traceExchange(ruled, probe)).toMatchObject({
      outcome: 'conversed',
      seen: { source: { address: '10.1.2.20' } },
    });
  }
});

describe('a security group rule that names a prefix list (6.1)', () => {
  const allow = (list: string) =>
    `authorize-security-group-egress --group-id sg-1 --ip-permissions IpProtocol=tcp,FromPort=443,ToPort=443,PrefixListIds=[{PrefixListId=${list}}]`;
  const closed = edit(
    lane,
    'create-security-group --group-name only-s3 --description x --vpc-id vpc-red',
    'revoke-security-group-egress --group-id sg-1 --protocol all --cidr 0.0.0.0/0',
    'modify-network-interface-attribute --network-interface-id eni-app --groups sg-1',
  );

  test('lets its service through and nothing else', () => {
    const open = edit(closed, allow('pl-s3'));
    expect(traceExchange(closed, { from: 'i-app', to: 'bucket' }).request.fault?.code).toBe('SG_HAS_NO_RULES');
    expect(traceExchange(open, { from: 'i-app', to: 'bucket' }).outcome).toBe('conversed');
    expect(traceExchange(open, { from: 'i-app', to: 'client' }).request.fault?.code).toBe('ENI_SG_RULES_MISMATCH');
    expect(JSON.stringify(outputOf(open, 'describe-security-groups --group-ids sg-1'))).toContain(
      '"PrefixListId":"pl-s3"',
    );
  });

  test('is refused where there is no such list', () => {
    expect(refusal(closed, allow('pl-x'))).toBe('InvalidPrefixListID.NotFound');
  });
});
