// The rules that the data plane follows, each with its sources and its mark. A step of a trace names its rule, so that every
// screen can say where a fact comes from and whether AWS has published it. Source codes are those of SOURCES.

export type Mark = 'documented' | 'talk' | 'observed' | 'inferred';

export interface Rule {
  readonly mark: Mark;
  readonly sources: readonly SourceCode[];
}

export const SOURCES = {
  'D-RT': 'VPC User Guide, Configure route tables',
  'D-RTP': 'VPC User Guide, How route priority works',
  'D-RTW': 'VPC User Guide, Work with route tables',
  'D-IGW': 'VPC User Guide, Connect to the internet using an internet gateway',
  'D-EIP': 'VPC User Guide, Elastic IP addresses; EC2 User Guide, Instance IP addressing',
  'D-NAT': 'VPC User Guide, NAT gateways',
  'D-NATT': 'VPC User Guide, Troubleshoot NAT gateways',
  'D-NACL': 'VPC User Guide, Network ACLs',
  'D-SG': 'VPC User Guide, Security group rules',
  'D-CT': 'EC2 User Guide, Security group connection tracking',
  'D-SUB': 'VPC User Guide, Subnet CIDR blocks',
  'D-FL': 'VPC User Guide, VPC Flow Logs',
  'D-GWE': 'AWS PrivateLink, Gateway VPC endpoints',
  'D-S3E': 'AWS PrivateLink, Endpoints for Amazon S3',
  'D-DDBE': 'AWS PrivateLink, Endpoints for Amazon DynamoDB',
  'D-IFE': 'AWS PrivateLink, Interface VPC endpoints',
  'D-FAQ': 'Amazon VPC FAQs',
  'D-RA': 'Reachability Analyzer explanation codes',
  'D-PEER': 'VPC Peering Guide',
  'D-LS': 'Whitepaper, Logical Separation on AWS',
  'D-VPN': 'Site-to-Site VPN User Guide, Routing options and route priority',
  'D-VPNQ': 'Site-to-Site VPN User Guide, Quotas',
  'D-DX': 'Direct Connect User Guide, Virtual interfaces',
  RFC3022: 'RFC 3022, traditional NAT',
  RFC1918: 'RFC 1918 and RFC 6890, addresses that the internet does not carry',
  T13: 'AWS re:Invent 2013 CPN401, A Day in the Life of a Billion Packets',
  T15: 'AWS re:Invent 2015 NET403, Another Day, Another Billion Packets (notes)',
  T17: 'AWS re:Invent 2017 NET405, Another Day, Another Billion Flows (notes)',
  Z1: 'zigispace.net/1195, Mapping Service',
  Z2: 'zigispace.net/1196, Blackfoot Edge Device',
  IPSP: 'blog.ipspace.net, October 2018, Public IP addresses in VPC',
  'C-BF': 'Batfish, a formal model of the AWS data plane',
} as const;

export type SourceCode = keyof typeof SOURCES;

function rule(mark: Mark, ...sources: SourceCode[]): Rule {
  return { mark, sources };
}

export const RULES = {
  sent: rule('documented', 'D-SUB'),
  'arp-peer': rule('documented', 'D-LS', 'T15', 'T17'),
  'arp-router': rule('talk', 'T15', 'T17'),
  'no-broadcast': rule('documented', 'D-SUB', 'T17'),
  'source-check': rule('documented', 'D-RA'),
  'destination-check': rule('documented', 'D-RA'),
  'group-rule': rule('documented', 'D-SG'),
  'group-state': rule('documented', 'D-CT'),
  'acl-entry': rule('documented', 'D-NACL', 'D-FL'),
  'longest-prefix': rule('documented', 'D-RT', 'D-RTP'),
  'local-route': rule('documented', 'D-RT'),
  'blackhole-wins': rule('inferred', 'D-RTW'),
  'mapping-row': rule('talk', 'T15', 'T17', 'Z1'),
  'mapping-miss': rule('inferred', 'T15'),
  'gateway-mapping': rule('inferred', 'Z2'),
  wrap: rule('talk', 'T17', 'Z1'),
  'receive-check': rule('talk', 'T15', 'T17'),
  'wrong-host': rule('inferred', 'T15'),
  strip: rule('talk', 'T15', 'T17', 'Z2'),
  unwrap: rule('talk', 'T17'),
  'igw-attached': rule('documented', 'D-IGW', 'D-RTW'),
  'igw-source-nat': rule('documented', 'D-IGW'),
  'igw-destination-nat': rule('documented', 'D-IGW'),
  'igw-public-only': rule('documented', 'D-RA'),
  'igw-ipv6': rule('documented', 'D-IGW'),
  'igw-hairpin': rule('observed', 'IPSP', 'C-BF', 'D-FAQ'),
  'nat-session': rule('documented', 'D-RA', 'D-NAT'),
  'nat-state': rule('documented', 'D-NAT'),
  'nat-no-inbound': rule('documented', 'D-NATT', 'D-RA'),
  'nat-unknown-reply': rule('inferred', 'D-FAQ'),
  'nat-protocols': rule('documented', 'D-NAT'),
  'nat-own-table': rule('documented', 'D-NATT'),
  'vgw-admission': rule('documented', 'D-RA'),
  'vgw-route': rule('documented', 'D-VPN', 'D-RTP'),
  ipsec: rule('documented', 'D-VPN', 'D-FAQ'),
  'ipsec-open': rule('documented', 'D-VPN'),
  sealed: rule('documented', 'D-VPN'),
  'vpn-state': rule('documented', 'D-RA', 'D-VPN'),
  'vpn-ipv4': rule('documented', 'D-VPN'),
  'vlan-tag': rule('documented', 'D-DX', 'T17'),
  'vlan-open': rule('documented', 'D-DX'),
  'wire-state': rule('documented', 'D-DX'),
  'vif-admission': rule('inferred', 'D-DX'),
  'site-route': rule('documented', 'D-VPN'),
  'site-nat': rule('documented', 'RFC3022'),
  'site-alias': rule('documented', 'RFC3022'),
  'nat-entry': rule('documented', 'D-RA', 'D-NAT'),
  'guest-forwards': rule('documented', 'D-RA'),
  'guest-accepts': rule('documented', 'D-IGW'),
  listener: rule('documented', 'D-EIP'),
  application: rule('documented', 'D-EIP'),
  internet: rule('documented', 'D-IGW'),
  'internet-public-only': rule('documented', 'RFC1918'),
  'endpoint-admission': rule('documented', 'D-RA', 'D-GWE'),
  'endpoint-own-vpc': rule('documented', 'D-GWE', 'D-PEER'),
  'endpoint-region': rule('documented', 'D-GWE', 'D-S3E'),
  'endpoint-identity': rule('inferred', 'D-S3E', 'D-DDBE'),
  'endpoint-return': rule('inferred', 'D-S3E'),
  'endpoint-policy': rule('documented', 'D-S3E'),
  'endpoint-one-way': rule('documented', 'D-IFE', 'D-RA'),
  peering: rule('documented', 'D-PEER'),
  'peering-state': rule('documented', 'D-PEER'),
  'peering-addresses': rule('documented', 'D-RA', 'D-PEER'),
  'instance-state': rule('documented', 'D-EIP'),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
