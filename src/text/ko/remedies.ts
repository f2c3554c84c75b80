// What to do about a refusal, in Korean. Its key is the English sentence that control says.

export const remedies: Readonly<Record<string, string>> = {
  // What there is.
  'Known: {why}': '있는 것: {why}',
  'none in this Region': '이 리전에는 없음',
  'There are: {a}.': '있는 것: {a}',
  'There are {a}.': '있는 것: {a}',
  'It has {a}.': '{a:이/가} 있습니다.',
  'It has: {a}.': '있는 것: {a}',
  'It has none.': '하나도 없습니다.',
  'It has none in this direction.': '이 방향의 규칙은 하나도 없습니다.',
  'It holds {a}.': '가진 주소: {a}',
  'It is {a}.': '{a}입니다.',
  'It must be {a}.': '{a}여야 합니다.',
  'It stands in {a}.': '{a}에 있습니다.',
  'It is attached to {a}.': '{a}에 연결되어 있습니다.',
  'It is the primary address of {a}.': '{a}의 기본 주소입니다.',
  '{a} has {b}.': '{a}의 대역은 {b}입니다.',
  '{a} has {b} and {c}.': '{a}의 대역은 {b:과/와} {c}입니다.',
  '{a} has {b}, and no IPv6 block.': '{a}의 대역은 {b}이고, IPv6 블록은 없습니다.',
  '{a} has it; take another.': '{a:이/가} 쓰고 있습니다. 다른 것을 쓰세요.',
  '{a} has it; use --allow-reassignment.': '{a:이/가} 가지고 있습니다. --allow-reassignment를 쓰면 옮깁니다.',
  '{a} belongs to {b}, {c} to {d}.': '{a:은/는} {b}에, {c:은/는} {d}에 있습니다.',
  '{a} belongs to {b}; the table belongs to {c}.': '{a:은/는} {b}에 있고, 테이블은 {c}에 있습니다.',
  'Used by {a}.': '{a:이/가} 쓰고 있습니다.',
  'Still used by {a}.': '{a:이/가} 아직 쓰고 있습니다.',
  'Still there: {a}.': '남아 있는 것: {a}',
  'Still mapped: {a}.': '남아 있는 연결: {a}',
  'Zones: {a}.': '있는 가용 영역: {a}',
  'Zones of this region: {a}.': '이 리전의 가용 영역: {a}',
  'Links: {a}.': '있는 링크: {a}',
  'Addresses there: {a}.': '그곳의 주소: {a}',

  // Routes.
  'Use create-route to add one.': '새로 넣으려면 create-route를 쓰세요.',
  'It goes to {a}. Replace it with replace-route, or delete it first.':
    '지금은 {a:으로/로} 갑니다. replace-route로 바꾸거나, 먼저 지우세요.',
  'Turn route propagation off instead.': '경로 전파를 꺼야 사라집니다.',
  'It is propagated; turn the propagation off instead.': '전파로 들어온 경로입니다. 전파를 꺼야 사라집니다.',
  'A local route may be replaced, but never deleted.': 'local 경로는 바꿀 수는 있어도 지울 수는 없습니다.',
  'A route more specific than local must have exactly one whole subnet as its destination.':
    'local보다 좁은 경로의 목적지는 서브넷 하나와 꼭 같아야 합니다.',
  'Such a route may only point to a NAT gateway, a network interface or a Gateway Load Balancer endpoint.':
    '이런 경로의 대상은 NAT 게이트웨이, 네트워크 인터페이스, Gateway Load Balancer 엔드포인트뿐입니다.',
  'It carries IPv6 only; ::/0 is a row of its own.': 'IPv6만 나릅니다. ::/0 경로를 따로 넣으세요.',
  '{a} is not attached; attach it to {b} first.': '{a:이/가} 연결되어 있지 않습니다. 먼저 {b}에 연결하세요.',
  'Only an internet gateway or a virtual private gateway steers what comes in.':
    '들어오는 패킷의 길을 정하는 것은 인터넷 게이트웨이와 가상 프라이빗 게이트웨이뿐입니다.',
  'It is the main table; make another table the main one first.':
    '메인 라우팅 테이블입니다. 먼저 다른 테이블을 메인으로 만드세요.',
  'Use replace-route-table-association to make another table the main one.':
    '다른 테이블을 메인으로 만들려면 replace-route-table-association을 쓰세요.',
  'Use replace-route-table-association with {a}, or disassociate it first.':
    '{a:을/를} replace-route-table-association으로 바꾸거나, 먼저 끊으세요.',
  'Delete it first, or use replace-transit-gateway-route.': '먼저 지우거나, replace-transit-gateway-route로 바꾸세요.',

  // Blocks and addresses.
  'A block of {a} is from /16 to /28.': 'CIDR 블록의 크기는 /16부터 /28까지입니다.',
  'AWS gives a VPC a /56.': 'AWS가 VPC에 주는 블록은 /56입니다.',
  'AWS gives a subnet a /64.': 'AWS가 서브넷에 주는 블록은 /64입니다.',
  'It overlaps {a}, which no network may use; private blocks are 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16.':
    '아무도 쓸 수 없는 {a:과/와} 겹칩니다. 사설 대역은 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16입니다.',
  'It overlaps {a}, which the network has.': 'VPC에 이미 있는 {a:과/와} 겹칩니다.',
  'It overlaps a block of {a}, with which the network is peered.': '피어링으로 이어진 {a}의 블록과 겹칩니다.',
  'Use a CIDR from the same private range as {a}, or a public one.':
    '{a:과/와} 같은 사설 대역의 블록이나, 공인 대역의 블록을 쓰세요.',
  "It is as wide as a route's destination, or wider: {a}.": '이미 있는 경로의 목적지를 다 덮습니다: {a}',
  'It must lie inside a block of {a}: {b}.': '{a}의 블록 안에 있어야 합니다: {b}',
  'AWS keeps the first four addresses of a subnet and the last one; use +4 or higher.':
    '서브넷의 처음 네 주소와 마지막 주소는 AWS가 남겨 둡니다. 다섯째 주소부터 쓰세요.',
  'AWS has only lent it to the instance; allocate an Elastic IP to have one to keep.':
    'AWS가 인스턴스에 잠시 빌려준 주소입니다. 계속 쓰려면 탄력적 IP를 할당하세요.',
  'The interface belongs to {a}; what it holds comes and goes with {b}.':
    '{a}의 인터페이스입니다. 그 주소는 {b:과/와} 함께 생기고 사라집니다.',
  'Use one that is idle, or release one.': '쓰지 않는 것을 쓰거나, 하나를 반납하세요.',
  'Use --allocation-id {a}.': '--allocation-id {a:을/를} 쓰세요.',
  'Use --network-interface-id: {why}.': '--network-interface-id로 적으세요: {why}',
  'it has none': '인터페이스가 없음',
  'The next index is {a}.': '다음 번호는 {a}입니다.',
  'Give it one: associate-subnet-cidr-block.': 'associate-subnet-cidr-block으로 먼저 주세요.',
  'Give the block too: --cidr.': '--cidr로 대역도 적으세요.',

  // First one thing, then the other.
  'Attach an internet gateway to {a} first.': '{a}에 인터넷 게이트웨이를 먼저 연결하세요.',
  'Attach the virtual private gateway to this VPC first.': '가상 프라이빗 게이트웨이를 이 VPC에 먼저 연결하세요.',
  'Attach one that is idle, or delete one.': '쓰지 않는 것을 연결하거나, 하나를 지우세요.',
  'Detach it from {a} first.': '{a}에서 먼저 떼세요.',
  'Disassociate {a} first.': '{a:을/를} 먼저 끊으세요.',
  'Disassociate it first, or allow reassociation.': '먼저 연결을 끊거나, 다시 연결하는 것을 허용하세요.',
  'It uses {a}; disassociate it first.': '{a:을/를} 쓰고 있습니다. 먼저 끊으세요.',
  'Unassign the addresses of {a} first.': '{a}의 주소를 먼저 떼세요.',
  'Delete {a} first.': '{a:을/를} 먼저 지우세요.',
  'Delete first: {a}.': '먼저 지울 것: {a}',
  'Delete one that nobody needs.': '쓰지 않는 것을 지우세요.',
  'Used by {a}; give them another with replace-network-acl-association.':
    '{a:이/가} 쓰고 있습니다. replace-network-acl-association으로 다른 것을 주세요.',
  'Launch an instance first.': '인스턴스를 먼저 시작하세요.',
  'Start it instead.': '재부팅 대신 시작하세요.',
  'Name the subnet.': '서브넷을 적으세요.',
  'Name the VPC.': 'VPC를 적으세요.',
  'Say them inside --network-interfaces.': '--network-interfaces 안에 적으세요.',
  'This connection is over; create another.': '이미 끝난 연결입니다. 새로 만드세요.',
  'The {kind} {a} will not get there; describe it to see why.':
    '{kind} {a:은/는} 그 상태가 될 수 없습니다. describe 명령으로 까닭을 보세요.',

  // The rest.
  'Allocate an Elastic IP and name it, or make the gateway private.':
    '탄력적 IP를 할당해 적거나, 프라이빗 게이트웨이로 만드세요.',
  'Use --vpc-id, and --availability-zone-addresses to give addresses.':
    '--vpc-id를 쓰고, 주소를 주려면 --availability-zone-addresses를 쓰세요.',
  'The quota can be raised to 8.': '이 한도는 8개까지 늘릴 수 있습니다.',
  'Write --ingress or --egress.': '--ingress나 --egress를 적으세요.',
  'Use another number, or replace-network-acl-entry.': '다른 번호를 쓰거나, replace-network-acl-entry로 바꾸세요.',
  'Here there are tcp, udp, icmp, 47 (GRE), 50 (ESP) and -1 or all.':
    '여기에는 tcp, udp, icmp, 47(GRE), 50(ESP)이 있고, 모두는 -1이나 all입니다.',
  'For every port, write 0-65535.': '모든 포트는 0-65535로 적습니다.',
  'Both are 0 to 255; -1 stands for all.': '둘 다 0에서 255까지이고, -1은 모두를 뜻합니다.',
  'A table has one endpoint route for each service; take the other one away first.':
    '테이블에는 서비스마다 엔드포인트 경로가 하나입니다. 다른 것을 먼저 빼세요.',
  'Give the endpoint to the route table with modify-vpc-endpoint --add-route-table-ids.':
    'modify-vpc-endpoint --add-route-table-ids로 엔드포인트를 라우팅 테이블에 넣으세요.',
  'Use modify-vpc-endpoint --remove-route-table-ids, or delete the endpoint.':
    'modify-vpc-endpoint --remove-route-table-ids를 쓰거나, 엔드포인트를 지우세요.',
  'Add another group in the same call.': '같은 명령에서 다른 보안 그룹을 더하세요.',
  'Give JSON such as {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}.':
    'JSON으로 적으세요. 예: {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
  'It is {a}; change its subnets with modify-transit-gateway-vpc-attachment.':
    '{a}입니다. 서브넷을 바꾸려면 modify-transit-gateway-vpc-attachment를 쓰세요.',
  'Let the customer’s router advertise the prefix.': '고객 라우터가 그 대역을 알리게 하세요.',
  'Give it one with --machine-id: a lower-case word.': '--machine-id로 소문자 이름을 주세요.',
  'Use aws ec2 terminate-instances.': 'aws ec2 terminate-instances를 쓰세요.',
  'Take tiles back from the end with take-tile.': 'take-tile로 마지막 조각부터 거두세요.',
};
