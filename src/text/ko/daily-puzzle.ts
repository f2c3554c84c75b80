// 오늘의 패킷 퍼즐에 쓰는 문장. levels/daily가 조립합니다. 사고(mishap)마다 배우는 것(lesson)과 힌트 셋(idea, edit, sibling)이 있고, 둘째 힌트는 볼 곳을 말합니다.

import type { dailyPuzzle as en } from '../en/daily-puzzle.ts';

export const dailyPuzzle: Readonly<Record<keyof typeof en, string>> = {
  'place.bakery': '빵집',
  'place.lighthouse': '등대',
  'place.observatory': '천문대',
  'place.library': '도서관',
  'place.zoo': '동물원',
  'place.harbour': '항구',
  'place.theatre': '극장',
  'place.brewery': '양조장',
  'place.station': '기차역',
  'place.post-office': '우체국',
  'place.orchard': '과수원',
  'place.museum': '박물관',
  'place.clinic': '병원',
  'place.weather-station': '기상대',
  'branch.mill': '방앗간',
  'branch.pier': '부두',
  'branch.summit': '산꼭대기',
  'branch.annex': '별관',
  'branch.aquarium': '수족관',
  'branch.customs': '세관',
  'branch.studio': '연습실',
  'branch.cellar': '지하 저장고',
  'branch.depot': '차량 기지',
  'branch.airmail': '항공우편실',
  'branch.barn': '헛간',
  'branch.workshop': '작업실',
  'branch.pharmacy': '약국',
  'branch.mast': '관측탑',

  'title.visitors.1': '들어갈 수 없는 {place}',
  'title.visitors.2': '{place}의 뜻밖의 휴업',
  'title.visitors.3': '{place:을/를} 두드리는 소리',
  'title.errands.1': '{place}에서 거는 전화',
  'title.errands.2': '바깥소식이 끊긴 {place}',
  'title.errands.3': '밖에 닿지 못하는 {app}',
  'title.store.1': '{bucket:으로/로} 가는 길',
  'title.store.2': '잠긴 {bucket}',
  'title.store.3': '가깝고도 먼 {bucket}',
  'title.branch.1': '소식 없는 {branch}',
  'title.branch.2': '{branch} 가는 다리',
  'title.branch.3': '{far:을/를} 찾는 {app}',
  'title.office.1': '{office}에서 온 터널',
  'title.office.2': '{office:이/가} 거는 전화',
  'title.office.3': '{place}의 조용한 전용선',
  'title.records.1': '누가 {db:을/를} 잠갔나',
  'title.records.2': '열리지 않는 {db}',
  'title.records.3': '{db} 앞의 명단',

  'story.place.1': '{place}에서는 {web:이/가} 손님을 맞고 {app:이/가} 안에서 일합니다.',
  'story.place.2': '{place}의 문은 {web:이/가} 지키고, 일은 {app:이/가} 합니다.',
  'story.place.3': '{place} 손님은 {web:을/를} 봅니다. {app:은/는} 눈에 띄지 않습니다.',
  'story.cause.1': '어젯밤 누군가 싹 정리하고는 휴가를 떠났습니다.',
  'story.cause.2': '새 테이블로 옮기던 중에 점심시간이 되었습니다.',
  'story.cause.3': '어제 변경이 하나 들어갔는데, 무엇인지 적은 사람이 없습니다.',
  'story.cause.4': '"하나밖에 안 건드렸는데요." 건드린 사람의 말입니다.',
  'story.cause.5': '누군가 블로그 글을 보고 딱 중간까지 따라 했습니다.',
  'story.cause.6': '금요일에는 됐습니다. 금요일은 오래전입니다.',
  'story.cause.7': '벽에 붙은 구성도가 맞습니다. 실제가 그렇지 않을 뿐입니다.',
  'story.cause.8': '감사에서 정리하라기에, 정말로 정리했습니다.',
  'story.one': '이제 {from:과/와} {to:이/가} 통하지 않습니다. 그것만 고치고 더 열지 마세요.',
  'story.many': '아래 통신 가운데 {count}개가 안 됩니다. 그것만 고치고 더 열지 마세요.',

  'goal.talks': '{from} ⇄ {to}',
  'goal.answered': '{from} → {to}, 응답까지',
  'goal.by-way': '{from} ⇄ {to}, {way:을/를} 지나서',
  'goal.never-reaches': '{from:은/는} {to}에 닿지 못하기',
  'goal.no-answer': '{from:은/는} {to}의 응답을 받지 못하기',
  'goal.port': '{goal} (tcp/{port})',

  'predict.request': '{from:이/가} {to:으로/로} 보냅니다. 패킷은 어디서 끝날까요?',
  'predict.reply': '{to:이/가} {from}의 패킷을 받고 응답합니다. 응답은 어디서 끝날까요?',
  'node.host-of': '{name:이/가} 있는 호스트, {node}',
  'node.host': '호스트 {node}',
  'node.machine': '{name}까지 잘 도착',
  'node.internet': '인터넷 어딘가',
  'node.internet-gateway': '인터넷 게이트웨이 {node}',
  'node.nat-gateway': 'NAT 게이트웨이 {node}',
  'node.gateway-endpoint': '엔드포인트 {node}',
  'node.vpc-peering-connection': '피어링 연결 {node}',
  'node.vpn-gateway': 'VPN 게이트웨이 {node}',
  'node.vpn-connection': '터널 {node}',
  'node.customer-site': '사무실 라우터',

  'hint.several': '잘못된 곳이 {count}군데이고, 첫째는 이렇습니다. {idea}',
  'hint.where': '{places:을/를} 보세요. 있어야 할 것이 없거나, 없어야 할 것이 있습니다.',
  'hint.edit': '변경 한 번이면 됩니다: {edit}.',
  'hint.edits': '변경 {count}번이면 됩니다: {edits}.',
  'card.documented': '{lesson} AWS 문서에 있는 내용입니다.',
  'card.nat-inside': '{lesson} 여기까지는 AWS 문서에 있고, 패킷이 정말로 맴돈다는 것은 우리 모델입니다.',

  'lesson.default-lost': '인터넷 게이트웨이는 서브넷이 쓰는 테이블의 경로가 보내 준 것만 나릅니다.',
  'idea.default-lost': '문은 길이 아닙니다. 연결된 게이트웨이도 패킷을 보내 줄 경로를 기다립니다.',
  'edit.default-lost': '모든 목적지를 위한 경로',
  'sibling.default-lost':
    '가죽 공방의 rtb-front에는 local뿐이었습니다. create-route로 0.0.0.0/0을 igw-tan에 보내니 주문이 들어왔습니다.',

  'lesson.table-lost': '따로 연결된 테이블이 없는 서브넷은 VPC의 메인 라우팅 테이블을 따릅니다.',
  'idea.table-lost':
    '서브넷은 언제나 테이블 하나를 따릅니다. 아무도 정해 주지 않았다면, 생각지 못한 테이블을 따릅니다.',
  'edit.table-lost': '서브넷에 테이블 연결',
  'sibling.table-lost':
    'subnet-quay는 연결이 끊겨 local밖에 없는 메인 테이블을 읽었습니다. associate-route-table로 rtb-quay를 주니 배가 돌아왔습니다.',

  'lesson.table-swapped': '테이블의 이름은 아무것도 정하지 않습니다. 서브넷이 무엇을 읽는지는 연결이 정합니다.',
  'idea.table-swapped': '이름이 어울리는 테이블 말고, 서브넷이 실제로 읽는 테이블을 보세요.',
  'edit.table-swapped': '서브넷의 테이블 바꾸기',
  'sibling.table-swapped':
    'subnet-inn이 rtb-stable에 연결되어 있었습니다. replace-route-table-association으로 rtb-inn으로 바꾸니 손님이 들어왔습니다.',

  'lesson.address-lost': '퍼블릭 서브넷에 있다고 퍼블릭이 되지는 않습니다. 게이트웨이에 자기 공인 IP가 있어야 합니다.',
  'idea.address-lost':
    '게이트웨이로 가는 경로는 절반입니다. 어느 공인 IP가 누구의 것인지도 게이트웨이가 알아야 합니다.',
  'edit.address-lost': '탄력적 IP 연결',
  'sibling.address-lost':
    'fountain은 퍼블릭 서브넷에 있었지만 탄력적 IP가 없었습니다. associate-address로 eipalloc-well을 eni-fountain에 주니 찾아왔습니다.',

  'lesson.gateway-loose': '어느 VPC에도 연결되지 않은 인터넷 게이트웨이로 가는 경로는 블랙홀입니다.',
  'idea.gateway-loose': '경로는 대상의 이름을 적을 뿐입니다. 그 대상이 이 VPC에 붙어 있는지는 다른 문제입니다.',
  'edit.gateway-loose': '게이트웨이를 VPC에 연결',
  'sibling.gateway-loose':
    'rtb-yard가 가리킨 igw-yard는 허공에 떠 있었습니다. attach-internet-gateway로 vpc-yard에 붙이니 경로가 살아났습니다.',

  'lesson.group-shut': '보안 그룹은 규칙에 적힌 것만 들여보냅니다.',
  'idea.group-shut': '패킷은 서버의 문 앞까지 갑니다. 그 문은 무엇을 들여보내나요?',
  'edit.group-shut': '포트 하나를 여는 규칙',
  'sibling.group-shut':
    'sg-till은 tcp/80만 열었는데 손님은 443으로 왔습니다. authorize-security-group-ingress로 443만 더 여니 충분했습니다.',

  'lesson.dead-signpost': '가장 긴 프리픽스가 이깁니다. 대상이 사라진 지 오래여도 마찬가지입니다.',
  'idea.dead-signpost': '맞는 경로가 둘이면 더 좁은 쪽이 이깁니다. 그 길이 끊겼어도요. 응답이 돌아가는 길을 보세요.',
  'edit.dead-signpost': '경로 하나 지우기',
  'sibling.dead-signpost':
    'rtb-ferry에는 작년에 지운 NAT로 가는 섬 대역 경로가 남아 있었습니다. delete-route로 지우니 섬도 기본 경로로 갔습니다.',

  'lesson.errand-row-lost': 'NAT 게이트웨이는 자기에게 오는 경로가 있는 서브넷에만 쓸모가 있습니다.',
  'idea.errand-row-lost': '프라이빗 서버에는 대신 나가 줄 누군가와, 그게 누구인지 적은 경로가 필요합니다.',
  'edit.errand-row-lost': '모든 목적지를 위한 경로',
  'sibling.errand-row-lost':
    'rtb-attic에는 0.0.0.0/0이 없었습니다. create-route로 인터넷 게이트웨이가 아니라 nat-attic에 보내니 편지가 나갔습니다.',

  'lesson.past-the-nat': '짝이 되는 공인 IP 없이 인터넷 게이트웨이에 닿은 사설 IP는 거기서 버려집니다.',
  'idea.past-the-nat':
    '나가는 게이트웨이는 둘이고 하는 일이 다릅니다. 하나는 자기 주소를 빌려주고, 하나는 이미 있는 주소를 바꿔 줄 뿐입니다.',
  'edit.past-the-nat': '경로의 대상 바꾸기',
  'sibling.past-the-nat':
    'rtb-loft는 모두 igw-loft로 보냈지만 다락의 서버에는 공인 IP가 없었습니다. replace-route로 nat-loft에 돌리니 됐습니다.',

  'lesson.nat-gone': '경로는 대상보다 오래 남습니다. 블랙홀이 된 채 테이블에서 계속 이깁니다.',
  'idea.nat-gone': '멀쩡해 보이는 경로가 아무 데도 가지 않을 수 있습니다. 상태를, 대상이 아직 있는지를 보세요.',
  'edit.nat-gone': '경로의 대상 바꾸기',
  'sibling.nat-gone':
    'rtb-kiln은 봄에 지운 NAT 게이트웨이를 아직 가리켰습니다. replace-route로 살아 있는 nat-kiln에 돌리니 소식이 왔습니다.',

  'lesson.nat-inside':
    '영역 NAT 게이트웨이는 자기 서브넷의 테이블로 내보내므로, 그 서브넷에 나가는 길이 있어야 합니다.',
  'idea.nat-inside': 'NAT 게이트웨이는 출구가 아닙니다. 패킷을 고쳐 쓰고 나면 남들처럼 길이 필요합니다.',
  'edit.nat-inside': '새 NAT 게이트웨이와 그리 가는 경로',
  'sibling.nat-inside':
    'nat-old는 지하의 서버들과 함께 있었습니다. subnet-porch에 새로 만들고 rtb-crypt를 replace-route하니 지하가 온라인이 됐습니다.',

  'lesson.app-table-lost': '메인 라우팅 테이블은 다른 테이블을 받지 못한 모든 서브넷이 씁니다.',
  'idea.app-table-lost': '경로가 다 맞아도 아무도 읽지 않는 테이블이 있습니다. 누가 어느 것을 읽나요?',
  'edit.app-table-lost': '서브넷에 테이블 연결',
  'sibling.app-table-lost':
    'rtb-forge에는 필요한 경로가 다 있었는데 subnet-forge는 메인을 읽었습니다. associate-route-table이 둘을 이었습니다.',

  'lesson.detour': '좁은 경로는 기본 경로를 이깁니다. 대상이 살아 있든 아니든 그렇습니다.',
  'idea.detour': '바깥은 거의 다 닿는데 한구석만 안 닿습니다. 그 구석을 말하는 경로는 어느 것인가요?',
  'edit.detour': '경로 하나 지우기',
  'sibling.detour':
    'rtb-vine에는 통 공방 대역을 없어진 곳으로 보내는 경로가 있었습니다. delete-route하니 기본 경로로 통이 나갔습니다.',

  'lesson.endpoint-unused': '게이트웨이 엔드포인트는 받은 라우팅 테이블에서만 쓰입니다.',
  'idea.endpoint-unused': '엔드포인트는 서 있고 공짜입니다. 누구에게 쓰라고 했나요?',
  'edit.endpoint-unused': '테이블에 엔드포인트 주기',
  'sibling.endpoint-unused':
    'vpc-farm에 엔드포인트가 있었지만 rtb-cows에는 그 경로가 없었습니다. modify-vpc-endpoint --add-route-table-ids rtb-cows로 들어왔습니다.',

  'lesson.endpoint-in-main': '메인 테이블에 있는 엔드포인트는 다른 테이블을 읽는 서브넷에 소용없습니다.',
  'idea.endpoint-in-main': '엔드포인트의 경로가 어느 테이블에 있기는 합니다. 물어보는 쪽이 읽는 테이블인가요?',
  'edit.endpoint-in-main': '테이블에 엔드포인트 주기',
  'sibling.endpoint-in-main':
    '목장에서는 엔드포인트 경로가 메인에 있었고 subnet-churn은 rtb-churn을 읽었습니다. modify-vpc-endpoint로 그 테이블에도 주었습니다.',

  'lesson.no-way-there': '피어링 연결은 그리로 가는 경로가 있는 테이블에서만 쓰입니다.',
  'idea.no-way-there': '두 집은 이어져 있습니다. 거는 쪽은 어느 문으로 가는지 아나요?',
  'edit.no-way-there': '다른 VPC로 가는 경로',
  'sibling.no-way-there':
    'vpc-inn과 vpc-spa는 피어링했지만 rtb-inn에 온천 대역이 없었습니다. create-route로 그 대역을 pcx-spa에 보내니 통했습니다.',

  'lesson.no-way-back': '피어링은 양쪽으로 나르지만 경로는 양쪽에 따로 있어야 합니다. 응답에는 응답의 길이 있습니다.',
  'idea.no-way-back': '물음은 도착합니다. 이제 반대편에 서서 집으로 돌아갈 길을 찾아보세요.',
  'edit.no-way-back': '돌아오는 경로',
  'sibling.no-way-back':
    '온천은 여관의 말을 들었지만 답하지 못했습니다. rtb-spa에 여관 대역을 pcx-spa로 보내는 경로가 나머지 절반이었습니다.',

  'lesson.not-accepted': '피어링 연결은 상대가 수락하기 전까지 아무것도 나르지 않습니다.',
  'idea.not-accepted': '요청은 아직 약속이 아닙니다. 둘을 잇는 것의 상태를 보세요.',
  'edit.not-accepted': '상대의 수락',
  'sibling.not-accepted':
    'pcx-spa는 일주일째 pending-acceptance였습니다. accept-vpc-peering-connection하니 전부터 있던 경로가 살아났습니다.',

  'lesson.far-shut': '피어링을 건너온 보안 그룹은 사설 IP를 봅니다. 실제로 거는 대역을 열어야 합니다.',
  'idea.far-shut': '패킷은 다른 집까지 가서 서버의 문 앞에서 죽습니다. 그 문은 누구를 기다리나요?',
  'edit.far-shut': '실제로 거는 쪽을 여는 규칙',
  'sibling.far-shut':
    'sg-spa는 아무도 안 사는 대역을 열어 두었습니다. authorize-security-group-ingress로 여관 서브넷의 대역을 여니 됐습니다.',

  'lesson.not-propagated': 'VPN 게이트웨이는 전파를 켠 테이블에만 배운 경로를 알려 줍니다.',
  'idea.not-propagated': '게이트웨이가 길을 아는 것과 테이블이 그 게이트웨이를 쓰는 것은 다른 일입니다.',
  'edit.not-propagated': '테이블 하나에 전파 켜기',
  'sibling.not-propagated':
    'vgw-barn은 농장 대역을 알았지만 rtb-cows는 몰랐습니다. enable-vgw-route-propagation으로 둘을 이으니 경로가 들어왔습니다.',

  'lesson.vpn-route-lost': '정적 VPN 연결은 알려 준 프리픽스만 압니다. 프리픽스마다 경로가 하나씩입니다.',
  'idea.vpn-route-lost': '터널은 UP입니다. UP은 상태이지 목적지가 아닙니다. 연결은 무엇을 아나요?',
  'edit.vpn-route-lost': 'VPN에 프리픽스 알려 주기',
  'sibling.vpn-route-lost':
    'vpn-farm은 UP인데 아는 프리픽스가 없었습니다. create-vpn-connection-route로 농장 대역을 알려 주니 됐습니다.',

  'lesson.vgw-loose': '어느 VPC에도 연결되지 않은 VPN 게이트웨이는 어느 쪽으로도 나르지 않습니다.',
  'idea.vgw-loose': '터널은 게이트웨이에서 끝납니다. 그럼 게이트웨이는 어디에 붙어 있나요?',
  'edit.vgw-loose': 'VPN 게이트웨이를 VPC에 연결',
  'sibling.vgw-loose':
    'vgw-barn에는 터널만 있고 VPC가 없었습니다. attach-vpn-gateway로 vpc-farm에 붙이니 읍내에서 다시 소를 셀 수 있었습니다.',

  'lesson.records-shut': '맞는 규칙이 없으면 네트워크 ACL은 거부합니다. 목록 끝에는 늘 거부가 있습니다.',
  'idea.records-shut': '길은 맞는데 서브넷 문 앞에서 누가 목록을 읽습니다. 무엇이 적혀 있나요?',
  'edit.records-shut': '들어오는 쪽을 여는 규칙',
  'sibling.records-shut':
    'acl-vault에는 인바운드 규칙이 남지 않았습니다. create-network-acl-entry --ingress로 창구 대역과 포트 하나만 열었습니다.',

  'lesson.answers-shut': '네트워크 ACL은 기억하지 않습니다. 응답은 임시 포트로 나가므로 규칙이 따로 필요합니다.',
  'idea.answers-shut': '물음은 들어갑니다. 이런 목록은 응답이 나갈 때 그 물음을 기억하지 않습니다.',
  'edit.answers-shut': '응답을 내보내는 규칙',
  'sibling.answers-shut':
    'acl-vault는 창구를 들였지만 응답은 내보내지 않았습니다. create-network-acl-entry --egress로 1024-65535를 여니 됐습니다.',

  'lesson.no-before-yes': '네트워크 ACL은 번호 순서로 읽고, 처음 맞는 규칙이 정합니다.',
  'idea.no-before-yes': '맞는 규칙이 목록에 있습니다. 그보다 먼저 읽히는 것이 있을 뿐입니다.',
  'edit.no-before-yes': '규칙 하나 지우기',
  'sibling.no-before-yes':
    'acl-vault는 200번으로 창구를 허용하고 50번으로 모두를 거부했습니다. delete-network-acl-entry로 50번을 지웠습니다.',

  'wrong.address-on-app': '이제 {app}에 공인 IP가 생겨 바깥의 누구나 두드릴 수 있습니다. 부탁한 적 없는 일입니다.',
  'wrong.row-in-main':
    '경로는 rtb-main에 들어갔지만 읽는 서브넷이 없습니다. 서브넷은 자기에게 연결된 테이블을 따릅니다.',
  'wrong.every-port': '필요한 포트가 열렸고, 나머지 포트도 모두 열렸습니다.',
  'wrong.web-address-on-app':
    '주소가 {app}에게 갔습니다. {web:은/는} 여전히 주소가 없고, {app:은/는} 길가에 나앉았습니다.',
  'wrong.default-thrown-out': '기본 경로는 멀쩡한 쪽이었습니다. 이제 아무것도 나가지 못합니다.',
  'wrong.tables-the-wrong-way':
    '그것은 프라이빗 서브넷의 테이블입니다. {web:을/를} 인터넷 게이트웨이로 데려가지 않습니다.',
  'wrong.straight-out': '패킷은 인터넷 게이트웨이까지 가지만, 거기에 {app}의 공인 IP가 없습니다.',
  'wrong.straight-out-after-all': '패킷은 인터넷 게이트웨이까지 가지만, 거기에 {app}의 공인 IP가 없습니다.',
  'wrong.public-table-for-app':
    '나가는 테이블을 쓴다고 퍼블릭이 되지는 않습니다. 인터넷 게이트웨이에 {app}의 공인 IP가 없습니다.',
  'wrong.same-room-again': '새 NAT 게이트웨이도 옛것과 같은 테이블을 읽고, 자기 자신에게 보냅니다.',
  'wrong.nat-for-the-street':
    'NAT 게이트웨이가 바로 그 서브넷에 있습니다. 내보낸 패킷이 이 경로를 따라 자기에게 돌아옵니다.',
  'wrong.errand-row-thrown-out': '기본 경로는 멀쩡한 쪽이었습니다. 이제 {app}에게는 나갈 길이 없습니다.',
  'wrong.endpoint-for-the-street': '이제 {web}도 엔드포인트를 쓰고, {bucket:은/는} 그리로 온 이를 모두 들입니다.',
  'wrong.endpoint-for-nobody': '{bucket:을/를} 찾는 서버 가운데 rtb-main을 읽는 것은 없습니다.',
  'wrong.branch-for-the-street': '이제 {web}에게도 {far:으로/로} 가는 길이 생겨, 길거리가 한 걸음 가까워졌습니다.',
  'wrong.branch-row-in-main': '경로는 맞지만 rtb-main에 있고, {app:은/는} 그 테이블을 읽지 않습니다.',
  'wrong.far-from-itself': '그것은 {far} 자신이 사는 대역입니다. {app:은/는} 다른 대역에서 겁니다.',
  'wrong.office-for-the-street': '이제 {web}도 {office:으로/로} 가는 길을 압니다.',
  'wrong.propagated-to-nobody': 'rtb-main은 배웠지만 {app:은/는} 다른 테이블을 읽습니다.',
  'wrong.records-for-the-house': '이제 VPC 전체가 물어볼 수 있고, {web}도 그 안에 있습니다.',
  'wrong.answers-for-the-house':
    '나가려는 응답에게 들어오는 문을 넓게 열어 주었습니다. 그 문으로 {web:이/가} 들어옵니다.',
  'wrong.yes-thrown-out': '허용하던 규칙이 사라졌고, 거부하는 규칙은 그대로입니다.',
};
