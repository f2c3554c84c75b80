// The files of a level that is still to be written: a network that reads and plays, and a place for each thing that only its author knows.
// What `blackfoot prove` has to say about it is exactly that.

/** Texts by file name, within the chapter's folder. */
export function skeletonOf(id: string): Readonly<Record<string, string>> {
  return {
    [`${id}.yaml`]: LEVEL.replace('ID', id),
    [`${id}.en.yaml`]: textOf(ENGLISH),
    [`${id}.ko.yaml`]: textOf(KOREAN),
  };
}

/** Texts by file name, of a pack that has no level yet. */
export function emptyPack(chapterId: string): Readonly<Record<string, string>> {
  return {
    'index.yaml': `${schemaLine('schemas/index')}# The playing order. A number stays with its level, so that "1.2" keeps its meaning.
chapters:
  - id: ${chapterId}
    number: 1
    levels: []
`,
    'text.en.yaml': `${schemaLine('schemas/text')}# What chapters and concepts are called.
chapters:
  ${chapterId}: { title: My levels, about: Levels of my own. }
concepts: {}
`,
    'text.ko.yaml': `${schemaLine('schemas/text')}# 장과 개념의 이름
chapters:
  ${chapterId}: { title: 내 레벨, about: 직접 만든 레벨입니다. }
concepts: {}
`,
  };
}

/** What an editor completes the file by; it lies in the pack, so that it goes along wherever the pack goes. */
function schemaLine(path: string): string {
  return `# yaml-language-server: $schema=${path}.schema.json\n`;
}

const LEVEL = `${schemaLine('../schemas/level')}# In one line: what does the player believe before, and know afterwards?
id: ID
introduces: [] # the concept that it teaches, if it is a new one; its name goes into text.en.yaml and text.ko.yaml
requires: []
breaks: [] # numbers of the wrong beliefs that it breaks
sources: [D-IGW] # where its facts come from

# The smallest network in which it happens. "blackfoot trace FILE --from i-vm --to client" shows what a packet does there.
world:
  hosts:
    host-a: { underlay: 100.64.0.11 }
  vpcs:
    vpc-red: { cidrs: [10.1.0.0/16] }
  subnets:
    subnet-a: { vpcId: vpc-red, cidr: 10.1.0.0/24 }
  routeTables:
    rtb-red: { vpcId: vpc-red }
  routeAssociations:
    rtbassoc-red: { routeTableId: rtb-red, main: true }
  gateways:
    igw-1: { kind: internet-gateway, vpcId: vpc-red }
  securityGroups:
    sg-open: { vpcId: vpc-red, isDefault: true, inbound: [{ peer: 0.0.0.0/0 }], outbound: [{ peer: 0.0.0.0/0 }] }
  instances:
    i-vm: { hostId: host-a }
    i-neighbour: { hostId: host-a }
  networkInterfaces:
    eni-vm: { subnetId: subnet-a, instanceId: i-vm, addresses: [{ address: 10.1.0.5 }] }
    eni-neighbour: { subnetId: subnet-a, instanceId: i-neighbour, addresses: [{ address: 10.1.0.6 }] }
  elasticIps:
    eipalloc-vm: { publicIp: 203.0.113.9, association: { id: eipassoc-vm, networkInterfaceId: eni-vm, privateIp: 10.1.0.5 } }
    eipalloc-spare: { publicIp: 203.0.113.20 }
  internet:
    client: { address: 198.51.100.8 }

# What the player may do. A list narrows a parameter, an empty one takes it away.
tools:
  - CreateRoute: { RouteTableId: [rtb-red], DestinationCidrBlock: [0.0.0.0/0, 203.0.113.9/32], InstanceId: [] }
  - AssociateAddress: { AllocationId: [eipalloc-spare] }

# What must be so, and what must not.
goals:
  - { id: out, expect: converse, probe: { from: i-vm, to: client } }
  - { id: quiet, expect: not-deliver, probe: { from: client, to: i-neighbour } }

# Asked before the first send. The right answer is read from the packet.
predict:
  id: where-it-ends
  reads: { probe: { from: i-vm, to: client }, field: node }
  choices: [host-a, igw-1]

# A right answer, as a player would type it, and how many edits it takes.
reference: []
par: 1

# What people try who hold the belief. Each: { id, breaks, commands, code, goal }.
wrong: []
`;

interface Remarks {
  readonly about: readonly [title: string, teaches: string, story: string, goals: string, predict: string];
  readonly hints: readonly [string, string, string, string];
  readonly after: readonly [wrong: string, card: string];
}

const ENGLISH: Remarks = {
  about: [
    '40 columns at most',
    'one sentence: what the player will know afterwards',
    'three lines of 76 columns at most',
    'a sentence for each goal',
    'the question before the first send',
  ],
  hints: [
    'the idea',
    'where to look: name a component',
    'what kind of edit',
    'a worked sibling, with other names and numbers',
  ],
  after: [
    'for each filed wrong answer: the belief, and what is so',
    'after the win: the concept in two or three sentences',
  ],
};

const KOREAN: Remarks = {
  about: [
    '40칸까지',
    '한 문장: 풀고 나면 알게 되는 것',
    '76칸짜리 세 줄까지',
    '목표마다 한 문장',
    '처음 보내기 전에 하는 질문',
  ],
  hints: ['생각할 거리', '볼 곳: 구성 요소의 이름', '어떤 변경인지', '이름과 숫자가 다른 비슷한 예'],
  after: ['오답마다: 그런 생각과 사실', '푼 다음: 두세 문장으로 쓴 개념'],
};

function textOf({ about: [title, teaches, story, goals, predict], hints, after: [wrong, card] }: Remarks): string {
  return `${schemaLine('../schemas/level-text')}title: '' # ${title}
teaches: '' # ${teaches}
story: # ${story}
  - ''
goals: # ${goals}
  out: ''
  quiet: ''
predict: '' # ${predict}
choices: {}
hints:
${hints.map((hint) => `  - '' # ${hint}\n`).join('')}wrong: {} # ${wrong}
card: # ${card}
  - ''
`;
}
