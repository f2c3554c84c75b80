import { describe, expect, test } from 'vitest';
import { findLink } from '../../src/dataplane/customer-links.ts';
import { attachmentToward, egressAttachment } from '../../src/dataplane/likely-attachment.ts';
import { likelyLink, likelyLinkFrom, likelyVgw, siteWith, vgwToward } from '../../src/dataplane/likely-link.ts';
import { type Address, parseAddress } from '../../src/net/address.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

const at = (text: string) => parseAddress(text) as Address;
const hybrid = (...changes: readonly Part[]) => buildWorld(worldFile('hybrid'), ...changes);
const down = (...downLinks: string[]): Part => ({ conditions: { downLinks } });
const gateways = (change: Part): Part => ({ gateways: change });

/** hq’s other router number is nobody’s: vpn-2 has no site at its other end. */
const nobodyThere = gateways({ 'cgw-1': { ipAddress: '192.0.2.77' } });
/** vpn-1 ends at blue’s gateway, and the wire at both. */
const blue: Part = {
  vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16', '10.5.0.0/16'] } },
  subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.2.3.0/24' } },
  instances: { 'i-blue': { hostId: 'host-a' } },
  networkInterfaces: {
    'eni-blue': { subnetId: 'subnet-blue', instanceId: 'i-blue', addresses: [{ address: '10.2.3.30' }] },
  },
  securityGroups: { 'sg-blue-default': { vpcId: 'vpc-blue', isDefault: true, inbound: [], outbound: [] } },
  gateways: {
    'vgw-2': { kind: 'vpn-gateway', vpcId: 'vpc-blue' },
    'vpn-1': { vpnGatewayId: 'vgw-2' },
    'dxgw-1': { kind: 'direct-connect-gateway', virtualGatewayIds: ['vgw-1', 'vgw-2'] },
    'dxvif-1': { virtualGatewayId: undefined, directConnectGatewayId: 'dxgw-1' },
  },
};
const detached = gateways({ 'vgw-1': { vpcId: undefined } });

test.each<[string, string, string | undefined]>([
  ['a block of its own', '172.20.0.7', 'site-branch'],
  ['another of them', '192.0.2.200', 'site-hq'],
  ['the alias of one', '172.30.0.7', 'site-branch'],
  ['nothing that it has', '172.31.0.7', undefined],
])('a site is meant by %s', (_what, address, site) => {
  const aliases = [{ own: '172.20.0.0/16', alias: '172.30.0.0/16' }];
  expect(siteWith(hybrid(gateways({ 'site-branch': { aliases } })), at(address))).toBe(site);
});

test.each<[string, string, string | undefined, Part]>([
  ['the first link to the site that has the address', '172.16.0.9', 'vpn-1', {}],
  ['one that is up before one that is down', '172.16.0.9', 'vpn-2', down('vpn-1')],
  ['the first, if all are down', '172.16.0.9', 'vpn-1', down('vpn-1', 'vpn-2', 'dxvif-1')],
  ['its own links only', '172.16.0.9', 'vpn-2', blue],
  ['another site’s for that one', '172.20.0.7', 'vpn-3', {}],
  ['none for an address of no site', '8.8.8.8', undefined, nobodyThere],
])('a gateway that has learned no prefix would take %s', (_what, address, link, change) => {
  expect(likelyLink(hybrid(change), at(address), 'vgw-1')?.id).toBe(link);
});

test.each<[string, string, string, string | undefined, Part]>([
  ['its own gateway', 'vpc-red', '172.16.0.9', 'vgw-1', blue],
  [
    'even if another one has the first link there',
    'vpc-blue',
    '172.16.0.9',
    'vgw-2',
    mergeParts(blue, { gateways: { 'vpn-1': { vpnGatewayId: 'vgw-1' } } }),
  ],
  ['else one that is attached to nothing', 'vpc-blue', '172.20.0.7', 'vgw-1', mergeParts(blue, detached)],
  ['but none that serves another VPC', 'vpc-blue', '172.20.0.7', undefined, blue],
  ['and none for an address of no site', 'vpc-red', '8.8.8.8', undefined, nobodyThere],
])('a VPC without a route would take %s', (_what, vpcId, address, vgwId, change) => {
  expect(likelyVgw(hybrid(change), vpcId, at(address))).toBe(vgwId);
});

describe('a site without a route would take', () => {
  test.each<[string, string, string, string | undefined, Part]>([
    ['a link to the VPC where the address is', 'site-hq', '10.1.2.20', 'vpn-1', {}],
    ['its own link', 'site-branch', '10.1.2.20', 'vpn-3', {}],
    ['one that is up', 'site-hq', '10.1.2.20', 'vpn-2', down('vpn-1')],
    ['none for an address that no interface has', 'site-hq', '10.1.2.99', undefined, {}],
    ['the link to that VPC, whatever stands before it', 'site-hq', '10.1.2.20', 'vpn-2', blue],
    [
      'one that leads to several, if one is it',
      'site-hq',
      '10.2.3.30',
      'dxvif-1',
      mergeParts(blue, gateways({ 'vpn-1': { vpnGatewayId: 'vgw-1' } })),
    ],
    ['one by way of a gateway to the other site', 'site-hq', '172.20.0.7', 'vpn-1', {}],
    ['and of no gateway that has no link there', 'site-hq', '172.20.0.7', 'vpn-2', blue],
    ['none for an address of its own', 'site-hq', '172.16.0.77', undefined, {}],
    ['none for an address of no site, though a link has none', 'site-hq', '8.8.8.8', undefined, nobodyThere],
    ['one to a gateway that is attached to nothing: it might be meant', 'site-hq', '10.1.2.99', 'vpn-1', detached],
  ])('%s', (_what, site, address, link, change) => {
    expect(likelyLinkFrom(hybrid(change), site, at(address))?.id).toBe(link);
  });

  test.each<[string, string, string | undefined]>([
    ['its VPN to the transit gateway, for any address of a VPC', '10.3.9.9', 'vpn-1'],
    ['and for no other', '10.9.9.9', undefined],
  ])('%s', (_what, address, link) => {
    const world = buildWorld(worldFile('transit-vpn'), {
      vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16', '10.3.0.0/16'] } },
    });
    expect(likelyLinkFrom(world, 'site-hq', at(address))?.id).toBe(link);
  });
});

