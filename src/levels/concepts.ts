// What a codex card shows besides its words: the rules that it rests on, with their sources and marks, and a small picture. Its name
// stands in levels/text.<language>.yaml, and what it says is the `card` of the level that introduces the concept.

import type { RuleId } from '../dataplane/rules.ts';

export interface Concept {
  readonly rules: readonly RuleId[];
  /** Rows of narrow characters, 44 columns at most; drawn plain where the terminal needs it. */
  readonly picture: readonly string[];
}

/** Concepts that are known after a level which introduces none by name, and whose card says it. */
export const TOLD_BY: Readonly<Record<string, string>> = {
  'written-before-learned': 'after-the-move',
  'hairpin-target': 'talking-to-yourself',
  'peering-not-transitive': 'friend-of-a-friend',
  'public-block': 'numbers-for-show',
};

export const CONCEPTS: Readonly<Record<string, Concept>> = {
  'mapping-service': concept(['mapping-row', 'mapping-miss'])`
    vpc-red  10.1.0.5   →  host-a  100.64.0.11
    vpc-red  10.1.0.9   →  host-b  100.64.0.12
    vpc-red  10.1.0.77  →  ✗`,
  'mapping-key': concept(['mapping-row', 'wrap'])`
    ┌──────────┬──────────┐
    │ vpc-red  │ 10.1.0.9 │ → host-b 100.64.0.12
    │ vpc-blue │ 10.1.0.9 │ → host-c 100.64.0.13
    └──────────┴──────────┘`,
  'single-wrap': concept(['arp-router', 'wrap', 'local-route'])`
    ┌ host-a ──┐                ┌ host-b ──┐
    │ 10.1.0.5 ╞═══ vpc-red ═══→╡ 10.1.1.9 │
    └──────────┘                └──────────┘
     100.64.0.11 ─────────────→ 100.64.0.12`,
  'no-broadcast': concept(['no-broadcast', 'arp-peer'])`
    ┌ host-a ──┐
    │ 10.1.0.5 ├───→ 10.1.0.255  ✗
    │          ╞═══→ 10.1.0.9    ✓
    │          ╞═══→ 10.1.0.12   ✓
    └──────────┘`,
  'receive-check': concept(['receive-check'])`
    vpc-red 10.1.0.5  →  host-a  100.64.0.11

    100.64.0.11 ═[ vpc-red 10.1.0.5 ]→ host-b  ✓
    100.64.0.13 ═[ vpc-red 10.1.0.5 ]→ host-b  ✗`,
  'gateway-route': concept(['longest-prefix', 'igw-attached'])`
    ┌ rtb-red ──────────────┐      ╔═ igw-1 ═╗
    │ 10.1.0.0/16   local   │      ║         ║
    │ 0.0.0.0/0     igw-1 ──┼─────→║         ║
    └───────────────────────┘      ╚═════════╝`,
  'public-pair': concept(['igw-source-nat', 'igw-destination-nat'])`
               ╔═ igw-1 ════════════════╗
    10.1.0.5 ─→║ 10.1.0.5 ⇄ 203.0.113.9 ║─→ ✓
    10.1.0.6 ─→║ 10.1.0.6 ⇄ –           ║   ✗
               ╚════════════════════════╝`,
  'private-guest': concept(['igw-source-nat', 'igw-destination-nat'])`
    ┌ vm ──────┐    ╔═ igw-1 ═╗
    │ 10.1.0.5 ├───→║    ⇄    ║───→ 203.0.113.9
    │          │←───║    ⇄    ║←─── 203.0.113.9
    └──────────┘    ╚═════════╝`,
  'edge-order': concept(['strip', 'igw-source-nat', 'gateway-mapping'])`
    host-a    [100.64.0.11 [vpc-red [10.1.0.5]]]
    Blackfoot                       [10.1.0.5]
    igw-1                           [52.0.0.9]`,
  'address-lease': concept(['igw-destination-nat'])`
    203.0.113.77    ●─── stop ✗
    203.0.113.100          start ●─── stop ✗
    eipalloc-1      ●──────────────────────→`,
  'launch-flag': concept(['igw-source-nat'])`
    subnet-a  MapPublicIpOnLaunch

    false ─┬─ run-instances  vm-1  –
    true  ─┼─ run-instances  vm-2  203.0.113.100
           └─ stop, start    vm-1  –`,
  'longest-prefix-match': concept(['longest-prefix'])`
    198.51.100.8
      0.0.0.0/0         /0   igw-1
      198.51.100.0/24   /24  eni-proxy
      198.51.100.8/32   /32  igw-1      ← ✓`,
  'table-association': concept(['longest-prefix', 'local-route'])`
    subnet-a ──→ rtb-public   0.0.0.0/0  igw-1
    subnet-b ┬─→ rtb-main (main)
    subnet-c ┘
               ✗ rtb-perfect  0.0.0.0/0  igw-1`,
  'narrower-than-local': concept(['local-route', 'destination-check'])`
    subnet-db  10.1.3.0/24

    rtb-app   10.1.0.0/16   local
              10.1.3.0/24   eni-fw   ✓
              10.1.3.30/32  eni-fw   ✗
    app ───→ fw ───→ db`,
  'blackhole-route': concept(['blackhole-wins'])`
    192.0.2.80
      0.0.0.0/0      igw-1     active
      192.0.2.0/24   eni-old   blackhole  ← ✗`,
  'nat-gateway': concept(['nat-session', 'nat-no-inbound'])`
    app ───→ nat-1 ───→ igw-1 ───→ client
    app ←─── nat-1 ←─── igw-1 ←─── client    ✓
             nat-1 ←─── igw-1 ←─── stranger  ✗`,
  'nat-own-subnet': concept(['nat-own-table', 'nat-state'])`
    app-a  rtb-app      0.0.0.0/0  nat-1
    pub-a  rtb-public   0.0.0.0/0  igw-1

    app ───→ nat-1 (pub-a) ───→ igw-1 ───→ ✓`,
  'two-rewrites': concept(['nat-session', 'igw-source-nat'])`
    app       10.1.2.20 : 40112
    nat-1  →  10.1.1.50 : 1055
    igw-1  →  203.0.113.50 : 1055`,
  'nat-loop': concept(['nat-own-table'])`
    rtb-shared   0.0.0.0/0  nat-1

    app ───→ nat-1 ──┐
               ↑     │
               └─────┘  ✗`,
  'reply-path': concept(['longest-prefix', 'nat-unknown-reply'])`
    client ───→ igw-1 ───────────→ app   ✓
                                    │  0.0.0.0/0
    client  ✗   nat-1 ←─────────────┘  nat-1`,
  'zonal-nat': concept(['zone-loss', 'nat-own-table'])`
    us-east-1a  app-a ───→ nat-a ───→ igw-1
    us-east-1b  app-b ───→ nat-b ───→ igw-1`,
  'route-propagation': concept(['vgw-route', 'longest-prefix'])`
    hq ═══ vpn-1 ═══ vgw-1   172.16.0.0/16
                       ┊
    rtb-app   172.16.0.0/16  vgw-1
    rtb-b     0.0.0.0/0      nat-a   ✗`,
  'site-return': concept(['site-route', 'vgw-route'])`
    app ───→ vgw-1 ═══→ site-hq ───→ hq
                        site-hq ←─── hq
    10.1.0.0/16  vpn-1  ✓
    0.0.0.0/0    isp    ✗`,
  'local-before-learned': concept(['local-over-learned', 'site-alias'])`
    10.1.9.7
      10.1.0.0/16   local                ← ✓
      10.1.9.0/24   vgw-1  (propagated)    ✗`,
  'wire-preference': concept(['vgw-route'])`
    /24   vpn-2    BGP       1
    /16   dxvif-1            2
    /16   vpn-1    static    3
    /16   vpn-2    BGP       4`,
  'no-transit': concept(['vgw-admission', 'nat-entry', 'endpoint-own-vpc'])`
    hq ═══→ vgw-1 ─┬─→ app       ✓
                   ├─→ igw-1     ✗
                   ├─→ nat-a     ✗
                   └─→ vpce-s3   ✗`,
  'gateway-endpoint': concept(['endpoint-admission', 'longest-prefix'])`
    198.18.4.20
      0.0.0.0/0                 nat-a
      pl-s3  198.18.0.0/16      vpce-s3  ← ✓`,
  'endpoint-tables': concept(['endpoint-admission', 'longest-prefix'])`
    vpce-s3 ─┬─ rtb-a   pl-s3  vpce-s3   ✓
             └─ rtb-b   pl-s3  vpce-s3   ✓
                rtb-c   0.0.0.0/0  nat-a  $`,
  'endpoint-identity': concept(['endpoint-identity', 'endpoint-return'])`
    nat-a    10.1.2.20 → 203.0.113.50 ─→ bucket
    vpce-s3  10.1.2.20 + vpce-s3 ──────→ bucket`,
  'interface-endpoint': concept(['endpoint-own-vpc', 'endpoint-takeover'])`
    app   ───→ vpce-s3 ──────────→ bucket   ✓
    hq    ═══→ vpce-s3                      ✗
    hq    ═══→ eni 10.1.2.77 ────→ bucket   ✓`,
  'virtual-interface-kinds': concept(['vlan-tag', 'vif-admission'])`
    dxcon-1 ┬ private VLAN 101  10.1.0.0/16
            └ public  VLAN 102  198.18.0.0/16
                                192.0.2.192/26 ✓
                                172.16.0.0/16  ✗`,
  'idle-flow': concept(['nat-idle', 'nat-state'])`
    app ───●──────────────────●───→
           0 s              400 s
    nat-1  ●═══════════╳      RST
           0 s       350 s`,
  'cross-zone': concept(['nlb-zone'])`
    .80  nlb us-east-1a ───→ web-1   ✓
    .81  nlb us-east-1b ───→ –       ✗
    .81  nlb us-east-1b ─┬─→ web-1   cross-zone
                         └─→ web-2`,
  'stateless-filter': concept(['acl-entry', 'group-state'])`
    client:49152 ──→ web:443
                     sg in 443    acl in 443   ✓
    client:49152 ←── web:443
                     sg ✓         acl out      ?`,
  'peering-return': concept(['peering', 'peering-state'])`
    rtb-red    10.2.0.0/16  pcx-1   app ───→ db
    rtb-blue   10.1.0.0/16  pcx-1   app ←─── db`,
  'nat-ports': concept(['nat-ports'])`
    203.0.113.50 → 198.51.100.8 : 443    55 000
    203.0.113.51 → 198.51.100.8 : 443    55 000
    203.0.113.50 → 192.0.2.80   : 443    55 000`,
  'client-address': concept(['nlb-preserves', 'nlb-own-address', 'flow-owner'])`
    client ──→ nlb ──→ i-web       client, nlb ✗
    client ──→ nlb ──→ 10.1.2.20   nlb, client ✗
    client ←── nlb ←── flow`,
  'group-reference': concept(['group-rule', 'igw-hairpin'])`
    sg-api ← sg-web

    10.1.1.10    ──────────→ 10.1.2.30      ✓
    203.0.113.10 ── igw-1 ─→ 203.0.113.30   ✗`,
  'ipv6-default': concept(['eigw-out', 'eigw-out-only', 'igw-ipv6'])`
    0.0.0.0/0   nat-a
    ::/0        eigw-1

    app ───→ eigw-1 ───→ mirror     ✓
    app ✗    eigw-1 ←─── stranger`,
  'private-link': concept(['endpoint-one-way', 'endpoint-accepted'])`
    ┌ 10.0.0.0/16 ─────┐   ┌ 10.0.0.0/16 ─────┐
    │ app ──→ vpce-pay ╪═══╪═→ nlb-pay ─→ pay │
    │                  │ ✗ │←──────────── pay │
    └──────────────────┘   └──────────────────┘`,
  'hairpin-target': concept(['nlb-hairpin', 'nlb-preserves'])`
    web-1 ──→ nlb ─┬─→ web-2   web-1 → web-2   ✓
                   └─→ web-1   web-1 → web-1   ✗`,
  'peering-not-transitive': concept(['peering', 'peering-addresses'])`
    vpc-a ──pcx-1── vpc-b ──pcx-2── vpc-c

    vpc-a ───────→ vpc-b                    ✓
    vpc-a ───────→ vpc-b ───✗      vpc-c`,
  'written-before-learned': concept(['longest-prefix', 'vgw-route'])`
    172.16.5.0/24   eni-1   create-route  ← ✓
    172.16.5.0/24   vgw-1   (propagated)    ✗
    172.16.0.0/16   vgw-1   (propagated)    ✗`,
  'public-block': concept(['igw-source-nat', 'igw-destination-nat'])`
    vpc-red 198.51.100.0/24

    client ───→ 198.51.100.5   ✗
    client ───→ 203.0.113.9 ⇄ 198.51.100.5   ✓`,
  'path-mtu': concept(['mtu-limit', 'guest-told'])`
    app ═════════ 9001 ═════════→ db       ✓
    app ═════════ 9001 ═══ igw-1           ✗
    app ── 1500 ────────── igw-1 ──→       ✓`,
};

function concept(rules: readonly RuleId[]) {
  return (picture: TemplateStringsArray): Concept => ({ rules, picture: withoutIndent(String(picture.raw[0])) });
}

function withoutIndent(text: string): readonly string[] {
  const rows = text.split('\n').slice(1);
  const indent = Math.min(...rows.filter((row) => row.trim() !== '').map((row) => row.search(/\S/)));
  return rows.map((row) => row.slice(indent).trimEnd());
}
