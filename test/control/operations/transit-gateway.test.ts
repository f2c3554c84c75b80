import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import type { World } from '../../../src/cloud/world.ts';
import { GATEWAY_REFERENCES } from '../../../src/dataplane/gateways/registry.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../../worlds/build.ts';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const create = 'create-transit-gateway';
const attachRed =
  'create-transit-gateway-vpc-attachment --transit-gateway-id tgw-1 --vpc-id vpc-red --subnet-ids subnet-app';
const attachBlue =
  'create-transit-gateway-vpc-attachment --transit-gateway-id tgw-1 --vpc-id vpc-blue --subnet-ids subnet-blue';
const newTable = 'create-transit-gateway-route-table --transit-gateway-id tgw-1';
const onTable = '--transit-gateway-route-table-id tgw-rtb-1';
const red = '--transit-gateway-attachment-id tgw-attach-1';
const route = `create-transit-gateway-route ${onTable} --destination-cidr-block 10.9.0.0/16`;
const routeRed =
  'create-route --route-table-id rtb-app --destination-cidr-block 172.31.0.0/16 --transit-gateway-id tgw-1';

/** vpc-dataplane 7.4, 5.2: the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['an unknown transit gateway', [], attachRed, 'InvalidTransitGatewayID.NotFound', 'C-TF'],
  ['a malformed one', [], attachRed.replace('tgw-1', 'igw-1'), 'InvalidTransitGatewayID.Malformed', 'C-TF'],
  ['an unknown subnet', [create], attachRed.replace('subnet-app', 'subnet-x'), 'InvalidSubnetID.NotFound', 'D-ERR'],
  ['no subnet', [create], attachRed.replace(' --subnet-ids subnet-app', ''), 'Usage', 'the CLI itself'],
  [
    "another VPC's subnet",
    [create],
    attachRed.replace('subnet-app', 'subnet-blue'),
    'InvalidParameterValue',
    'inferred',
  ],
  [
    'two subnets in one zone',
    [create],
    attachRed.replace('subnet-app', 'subnet-app subnet-pub'),
    'DuplicateSubnetsInSameZone',
    'C-TF, D-ERR',
  ],
  ['a VPC that is attached already', [create, attachRed], attachRed, 'DuplicateTransitGatewayAttachment', 'C-TF'],
  [
    'one more subnet in the same zone',
    [create, attachRed],
    `modify-transit-gateway-vpc-attachment ${red} --add-subnet-ids subnet-pub`,
    'DuplicateSubnetsInSameZone',
    'C-TF',
  ],
  [
    'taking the last subnet away',
    [create, attachRed],
    `modify-transit-gateway-vpc-attachment ${red} --remove-subnet-ids subnet-app`,
    'InvalidParameterValue',
    'inferred',
  ],
  [
    'deleting one that VPCs are attached to',
    [create, attachRed],
    'delete-transit-gateway --transit-gateway-id tgw-1',
    'IncorrectState',
    'C-TF',
  ],
  [
    'deleting an unknown attachment',
    [create],
    `delete-transit-gateway-vpc-attachment ${red}`,
    'InvalidTransitGatewayAttachmentID.NotFound',
    'C-TF',
  ],
  [
    'deleting the default table',
    [create],
    `delete-transit-gateway-route-table ${onTable}`,
    'IncorrectState',
    'inferred',
  ],
  [
    'deleting a table in use',
    [
      'create-transit-gateway --options DefaultRouteTableAssociation=disable,DefaultRouteTablePropagation=disable',
      newTable,
      attachRed,
      `associate-transit-gateway-route-table ${onTable} ${red}`,
    ],
    `delete-transit-gateway-route-table ${onTable}`,
    'IncorrectState',
    'C-TF',
  ],
  [
    'a second table for an attachment',
    [create, attachRed, newTable],
    `associate-transit-gateway-route-table --transit-gateway-route-table-id tgw-rtb-2 ${red}`,
    'Resource.AlreadyAssociated',
    'C-TF',
  ],
  [
    'disassociating what is not associated',
    [create, attachRed, newTable],
    `disassociate-transit-gateway-route-table --transit-gateway-route-table-id tgw-rtb-2 ${red}`,
    'InvalidAssociation.NotFound',
    'C-TF',
  ],
  [
    'propagating twice',
    [create, attachRed],
    `enable-transit-gateway-route-table-propagation ${onTable} ${red}`,
    'TransitGatewayRouteTablePropagation.Duplicate',
    'C-TF',
  ],
  [
    'ending a propagation that is not',
    [create, attachRed, newTable],
    `disable-transit-gateway-route-table-propagation --transit-gateway-route-table-id tgw-rtb-2 ${red}`,
    'TransitGatewayRouteTablePropagation.NotFound',
    'C-TF',
  ],
  [
    'an unknown table',
    [create, attachRed],
    `associate-transit-gateway-route-table --transit-gateway-route-table-id tgw-rtb-9 ${red}`,
    'InvalidRouteTableID.NotFound',
    'C-TF',
  ],
  ['a static route without target', [create, attachRed], route, 'MissingParameter', 'D-API'],
  [
    'a static route with both targets',
    [create, attachRed],
    `${route} ${red} --blackhole`,
    'InvalidParameterCombination',
    'D-API',
  ],
  [
    'the same static route again',
    [create, attachRed, `${route} --blackhole`],
    `${route} ${red}`,
    'RouteAlreadyExists',
    'D-ERR',
  ],
  [
    'an attachment of another transit gateway',
    [create, create, attachRed.replace('tgw-1', 'tgw-2')],
    `${route} ${red}`,
    'InvalidTransitGatewayAttachmentID.NotFound',
    'inferred',
  ],
  [
    'deleting a route that is not',
    [create],
    `delete-transit-gateway-route ${onTable} --destination-cidr-block 10.9.0.0/16`,
    'InvalidRoute.NotFound',
    'D-ERR',
  ],
  [
    'deleting a propagated route',
    [create, attachRed],
    `delete-transit-gateway-route ${onTable} --destination-cidr-block 10.1.0.0/16`,
    'InvalidRoute.NotFound',
    'inferred',
  ],
  [
    'replacing a route that is not',
    [create, attachRed],
    `replace-transit-gateway-route ${onTable} --destination-cidr-block 10.9.0.0/16 ${red}`,
    'InvalidRoute.NotFound',
    'inferred',
  ],
  ["a VPC's route before it is attached", [create], routeRed, 'InvalidTransitGatewayID.NotFound', 'C-TF'],
  [
    "a VPC's route inside its own block",
    [create, attachRed],
    routeRed.replace('172.31.0.0/16', '10.1.1.0/24'),
    'InvalidParameterValue',
    'C-LOG, D-RT',
  ],
  [
    'a transit gateway given as a gateway',
    [create, attachRed],
    routeRed.replace('--transit-gateway-id', '--gateway-id'),
    'InvalidGatewayID.NotFound',
    'C-LOG',
  ],
  [
    'deleting a VPC that is attached',
    [create, attachBlue],
    'delete-vpc --vpc-id vpc-blue',
    'DependencyViolation',
    'C-OS',
  ],
  [
    'deleting the subnet of an attachment',
    [create, attachRed],
    'delete-subnet --subnet-id subnet-app',
    'DependencyViolation',
    'C-OS, C-LOG',
  ],
  [
    'changing the interface of an attachment',
    [create, attachRed],
    'modify-network-interface-attribute --network-interface-id eni-1 --source-dest-check Value=true',
    'AuthFailure',
    'C-LOG',
  ],
];

describe('EC2 refuses', () => {
  test.each(refusals)('%s', (_case, before, line, code) => {
    expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
  });

  test.each<[string, Part, readonly string[], string, string]>([
    ['transit gateways', { transitGateways: 0 }, [], create, 'TransitGatewayLimitExceeded'],
    ['tables', { transitGatewayRouteTables: 1 }, [create], newTable, 'TransitGatewayRouteTableLimitExceeded'],
    ['attachments of a VPC', { attachmentsPerVpc: 0 }, [create], attachRed, 'TransitGatewayAttachmentLimitExceeded'],
  ])('more %s than the quota grants (D-TGWQ)', (_what, quotas, before, line, code) => {
    expect(refusal(edit(makeWorld({ quotas }), ...before), line)).toBe(code);
  });
});

function routesOf(world: World, tableId = 'tgw-rtb-1') {
  const line = `search-transit-gateway-routes --transit-gateway-route-table-id ${tableId} --filters Name=type,Values=static,propagated`;
  const { Routes } = outputOf(world, line) as never as {
    Routes: readonly {
      DestinationCidrBlock: string;
      Type: string;
      State: string;
      TransitGatewayAttachments?: readonly { TransitGatewayAttachmentId: string }[];
    }[];
  };
  return Routes.map(({ DestinationCidrBlock, Type, State, TransitGatewayAttachments = [] }) =>
    [
      DestinationCidrBlock,
      Type,
      State,
      ...TransitGatewayAttachments.map((each) => each.TransitGatewayAttachmentId),
    ].join(' '),
  );
}

describe('a transit gateway', () => {
  test('joins what is attached to it in its default table (D-TGW)', () => {
    const world = edit(makeWorld(), create, attachRed, attachBlue);
    expect(routesOf(world)).toEqual([
      '10.1.0.0/16 propagated active tgw-attach-1',
      '172.31.0.0/16 propagated active tgw-attach-2',
    ]);
    expect(checkWorld(world, GATEWAY_REFERENCES)).toEqual([]);
  });

  test('without default tables leaves all to its owner', () => {
    const world = edit(
      makeWorld(),
      `${create} --options DefaultRouteTableAssociation=disable,DefaultRouteTablePropagation=disable`,
      attachRed,
    );
    expect(outputOf(world, 'describe-transit-gateway-route-tables')).toEqual({ TransitGatewayRouteTables: [] });
    expect(JSON.stringify(outputOf(world, 'describe-transit-gateway-attachments'))).not.toContain('Association');
  });

  test('puts one interface of its own into each subnet, which nobody else may change (D-TGWA)', () => {
    const world = edit(makeWorld(), create, attachRed);
    expect(world.networkInterfaces['eni-1']).toMatchObject({
      subnetId: 'subnet-app',
      managedBy: 'tgw-attach-1',
      groups: [],
    });
    expect(outputOf(world, 'describe-transit-gateway-vpc-attachments')).toEqual({
      TransitGatewayVpcAttachments: [
        {
          TransitGatewayAttachmentId: 'tgw-attach-1',
          TransitGatewayId: 'tgw-1',
          VpcId: 'vpc-red',
          State: 'available',
          SubnetIds: ['subnet-app'],
          Options: { ApplianceModeSupport: 'disable', SecurityGroupReferencingSupport: 'disable' },
        },
      ],
    });
  });

  test('shows static routes before propagated ones, and blackholes of both kinds', () => {
    const world = edit(
      makeWorld(),
      create,
      attachRed,
      attachBlue,
      `${route} --blackhole`,
      `${route.replace('10.9', '10.8')} --transit-gateway-attachment-id tgw-attach-2`,
      'delete-transit-gateway-vpc-attachment --transit-gateway-attachment-id tgw-attach-2',
    );
    expect(routesOf(world)).toEqual([
      '10.9.0.0/16 static blackhole',
      '10.8.0.0/16 static blackhole tgw-attach-2',
      '10.1.0.0/16 propagated active tgw-attach-1',
    ]);
    expect(checkWorld(world, GATEWAY_REFERENCES)).toEqual([]);
    const replaced = edit(
      world,
      `replace-transit-gateway-route ${onTable} --destination-cidr-block 10.8.0.0/16 ${red}`,
    );
    expect(routesOf(replaced)[1]).toBe('10.8.0.0/16 static active tgw-attach-1');
  });

  test('takes its tables with it, and leaves blackholes in the VPCs', () => {
    const world = edit(
      makeWorld(),
      create,
      attachRed,
      routeRed,
      `delete-transit-gateway-vpc-attachment ${red}`,
      'delete-transit-gateway --transit-gateway-id tgw-1',
    );
    expect(Object.keys(world.gateways).filter((id) => id.startsWith('tgw'))).toEqual([]);
    expect(JSON.stringify(outputOf(world, 'describe-route-tables --route-table-ids rtb-app'))).toContain(
      '"TransitGatewayId":"tgw-1","Origin":"CreateRoute","State":"blackhole"',
    );
  });
});

describe('by calls alone', () => {
  const bare = () =>
    buildWorld(worldFile('transit-gateway'), {
      gateways: Object.fromEntries(
        ['tgw-1', 'tgw-rtb-spokes', 'tgw-rtb-out', 'tgw-attach-red', 'tgw-attach-blue', 'tgw-attach-out'].map((id) => [
          id,
          undefined,
        ]),
      ),
      networkInterfaces: { 'eni-red-tgw': undefined, 'eni-blue-tgw': undefined, 'eni-out-tgw': undefined },
    });
  const attach = (vpc: string, subnet: string) =>
    `create-transit-gateway-vpc-attachment --transit-gateway-id tgw-1 --vpc-id ${vpc} --subnet-ids ${subnet}`;
  const lines = [
    create,
    attach('vpc-red', 'subnet-red-tgw'),
    attach('vpc-blue', 'subnet-blue'),
    attach('vpc-out', 'subnet-out-tgw'),
    `create-transit-gateway-route ${onTable} --destination-cidr-block 0.0.0.0/0 --transit-gateway-attachment-id tgw-attach-3`,
  ];

  test('spokes reach each other, and the internet by the one NAT gateway', () => {
    const world = edit(bare(), ...lines);
    expect(traceExchange(world, { from: 'i-red', to: 'i-blue' }).outcome).toBe('conversed');
    const outside = traceExchange(world, { from: 'i-blue', to: 'client' });
    expect([outside.outcome, outside.seen?.source.address]).toEqual(['conversed', '52.0.0.9']);
  });

  test('a subnet in the missing zone lets its machines in and out', () => {
    const far = edit(
      bare(),
      ...lines,
      'create-subnet --vpc-id vpc-red --cidr-block 10.1.254.0/28 --availability-zone us-east-1b',
    );
    const probe = { from: 'i-far', to: 'i-blue' };
    expect(traceExchange(far, probe).request.fault?.code).toBe('TGW_ROUTE_AZ_RESTRICTION');
    const mended = edit(far, `modify-transit-gateway-vpc-attachment ${red} --add-subnet-ids subnet-1`);
    expect(traceExchange(mended, probe).outcome).toBe('conversed');
  });

  test('rules name groups of another VPC once the attachment keeps them (D-RA)', () => {
    const rule = 'authorize-security-group-ingress --group-id sg-blue --protocol tcp --port 443 --source-group sg-red';
    const world = edit(bare(), ...lines);
    expect(refusal(world, rule)).toBe('InvalidGroup.NotFound');
    const keeps =
      'modify-transit-gateway-vpc-attachment --transit-gateway-attachment-id tgw-attach-2 --options SecurityGroupReferencingSupport=enable';
    const closed = 'revoke-security-group-ingress --group-id sg-blue --protocol all --cidr 10.1.0.0/16';
    const named = edit(world, keeps, closed, rule);
    expect(traceExchange(named, { from: 'i-red', to: 'i-blue' }).outcome).toBe('conversed');
  });
});

describe('a VPN connection on a transit gateway', () => {
  const customer = 'create-customer-gateway --type ipsec.1 --ip-address 192.0.2.1 --bgp-asn 65000';
  const vpn = 'create-vpn-connection --type ipsec.1 --customer-gateway-id cgw-1';
  const toTransit = `${vpn} --transit-gateway-id tgw-1`;

  test('is an attachment that joins the default tables, and goes with the connection', () => {
    const world = edit(makeWorld(), create, customer, toTransit);
    expect(outputOf(world, 'describe-transit-gateway-attachments')).toEqual({
      TransitGatewayAttachments: [
        {
          TransitGatewayAttachmentId: 'tgw-attach-1',
          TransitGatewayId: 'tgw-1',
          ResourceType: 'vpn',
          ResourceId: 'vpn-1',
          State: 'available',
          Association: { TransitGatewayRouteTableId: 'tgw-rtb-1', State: 'associated' },
        },
      ],
    });
    expect(checkWorld(world, GATEWAY_REFERENCES)).toEqual([]);
    const gone = edit(world, 'delete-vpn-connection --vpn-connection-id vpn-1');
    expect(outputOf(gone, 'describe-transit-gateway-attachments')).toEqual({ TransitGatewayAttachments: [] });
    expect(checkWorld(gone, GATEWAY_REFERENCES)).toEqual([]);
  });

  test.each<[string, readonly string[], string, string]>([
    ['no gateway of AWS (D-API)', [create, customer], vpn, 'MissingParameter'],
    [
      'two of them (D-API)',
      [create, customer, 'create-vpn-gateway --type ipsec.1'],
      `${toTransit} --vpn-gateway-id vgw-1`,
      'InvalidParameterCombination',
    ],
    ['an unknown transit gateway (C-TF)', [customer], toTransit, 'InvalidTransitGatewayID.NotFound'],
    [
      'deleting its attachment as a VPC’s (inferred)',
      [create, customer, toTransit],
      `delete-transit-gateway-vpc-attachment ${red}`,
      'InvalidTransitGatewayAttachmentID.NotFound',
    ],
    [
      'deleting the transit gateway (C-TF)',
      [create, customer, toTransit],
      'delete-transit-gateway --transit-gateway-id tgw-1',
      'IncorrectState',
    ],
  ])('is refused: %s', (_case, before, line, code) => {
    expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
  });
});