test.each<[string, string, string | undefined, Part]>([
  ['whose VPC has the address', '10.1.2.20', 'vgw-1', blue],
  ['in any of its blocks', '10.5.0.9', 'vgw-2', blue],
  ['though another is attached to nothing', '10.2.3.30', 'vgw-2', mergeParts(blue, detached)],
  ['or the first, that one says why not', '8.8.8.8', 'vgw-1', blue],
  [
    'of which there may be none',
    '10.1.2.20',
    undefined,
    mergeParts(blue, gateways({ 'dxgw-1': { virtualGatewayIds: [] } })),
  ],
])('behind a Direct Connect gateway a packet goes to the gateway %s (D-DX)', (_what, address, vgwId, change) => {
  const world = hybrid(change);
  expect(vgwToward(world, findLink(world, 'dxvif-1')!, at(address))).toBe(vgwId);
});

/** The spokes of `transit-gateway.yaml`, a company by a VPN, and another transit gateway of another VPC. */
const transit: Part = mergeParts(worldFile('transit-gateway'), {
  vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16', '10.6.0.0/16'] }, 'vpc-green': { cidrs: ['10.3.0.0/16'] } },
  subnets: { 'subnet-green': { vpcId: 'vpc-green', cidr: '10.3.1.0/24' } },
  networkInterfaces: {
    'eni-green': { subnetId: 'subnet-green', managedBy: 'tgw-attach-green', addresses: [{ address: '10.3.1.4' }] },
  },
  gateways: {
    'tgw-2': { kind: 'transit-gateway' },
    'tgw-attach-green': {
      kind: 'transit-gateway-attachment',
      transitGatewayId: 'tgw-2',
      vpcId: 'vpc-green',
      nodes: [{ subnetId: 'subnet-green', networkInterfaceId: 'eni-green' }],
    },
    'tgw-attach-vpn': { kind: 'transit-gateway-attachment', transitGatewayId: 'tgw-1', vpnConnectionId: 'vpn-1' },
    'cgw-1': { kind: 'customer-gateway', ipAddress: '192.0.2.9' },
    'vpn-1': {
      kind: 'vpn-connection',
      transitGatewayId: 'tgw-1',
      customerGatewayId: 'cgw-1',
      tunnels: ['203.0.113.201', '203.0.113.202'],
    },
    'site-hq': {
      kind: 'customer-site',
      publicIp: '192.0.2.9',
      cidrs: ['172.16.0.0/16'],
      advertises: [{ prefix: '172.18.0.0/16' }],
    },
  },
});

describe('a transit gateway without a route would send what red sends (7.4, D-TGW)', () => {
  test.each<[string, string, string | undefined, Part?]>([
    ['to the VPC that has the address', '10.2.1.5', 'tgw-attach-blue'],
    ['in any of its blocks', '10.6.0.9', 'tgw-attach-blue'],
    ['to what a VPN brings, even while it is down', '172.18.0.9', 'tgw-attach-vpn', down('vpn-1')],
    ['to the site that has it, told or not', '172.16.0.9', 'tgw-attach-vpn'],
    ['not back to red', '10.1.1.5', undefined],
    ['not to a VPC of another transit gateway', '10.3.1.4', undefined],
    ['nowhere, if nobody has it', '10.77.0.1', undefined],
  ])('%s', (_what, address, attachment, change = {}) => {
    const entry = { transitGatewayId: 'tgw-1', from: 'tgw-attach-red' };
    expect(attachmentToward(buildWorld(transit, change), entry, at(address))).toBe(attachment);
  });

  test.each<[string, string, string, string | undefined, Part?]>([
    ['for the internet to the VPC with the NAT gateway (D-TGWX)', 'tgw-attach-red', '8.8.8.8', 'tgw-attach-out'],
    ['for no private address', 'tgw-attach-red', '10.77.0.1', undefined],
    ['and not from there to itself', 'tgw-attach-out', '8.8.8.8', undefined],
    [
      'nor to one where there is none',
      'tgw-attach-red',
      '8.8.8.8',
      undefined,
      {
        gateways: { 'nat-1': undefined },
        networkInterfaces: { 'eni-nat': undefined },
        elasticIps: { 'eipalloc-nat': undefined },
      },
    ],
  ])('%s', (_what, from, address, attachment, change = {}) => {
    const entry = { transitGatewayId: 'tgw-1', from };
    expect(egressAttachment(buildWorld(transit, change), entry, at(address))).toBe(attachment);
  });
});
