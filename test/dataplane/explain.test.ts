import { describe, expect, test } from 'vitest';
import { codeOf, type DropReason, REASONS } from '../../src/dataplane/codes.ts';
import {
  describeMark,
  describeRow,
  explainFault,
  explainStep,
  remedyFault,
  titleCode,
  titleStep,
} from '../../src/dataplane/explain.ts';
import { RULES, type RuleId } from '../../src/dataplane/rules.ts';
import { type Row, RULES_OF_STEPS, type Step, type StepKind } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { type Address, type Ipv4, parseAddress } from '../../src/net/address.ts';
import { type Packet, withDestination, withSource, wrap } from '../../src/net/packet.ts';
import { errorFor } from '../../src/net/signal-packet.ts';
import { CATALOGS, type Language } from '../../src/text/catalog.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';

const languages = Object.keys(CATALOGS) as Language[];
const world = buildWorld(worldFile('article'));

const ip = (text: string) => parseAddress(text) as Address & Ipv4;
const bare: Packet = {
  wraps: [],
  ip: { source: ip('203.0.113.200'), destination: ip('198.51.100.200'), ttl: 64 },
  transport: { protocol: 'tcp', sourcePort: 40112, destinationPort: 65535 },
};
const tooBig = errorFor(bare, 'fragmentation-needed', ip('203.0.113.201'), 64, 1500);
const wrapped = wrap(
  bare,
  { layer: 'underlay', source: ip('100.64.200.111'), destination: ip('100.64.255.101') },
  { layer: 'vpc', vpcId: 'vpc-production', from: 'eni-frontend-1', target: 'igw-production' },
);
const sealed = wrap(bare, {
  layer: 'esp',
  source: ip('203.0.113.240'),
  destination: ip('198.51.100.209'),
  tunnel: 'vpn-branch-1/2',
});
const tagged = wrap(bare, { layer: 'vlan', vlan: 4094, link: 'dxvif-production-1' });

/** Steps about what a link puts around a packet, and not the VPC. */
const wrapsOfLinks: Partial<Record<RuleId, Packet>> = {
  ipsec: sealed,
  'ipsec-open': sealed,
  sealed,
  'vlan-tag': tagged,
  'vlan-open': tagged,
};

const route: Row = { destination: '198.51.100.0/24' as never, target: 'eni-inspection-1', origin: 'CreateRoute' };
const mapping: Row = {
  vpcId: 'vpc-production',
  key: '198.51.100.200',
  target: 'eni-frontend-1',
  device: 'hyperplane',
  underlay: '100.64.255.101',
};

const pairs = Object.entries(RULES_OF_STEPS).flatMap(([kind, rules]) =>
  rules.map((rule) => [kind as StepKind, rule as RuleId] as const),
);

function stepsFor(kind: StepKind, rule: RuleId): Step[] {
  const step = {
    kind,
    rule,
    before: wrapsOfLinks[rule] ?? wrapped,
    after: rule === 'mtu-limit' ? tooBig : bare,
    table: 'rtb-production-1',
    row: kind === 'looked-up-mapping' ? mapping : route,
  };
  if (rule !== 'nat-session') return [step];
  return [
    { ...step, before: bare, after: withSource(bare, ip('203.0.113.150'), 65535) },
    { ...step, before: bare, after: withDestination(bare, ip('203.0.113.150'), 65535) },
  ];
}

