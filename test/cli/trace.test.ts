import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { blackfoot, temporaryFolder } from './run-blackfoot.ts';

const world = (name: string) => fileURLToPath(new URL(`../worlds/${name}.yaml`, import.meta.url));
const article = world('article');

async function traced(...words: readonly string[]) {
  const { code, stdout, stderr } = await blackfoot(['trace', ...words, '--json']);
  expect(stderr).toBe('');
  return { code, ...JSON.parse(stdout) };
}

describe('trace --json', () => {
  test('of the article’s flow has both ways, tap by tap, and what the far end sees', async () => {
    const exchange = await traced(article, '--from', 'vm1', '--to', '8.8.8.8');
    expect(exchange).toMatchObject({
      code: 0,
      outcome: 'conversed',
      request: { disposition: 'delivered', code: null },
      reply: { disposition: 'delivered', code: null, at: 'i-vm1' },
      seen: {
        protocol: 'tcp',
        source: { address: '52.0.0.9', port: 40112 },
        destination: { address: '8.8.8.8', port: 443 },
      },
      diagnosis: [],
    });
    const nodes = exchange.request.hops.map(({ node }: { node: string }) => node);
    expect(nodes.slice(0, 3)).toEqual(['i-vm1', expect.stringMatching(/^host-/), expect.stringMatching(/^igw-/)]);
  });

  test('gives each step its rule, its sources, its row, and the headers before and after', async () => {
    const { request } = await traced(article, '--from', 'vm1', '--to', '8.8.8.8');
    const steps = request.hops.flatMap(({ steps: own }: { steps: unknown[] }) => own);
    expect(steps).toContainEqual(
      expect.objectContaining({
        kind: 'matched-route',
        rule: 'longest-prefix',
        mark: 'documented',
        sources: ['D-RT', 'D-RTP'],
        row: expect.objectContaining({ destination: '0.0.0.0/0' }),
        sentence: expect.stringContaining('0.0.0.0/0'),
      }),
    );
    const wrapped = steps.find(({ kind }: { kind: string }) => kind === 'encapsulated');
    const layers = (headers: readonly { layer: string }[]) => headers.map(({ layer }) => layer);
    expect(layers(wrapped.before)).toEqual(['ipv4', 'transport']);
    expect(layers(wrapped.after)).toEqual(['underlay', 'vpc', 'ipv4', 'transport']);
  });

  test('of a broken path lists everything that stands in the way', async () => {
    const { code, outcome, request, reply, seen, diagnosis } = await traced('2.7', '--from', 'vm1', '--to', 'client');
    expect({ code, outcome, reply, seen }).toEqual({ code: 1, outcome: 'dropped', reply: null, seen: null });
    expect(request).toMatchObject({ disposition: 'dropped', code: 'NO_ROUTE_TO_DESTINATION', at: 'rtb-edge' });
    expect(diagnosis.map((finding: { code: string }) => finding.code)).toEqual([
      'NO_ROUTE_TO_DESTINATION',
      'BAD_STATE_ATTACHMENT',
      'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    ]);
    expect(diagnosis[0]).toEqual({
      code: 'NO_ROUTE_TO_DESTINATION',
      at: 'rtb-edge',
      direction: 'request',
      about: '198.51.100.8',
      message: expect.any(String),
    });
  });

  test('is the same in every language', async () => {
    const words = [article, '--from', 'vm1', '--to', '8.8.8.8'];
    expect(await traced(...words, '--lang', 'ko')).toEqual(await traced(...words));
  });

  test('takes protocol, ports and source', async () => {
    const flags = ['--protocol', 'udp', '--port', '53', '--source-port', '5353'];
    const { seen } = await traced(article, '--from', 'vm1', '--to', '8.8.8.8', ...flags);
    expect(seen).toMatchObject({ protocol: 'udp', source: { port: 5353 }, destination: { port: 53 } });
    const spoofed = await traced(article, '--from', 'vm1', '--to', '8.8.8.8', '--source', '10.1.0.77');
    expect(spoofed.request.code).toBe('ENI_SOURCE_DEST_CHECK_RESTRICTION');
  });

  test('by public address takes the hairpin', async () => {
    const hairpin = world('hairpin');
    const near = await traced(hairpin, '--from', 'a', '--to', 'b');
    const far = await traced(hairpin, '--from', 'a', '--to', 'b', '--by-public-address');
    expect(near.probe.byPublicAddress).toBeUndefined();
    expect(far.probe.byPublicAddress).toBe(true);
    expect(far.request.hops.length).toBeGreaterThan(near.request.hops.length);
  });
});

describe('who is meant', () => {
  test.each([
    ['an id', 'i-vm1'],
    ['a name', 'vm1'],
    ['a private address', '10.1.0.5'],
    ['a public address', '52.0.0.9'],
  ])('is said by %s', async (_, from) => {
    const { probe } = await traced(article, '--from', from, '--to', '8.8.8.8');
    expect(probe.from).toBe('i-vm1');
  });

  test('a frame needs no receiver', async () => {
    const { probe } = await traced('1.5', '--from', 'frame-1');
    expect(probe).toEqual({ from: 'frame-1' });
  });

  test('nobody of that name ends with the nearest one and code 2', async () => {
    const { code, stdout, stderr } = await blackfoot(['trace', article, '--from', 'vm7', '--to', '8.8.8.8']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('blackfoot: "vm7" is nobody in this network.\n  Did you mean: vm1\n');
  });

  test.each([
    ['--port', '99999', 'a whole number from 0 to 65535'],
    ['--source-port', '1e3', 'a whole number'],
    ['--protocol', 'sctp', 'One of: tcp, udp, icmp, esp, gre'],
    ['--source', '10.1.0.05', 'an address such as'],
  ])('%s %s is refused', async (flag, word, said) => {
    const { code, stderr } = await blackfoot(['trace', article, '--from', 'vm1', '--to', '8.8.8.8', flag, word]);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

test('the transcript reads from top to bottom, in the language asked for', async () => {
  const { code, stdout } = await blackfoot(['trace', '2.7', '--from', 'vm1', '--to', 'client', '--lang', 'ko']);
  expect(code).toBe(1);
  expect(stdout.split('\n')[0]).toBe('요청이 도착하지 못했습니다.');
  expect(stdout).toContain('가로막는 것 3가지:');
  const english = await blackfoot(['trace', article, '--from', 'vm1', '--to', '8.8.8.8']);
  const at = (text: string) => english.stdout.indexOf(text);
  const order = [
    'Request:',
    '| vpc-',
    '52.0.0.9:40112 → 8.8.8.8:443',
    ' sees 52.0.0.9',
    'Reply:',
    '8.8.8.8:443 → 10.1.0.5:40112',
  ];
  expect(order.map(at).every((place, index) => place > (index === 0 ? -1 : at(order[index - 1] as string)))).toBe(true);
});

describe('a world that does not read', () => {
  const ask = async (text: string, name = 'w.yaml') => {
    const home = temporaryFolder();
    writeFileSync(join(home, name), text);
    const { code, stdout, stderr } = await blackfoot(['trace', name, '--from', 'a', '--to', 'b'], { home });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toMatch(/^ {4}at /m);
    return stderr.split('\n').slice(1, -1);
  };

  test.each<[string, string, string[]]>([
    ['an unknown key', 'vpcs: {}\nvpsc: {}\n', ['w.yaml:2:1: vpsc: there is no such key']],
    [
      'a missing key',
      'subnets:\n  subnet-a: { vpcId: vpc-a }\n',
      ['w.yaml:2:3: subnets.subnet-a.cidr: it must be given'],
    ],
    [
      'a block with host bits',
      'vpcs:\n  vpc-a: { cidrs: [10.0.0.1/16] }\n',
      ['w.yaml:2:20: vpcs.vpc-a.cidrs.0: expected a CIDR block with no host bits set, such as 10.1.0.0/16'],
    ],
    [
      'a reference to nothing',
      'subnets:\n  subnet-a: { vpcId: vpc-a, cidr: 10.0.0.0/24 }\n',
      [
        'w.yaml:2:22: subnets.subnet-a.vpcId: vpc-a does not exist',
        '  define vpc-a, or name one of: (none are defined)',
      ],
    ],
    ['a key that stands twice', 'vpcs: {}\nvpcs: {}\n', ['w.yaml:2:1: vpcs stands twice', '  keep one of them']],
    [
      'what is no YAML',
      'vpcs: [\n',
      ['w.yaml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    ['a text', 'hello\n', ['w.yaml:1:1: Invalid type: Expected Object but received "hello"']],
    ['nothing', '', ['w.yaml:1:1: Invalid type: Expected Object but received null']],
    ['brackets without end', `a: ${'['.repeat(5000)}`, ['w.yaml: it is nested more than 64 levels deep']],
    [
      'steps without end',
      Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      ['w.yaml: it is nested more than 64 levels deep'],
    ],
    ['more than can be read', ' '.repeat(4_000_001), ['w.yaml: it holds more than 4000000 bytes', '  split it']],
  ])('because of %s is told with its place', async (_, text, lines) => {
    expect(await ask(text)).toEqual(lines);
  });

  test('every problem is told, not only the first', async () => {
    const lines = await ask(
      'subnets:\n  subnet-a: { vpcId: vpc-a, cidr: 10.0.0.0/24 }\n  subnet-b: { vpcId: vpc-a, cidr: 10.0.0.0/24 }\n',
    );
    expect(lines.filter((line) => line.startsWith('w.yaml:'))).toHaveLength(2);
  });

  test('JSON is told about as YAML is', async () => {
    expect(await ask('{\n  "vpsc": {}\n}\n', 'w.json')).toEqual(['w.json:2:3: vpsc: there is no such key']);
    expect(await ask('{ "vpcs": ', 'w.json')).toEqual([expect.stringMatching(/^w\.json:\d+:\d+: /)]);
  });

  test('a bomb of aliases is refused', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de']) bomb.push(`${to}: &${to} [${`*${from}, `.repeat(8)}]`);
    expect(await ask(`${bomb.join('\n')}\n`)).toEqual([
      expect.stringContaining('alias'),
      expect.stringContaining('aliases'),
    ]);
  });

  test('what an error quotes cannot drive the terminal', async () => {
    expect((await ask('"a\\e[31m": 1\n')).join('')).not.toContain('\u001B');
  });
});

test('neither a level nor a file ends with the nearest level', async () => {
  const { code, stderr } = await blackfoot(['trace', 'three-missing-thing', '--from', 'a', '--to', 'b']);
  expect(code).toBe(2);
  expect(stderr).toContain('Did you mean: three-missing-things');
});

test('a level is a world by its number, its name, both, and its file', async () => {
  const file = fileURLToPath(new URL('../../levels/2-way-out/three-missing-things.yaml', import.meta.url));
  for (const name of ['2.7', 'three-missing-things', '2.7-three-missing-things', file])
    expect(await traced(name, '--from', 'vm1', '--to', 'client')).toMatchObject({ outcome: 'dropped' });
});

describe('what devices send back', () => {
  const small = ['--from', 'i-web', '--to', 'client', '--size', '9001'];

  test('a packet that is too big: its sender is not told, as its group takes no ICMP', async () => {
    const { code, signals, diagnosis } = await traced(world('nat'), ...small);
    expect(code).toBe(1);
    expect(signals).toMatchObject([{ refused: { code: 'MTU_EXCEEDED' }, signal: { code: 'ENI_SG_RULES_MISMATCH' } }]);
    expect(diagnosis.map(({ code: found }: { code: string }) => found)).toEqual([
      'MTU_EXCEEDED',
      'ENI_SG_RULES_MISMATCH',
    ]);
  });

  test('one that may be cut goes on in pieces', async () => {
    const { code, signals } = await traced(world('nat'), ...small, '--may-fragment');
    expect([code, signals]).toEqual([0, []]);
  });

  test('the 110,001st flow finds no port, and nobody says so', async () => {
    const { request, signals } = await traced(
      world('two-zones'),
      '--from',
      'i-app-b',
      '--to',
      'client',
      '--flow',
      '110001',
    );
    expect([request.code, signals]).toEqual(['NAT_PORTS_EXHAUSTED', []]);
  });

  test('the first hop by NAT', async () => {
    const { signals } = await traced(world('nat'), '--from', 'i-app', '--to', 'client', '--ttl', '1');
    expect(signals[0].refused).toMatchObject({ code: 'TTL_EXPIRED', at: 'nat-1' });
  });
});
