// The level of the stills: the first road, with a question and a puzzle besides, in words of its own that no level's polishing changes.

import type { Library } from '../../src/levels/library.ts';
import { type File, makeSources, openLibrary } from '../levels/fixture.ts';

const probe = { from: 'i-vm', to: 'client' };

const english = {
  title: 'A gate nobody walks to',
  teaches: 'An internet gateway carries packets only when the subnet’s route table points to it.',
  story: [
    'vm (10.1.0.5) has a public address, and igw-1 is attached to the VPC.',
    'Still nothing that vm sends arrives. Send a packet, and see where it dies.',
    'Then mend the way, and nothing but the way.',
  ],
  goals: {
    out: 'vm ⇄ client',
    quiet: 'client cannot reach neighbour',
    seen: 'Say what client sees',
    order: 'Put the way out in order',
  },
  hints: [
    'Doors are not roads. A gateway waits; only a row of a table sends packets to it.',
    'Look at rtb-red: which of its rows covers 198.51.100.8?',
    'One more row is enough. It needs a destination and a gateway.',
    'In another office rtb-x had no row for the world; it got 0.0.0.0/0 to igw-x.',
  ],
  predict: 'vm sends to client. Where does its packet die?',
  choices: {
    'host-a': 'on vm’s own host, host-a',
    'igw-1': 'at the internet gateway',
    '10.1.0.5': '10.1.0.5, vm’s own',
    '203.0.113.9': '203.0.113.9, its Elastic IP',
  },
  questions: { source: 'Which source address does client see?' },
  puzzles: { way: 'vm to client' },
  tiles: {
    route: 'host-a reads the route table',
    wrap: 'host-a wraps it for the edge',
    swap: 'The source becomes 203.0.113.9',
    never: 'vm writes 203.0.113.9 itself',
  },
  wrong: {
    'own-address': 'A route’s destination is where packets go, not where they come from.',
    'both-named': 'Now the neighbour has a public address too, and anybody can knock.',
  },
  card: ['An internet gateway opens nothing by itself: each subnet’s packets follow that subnet’s route table.'],
};

const korean: typeof english = {
  title: '아무도 찾지 않는 문',
  teaches: '인터넷 게이트웨이는 붙여 두기만 해서는 소용없고, 서브넷의 라우팅 테이블이 가리켜야 쓰입니다.',
  story: [
    'vm(10.1.0.5)에는 공인 주소가 있고, igw-1도 VPC에 붙어 있습니다.',
    '그런데 vm이 보낸 것은 하나도 도착하지 않습니다. 패킷을 보내 어디서 죽는지 보세요.',
    '길만 고치고, 다른 것은 건드리지 마세요.',
  ],
  goals: {
    out: 'vm ⇄ client',
    quiet: 'client는 neighbour에 닿지 못하기',
    seen: 'client가 보는 주소 말하기',
    order: '나가는 길을 순서대로 놓기',
  },
  hints: [
    '문은 길이 아닙니다. 게이트웨이는 기다릴 뿐이고, 패킷을 보내는 것은 테이블의 행입니다.',
    'rtb-red를 보세요. 어느 행이 198.51.100.8에 맞나요?',
    '행 하나면 됩니다. 목적지와 게이트웨이가 필요합니다.',
    '다른 사무실의 rtb-x에도 바깥으로 가는 행이 없었습니다. 0.0.0.0/0 → igw-x를 넣었더니 됐습니다.',
  ],
  predict: 'vm이 client에게 보냅니다. 패킷은 어디서 죽을까요?',
  choices: {
    'host-a': 'vm이 있는 호스트, host-a',
    'igw-1': '인터넷 게이트웨이',
    '10.1.0.5': '10.1.0.5, vm의 주소',
    '203.0.113.9': '203.0.113.9, 탄력적 IP',
  },
  questions: { source: 'client에게는 출발지가 어떤 주소로 보이나요?' },
  puzzles: { way: 'vm에서 client까지' },
  tiles: {
    route: 'host-a가 라우팅 테이블을 읽는다',
    wrap: 'host-a가 엣지로 보낼 캡슐을 씌운다',
    swap: '출발지가 203.0.113.9로 바뀐다',
    never: 'vm이 직접 203.0.113.9라고 쓴다',
  },
  wrong: {
    'own-address': '경로의 목적지는 패킷이 갈 곳이지, 떠나온 곳이 아닙니다.',
    'both-named': '이제 neighbour에게도 공인 주소가 생겨, 누구나 문을 두드릴 수 있습니다.',
  },
  card: [
    '인터넷 게이트웨이를 붙이는 것만으로는 아무것도 열리지 않습니다. 패킷은 자기 서브넷의 라우팅 테이블을 따릅니다.',
  ],
};

export const LEVEL = 'first-road';

/** The level in both languages; `plain` leaves out its question and its puzzle. */
export function stillsLibrary({ plain = false } = {}): Library {
  return openLibrary(
    makeSources((files) => {
      if (!plain) addPuzzles(files.level);
      files.en = english;
      files.ko = korean;
    }),
  );
}

function addPuzzles(level: File) {
  Object.assign(level, {
    questions: [
      {
        id: 'source',
        reads: { probe, step: 'delivered', field: 'source-address' },
        choices: ['10.1.0.5', '203.0.113.9'],
      },
    ],
    puzzles: [
      {
        id: 'way',
        probe,
        tiles: [
          { id: 'swap', step: 'translated', node: 'igw-1' },
          { id: 'route', step: 'matched-route', node: 'host-a' },
          { id: 'never', step: 'translated', node: 'i-vm' },
          { id: 'wrap', step: 'encapsulated', node: 'host-a' },
        ],
      },
    ],
  });
  level.goals.push(
    { id: 'seen', expect: 'answer', question: 'source' },
    { id: 'order', expect: 'order', puzzle: 'way' },
  );
}