/** Columns in a terminal: Hangul and its like take two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, char) =>
      sum + (/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uff60]/u.test(char) ? 2 : 1),
    0,
  );
}

test('every rule belongs to a step or to a reason', () => {
  const used = new Set([...pairs.map(([, rule]) => rule), ...Object.values(REASONS).map(({ rule }) => rule)]);
  expect(Object.keys(RULES).filter((rule) => !used.has(rule as RuleId))).toEqual([]);
});

describe.each(languages)('in %s', (language) => {
  const catalog = CATALOGS[language];

  test.each(pairs.flatMap(([kind, rule]) => stepsFor(kind, rule).map((step) => [kind, rule, step] as const)))(
    '%s by %s has a title and a sentence that fit',
    (_kind, _rule, step) => {
      const title = titleStep(step, catalog);
      const sentence = explainStep(world, step, { node: 'i-production-1' }, catalog);
      expect(widthOf(title)).toBeGreaterThan(5);
      expect(widthOf(title)).toBeLessThanOrEqual(34);
      expect(widthOf(sentence)).toBeGreaterThan(20);
      expect(widthOf(sentence)).toBeLessThanOrEqual(160);
      expect(sentence).not.toMatch(/[{}]|undefined/);
    },
  );

  test.each(Object.keys(REASONS) as DropReason[])('%s has words, a remedy and a name that fit', (reason) => {
    for (const at of ['rtb-production-1', 'vpc-production', 'eni-production-1']) {
      const fault = { reason, code: codeOf(reason), at, about: '198.51.100.200', traffic: 'tcp/65535', row: route };
      const line = explainFault(world, fault, catalog);
      const remedy = remedyFault(fault, catalog);
      expect(line).not.toMatch(/[{}]|undefined|[.]$/);
      expect(widthOf(line)).toBeLessThanOrEqual(120);
      expect(remedy).toMatch(/[.]$/);
      expect(remedy).not.toMatch(/[{}]|production/);
      expect(widthOf(remedy)).toBeLessThanOrEqual(84);
      const step: Step = {
        kind: 'dropped',
        rule: REASONS[reason].rule,
        before: bare,
        after: bare,
        table: at,
        reason,
        about: '198.51.100.200',
        row: route,
      };
      expect(widthOf(explainStep(world, step, { node: 'host-a' }, catalog))).toBeLessThanOrEqual(160);
      expect(titleStep(step, catalog)).toBe(titleCode(codeOf(reason), catalog));
    }
    const title = titleCode(codeOf(reason), catalog);
    expect(title).not.toBe(codeOf(reason));
    expect(widthOf(title)).toBeLessThanOrEqual(34);
  });

  test('each code has a name of its own', () => {
    const codes = [...new Set(Object.values(REASONS).map(({ code }) => code))];
    expect(new Set(codes.map((code) => titleCode(code, catalog))).size).toBe(codes.length);
  });

  test.each(['documented', 'talk', 'observed', 'inferred'] as const)('the mark %s is said', (mark) => {
    expect(widthOf(describeMark(mark, catalog))).toBeLessThanOrEqual(76);
  });

  test('a code that we do not know stands for itself', () => {
    expect(titleCode('SOMETHING_NEW', catalog)).toBe('SOMETHING_NEW');
  });

  test('no words are left over', () => {
    const steps = new Set(
      pairs.flatMap(([kind, rule]) =>
        rule === 'nat-session' ? ['out', 'in'].map((way) => `${kind}.${rule}.${way}`) : [`${kind}.${rule}`],
      ),
    );
    const known = (key: string) => {
      const [, part, rest] = /^(\w+)\.(.*)$/.exec(key) ?? [];
      if (part === 'title' || part === 'step') return steps.has(rest!) || rest === 'dropped';
      if (part === 'fault' || part === 'remedy') return rest!.split('.')[0]! in REASONS;
      if (part === 'code') return Object.values(REASONS).some(({ code }) => code === rest);
      return part === 'mark' || part === 'place';
    };
    expect(Object.keys(catalog.explain).filter((key) => !known(key))).toEqual([]);
  });
});

test('every sentence of a real exchange through a NAT gateway has its values', () => {
  const nat = buildWorld(worldFile('nat'));
  const { request, reply } = traceExchange(nat, { from: 'i-app', to: '8.8.8.8' });
  for (const hop of [...request.hops, ...reply!.hops])
    for (const step of hop.steps)
      for (const language of languages)
        expect(explainStep(nat, step, hop, CATALOGS[language])).not.toMatch(/[{}]|undefined| {2}/);
});

test('the article in English, tap by tap', () => {
  const { request } = traceExchange(world, { from: 'i-vm1', to: '8.8.8.8' });
  const lines = request.hops.flatMap((hop) => hop.steps.map((step) => explainStep(world, step, hop, CATALOGS.en)));
  expect(lines).toContain('vm1 sends a packet: 10.1.0.5 → 8.8.8.8.');
  expect(lines).toContain('In rtb-red, the longest prefix that holds 8.8.8.8 is 0.0.0.0/0 → igw-1.');
  expect(lines).toContain('igw-1 swaps 10.1.0.5 for 52.0.0.9. One to one: the port stays as it is.');
});

test('the article in Korean, with the particles that the addresses ask for', () => {
  const { request } = traceExchange(world, { from: 'i-vm1', to: '8.8.8.8' });
  const lines = request.hops.flatMap((hop) => hop.steps.map((step) => explainStep(world, step, hop, CATALOGS.ko)));
  expect(lines).toContain('rtb-red에서 8.8.8.8을 담는 가장 긴 프리픽스는 0.0.0.0/0 → igw-1입니다.');
  expect(lines).toContain('igw-1이 출발지 10.1.0.5를 52.0.0.9로 바꿉니다. 1:1이라 포트는 그대로입니다.');
});

describe('a fault', () => {
  test('names the machine as people do', () => {
    const stopped = { reason: 'INSTANCE_STOPPED', at: 'i-vm1', traffic: 'icmp' } as const;
    expect(explainFault(world, stopped, CATALOGS.en)).toBe('vm1 is stopped');
    expect(explainFault(world, stopped, CATALOGS.ko)).toBe('vm1이 중지되어 있습니다');
  });

  test('tells a gateway that is detached from one that does not exist', () => {
    const detached = { reason: 'GATEWAY_DETACHED', at: 'igw-1', about: 'vpc-red', traffic: 'icmp' } as const;
    expect(explainFault(world, detached, CATALOGS.en)).toBe('igw-1 is not attached to vpc-red');
    expect(explainFault(world, { ...detached, at: 'vpc-red' }, CATALOGS.en)).toBe(
      'vpc-red has no internet gateway attached',
    );
  });

  test('shows the rule that refused, or the one that ends every list', () => {
    const denied = { reason: 'NACL_DENY_INGRESS', at: 'acl-1', about: '192.0.2.1', traffic: 'tcp/22' } as const;
    const row = {
      number: 90,
      action: 'deny',
      protocol: 'tcp',
      ports: { from: 22, to: 22 },
      cidr: '0.0.0.0/0' as never,
    } as const;
    expect(explainFault(world, { ...denied, row }, CATALOGS.en)).toBe(
      'acl-1 refuses tcp/22 in from 192.0.2.1 (90 deny tcp/22 0.0.0.0/0)',
    );
    expect(explainFault(world, denied, CATALOGS.en)).toContain('(* deny)');
  });
});

describe('a row', () => {
  const end = (address: string, port: number) => ({ address: ip(address), port });

  test.each<[string, Row]>([
    ['198.51.100.0/24 → eni-inspection-1', route],
    ['vpc-production 198.51.100.200 → hyperplane 100.64.255.101', mapping],
    [
      '10.1.0.5 ⇄ 52.0.0.9',
      { privateIp: ip('10.1.0.5'), publicIp: ip('52.0.0.9'), networkInterfaceId: 'eni-1', vpcId: 'vpc-1' },
    ],
    [
      '10.0.2.10:40000 ⇄ 10.0.1.20:1055 → 8.8.8.8:443',
      {
        owner: 'nat-1',
        protocol: 'tcp',
        inside: end('10.0.2.10', 40000),
        outside: end('10.0.1.20', 1055),
        remote: end('8.8.8.8', 443),
      },
    ],
    [
      '10.0.2.10:40000 ⇄ 10.0.1.20:1055 → 8.8.8.8',
      {
        owner: 'nat-1',
        protocol: 'icmp',
        inside: end('10.0.2.10', 40000),
        outside: end('10.0.1.20', 1055),
        remote: end('8.8.8.8', 0),
      },
    ],
    ['tcp/443 0.0.0.0/0', { protocol: 'tcp', ports: { from: 443, to: 443 }, peer: '0.0.0.0/0' as never }],
    ['all sg-web', { protocol: 'all', peer: 'sg-web' }],
    [
      '100 allow tcp/1024-65535 0.0.0.0/0',
      { number: 100, action: 'allow', protocol: 'tcp', ports: { from: 1024, to: 65535 }, cidr: '0.0.0.0/0' as never },
    ],
  ])('%s', (text, row) => {
    expect(describeRow(row)).toBe(text);
  });
});

test('a drop begins with a capital, unless it begins with a name, which stays as it is', () => {
  const dropped = (reason: DropReason, table: string, about: string): Step => ({
    kind: 'dropped',
    rule: REASONS[reason].rule,
    before: bare,
    after: bare,
    table,
    reason,
    about,
  });
  const say = (step: Step) => explainStep(world, step, { node: 'host-a' }, CATALOGS.en);
  expect(say(dropped('MAPPING_MISS', 'vpc-red', '10.1.0.9'))).toMatch(/^The Mapping Service /);
  expect(say(dropped('TGW_NO_AZ', 'tgw-attach-red', 'us-east-1b'))).toMatch(/^tgw-attach-red has /);
  expect(say(dropped('INSTANCE_STOPPED', 'i-vm1', ''))).toBe('vm1 is stopped.');
});
