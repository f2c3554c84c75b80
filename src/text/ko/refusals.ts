// What a refusal and a mistyped command mean, in Korean. The command line answers in English, as EC2 does; each sentence here stands
// beside the English one that is its key. A place has the same letter in both.

export const refusals: Readonly<Record<string, string>> = {
  "The {a} '{b}' does not exist.": '{b:이라는/라는} 것이 이 네트워크에 없습니다.',
  'The request must contain the parameter {a}.': '{a} 값을 함께 적어야 합니다.',
  'The request must contain one of the parameters {a}.': '{a} 가운데 하나를 적어야 합니다.',
  'The parameters {a} cannot be used together.': '{a:은/는} 함께 쓸 수 없습니다.',
  'The request would have been carried out, but it is a dry run.':
    '실행할 수 있는 요청입니다. 시험 실행이라 아무것도 바꾸지 않았습니다.',
  'The route identified by {a} already exists.':
    '목적지가 {a}인 경로가 이미 있습니다. 대상을 바꾸려면 replace-route를 쓰세요.',
  'The route table {a} has reached its limit of {b} routes.': '{a}의 경로가 한도인 {b}개에 이르렀습니다.',
  'There is no route for the destination {a} in the route table {b}.': '{b}에는 목적지가 {a}인 경로가 없습니다.',
  'The route for {a} is propagated and cannot be removed.': '{a} 경로는 전파로 들어온 것이라 지울 수 없습니다.',
  'The local route for {a} cannot be removed.': '{a}의 local 경로는 지울 수 없습니다.',
  'The route for {a} belongs to the endpoint {b}.': '{a} 경로는 엔드포인트 {b}의 것입니다.',
  'The destination {a} is equal to or more specific than {b}, a CIDR block of the VPC.':
    '목적지 {a:이/가} VPC의 CIDR 블록 {b:과/와} 같거나 그보다 좁습니다.',
  'The destination {a} does not match the CIDR block of a subnet.':
    '목적지 {a:과/와} 똑같은 CIDR 블록의 서브넷이 없습니다.',
  'The destination {a} cannot be routed to the egress-only internet gateway.':
    '{a:은/는} 송신 전용 인터넷 게이트웨이로 보낼 수 없습니다.',
  "The gateway ID '{a}' does not exist in the network of {b}.": '{a:은/는} {b:이/가} 있는 VPC의 것이 아닙니다.',
  'The gateway {a} is not attached to the network {b} of {c}.': '{a:이/가} {c}의 VPC인 {b}에 연결되어 있지 않습니다.',
  'The gateway {a} is not attached.': '{a:이/가} 어디에도 연결되어 있지 않습니다.',
  'The endpoint {a} cannot be the target of a route for {b}.': '엔드포인트 {a:은/는} {b} 경로의 대상이 될 수 없습니다.',
  'The instance {a} does not have exactly one network interface; name the interface instead.':
    '{a}의 네트워크 인터페이스가 하나가 아닙니다. 인터페이스를 직접 적으세요.',
  "The VPC peering connection {a} is {b} and cannot be a route's target.":
    '피어링 {a:은/는} 지금 상태({b})로는 경로의 대상이 될 수 없습니다.',
  'The target local cannot be used for the destination {a}.': '목적지 {a}에는 local을 대상으로 쓸 수 없습니다.',
  '{a} is already associated with the route table {b} by {c}.':
    '{a:은/는} 이미 {c:으로/로} 라우팅 테이블 {b}에 연결되어 있습니다.',
  "The route table '{a}' does not exist in {b}.": '{b}에는 라우팅 테이블 {a:이/가} 없습니다.',
  "The route table '{a}' has dependencies and cannot be deleted.":
    '라우팅 테이블 {a:을/를} 쓰는 곳이 있어 지울 수 없습니다.',
  'The route table {a} and {b} belong to different networks.':
    '라우팅 테이블 {a:과/와} {b:은/는} 서로 다른 VPC에 있습니다.',
  '{a} and the route table {b} belong to different networks.':
    '{a:과/와} 라우팅 테이블 {b:은/는} 서로 다른 VPC에 있습니다.',
  'The route table {a} already has a route with the destination prefix list {b}.':
    '{a}에는 접두사 목록 {b:으로/로} 가는 경로가 이미 있습니다.',
  'The network {a} has reached its limit of {b} route tables.': '{a}의 라우팅 테이블이 한도인 {b}개에 이르렀습니다.',
  'The network {a} is not attached to any internet gateway.': '{a}에 연결된 인터넷 게이트웨이가 없습니다.',
  'The network {a} already has an internet gateway attached.': '{a}에는 이미 인터넷 게이트웨이가 연결되어 있습니다.',
  'The network {a} already has a virtual private gateway attached.':
    '{a}에는 이미 가상 프라이빗 게이트웨이가 연결되어 있습니다.',
  'The network {a} already has an egress-only internet gateway.':
    '{a}에는 이미 송신 전용 인터넷 게이트웨이가 있습니다.',
  'The network {a} has mapped public addresses; they must be unmapped before the gateway is detached.':
    '{a}에 연결된 공인 주소가 남아 있습니다. 먼저 그 연결을 끊어야 게이트웨이를 뗄 수 있습니다.',
  'The network has no internet gateway attached.': 'VPC에 연결된 인터넷 게이트웨이가 없습니다.',
  'The resource {a} is already attached to the network {b}.': '{a:은/는} 이미 {b}에 연결되어 있습니다.',
  'The resource {a} is not attached to the network {b}.': '{a:은/는} {b}에 연결되어 있지 않습니다.',
  'The resource {a} is already associated with {b}.': '{a:은/는} 이미 {b}에 연결되어 있습니다.',
  'The resource {a} has a dependent object.': '{a:을/를} 아직 쓰는 것이 있습니다.',
  "The internet gateway '{a}' has dependencies and cannot be deleted.":
    '인터넷 게이트웨이 {a:이/가} 아직 연결되어 있어 지울 수 없습니다.',
  "The vpc '{a}' has dependencies and cannot be deleted.": '{a} 안에 남아 있는 것이 있어 지울 수 없습니다.',
  "The subnet '{a}' has dependencies and cannot be deleted.": '서브넷 {a} 안에 남아 있는 것이 있어 지울 수 없습니다.',
  "The subnet '{a}' has no free address left.": '서브넷 {a}에 남은 주소가 없습니다.',
  'The subnet {a} does not belong to {b}.': '서브넷 {a:은/는} {b}의 것이 아닙니다.',
  'The Elastic IP {a} is in use by {b}.': '탄력적 IP {a:은/는} {b:이/가} 쓰고 있습니다.',
  'The Elastic IP {a} is already in use.': '탄력적 IP {a:은/는} 이미 쓰이고 있습니다.',
  'The Elastic IP {a} is already associated with {b}.': '탄력적 IP {a:은/는} 이미 {b}에 연결되어 있습니다.',
  'The address {a} is not associated with anything.': '{a:은/는} 아무 데도 연결되어 있지 않습니다.',
  "The address with allocation id '{a}' is in use by {b}.":
    '탄력적 IP {a:은/는} {b:이/가} 쓰고 있어 반납할 수 없습니다.',
  "The address '{a}' does not belong to you.": '{a:은/는} 내 주소가 아닙니다.',
  "The address '{a}' was not found.": '{a:이라는/라는} 공인 주소가 없습니다.',
  "The allocation ID '{a}' does not exist.": '할당 ID {a:이/가} 없습니다.',
  'The address {a} is in use.': '{a:은/는} 이미 쓰이는 주소입니다.',
  'The pool has no free public address left.': '풀에 남은 공인 주소가 없습니다.',
  'The account has reached its limit of {a} Elastic IPs in this region.':
    '이 리전의 탄력적 IP가 한도인 {a}개에 이르렀습니다.',
  'The account has reached its limit of {a} NAT gateways in {b}.':
    '{b}의 NAT 게이트웨이가 한도인 {a}개에 이르렀습니다.',
  'The instance {a} has {b} network interfaces; one must be named.':
    '{a}에는 네트워크 인터페이스가 {b}개 있습니다. 어느 것인지 적어야 합니다.',
  'You do not have permission to access the resource {a}.': '{a:은/는} AWS가 관리하는 것이라 손댈 수 없습니다.',
  'A public NAT gateway needs the parameter AllocationId.':
    '퍼블릭 NAT 게이트웨이에는 탄력적 IP(AllocationId)가 있어야 합니다.',
  'The parameter AllocationId cannot be used when ConnectivityType is private.':
    '프라이빗 NAT 게이트웨이에는 탄력적 IP를 줄 수 없습니다.',
  '{a} may have {b} Elastic IPs; it has {c}.': '{a}에는 탄력적 IP를 {b}개까지 줄 수 있고, 지금 {c}개입니다.',
  "The Vpc Endpoint Service '{a}' does not exist": '{a:이라는/라는} 엔드포인트 서비스가 없습니다.',
  '{a} cannot be used with an endpoint of type {b}.': '{a:은/는} {b} 유형의 엔드포인트에 쓸 수 없습니다.',
  '{a} cannot be used with {b}, which is a {c}.': '{a:은/는} {b}에 쓸 수 없습니다.',
  'The VPC endpoint service {a} does not support the availability zone of the subnet: {b}.':
    '{b}의 가용 영역에는 {a} 서비스가 없습니다.',
  'The security group {a} and {b} belong to different networks.':
    '보안 그룹 {a:과/와} {b:은/는} 서로 다른 VPC에 있습니다.',
  "The security group '{a}' does not exist in {b}.": '{b}에는 보안 그룹 {a:이/가} 없습니다.',
  "The security group '{a}' already exists for VPC '{b}'.": '{b}에는 {a:이라는/라는} 보안 그룹이 이미 있습니다.',
  'A network interface has at most {a} security groups.': '네트워크 인터페이스의 보안 그룹은 {a}개까지입니다.',
  'The rule for {a} already exists.': '{a} 규칙은 이미 있습니다.',
  'There is no rule for {a} in {b}.': '{b}에는 {a} 규칙이 없습니다.',
  'The network acl entry identified by {a} already exists.': '{a}번 규칙은 이미 있습니다.',
  'The network ACL {a} has no {b} rule {c}.': '네트워크 ACL {a}에는 {c}번 규칙이 없습니다.',
  "The network interface '{a}' is currently in use.": '네트워크 인터페이스 {a:은/는} 지금 쓰이고 있습니다.',
  "The CIDR '{a}' is invalid.": '{a:은/는} 여기에 쓸 수 없는 CIDR입니다.',
  "The CIDR '{a}' conflicts with another subnet.": '{a:이/가} 다른 서브넷과 겹칩니다.',
  "The CIDR '{a}' is restricted.": '{a:은/는} 쓸 수 없는 대역입니다.',
  "The CIDR '{a}' cannot be added to {b}.": '{a:을/를} {b}에 더할 수 없습니다.',
  'A VPC peering connection between {a} and {b} already exists.': '{a:과/와} {b} 사이에는 이미 피어링이 있습니다.',
  'Invalid state transition for {a}, which is {b}.': '{a:은/는} 지금 상태({b})로는 그렇게 할 수 없습니다.',
  'The blocks of the VPCs behind {a} and {b} overlap.': '{a:과/와} {b} 뒤에 있는 VPC들의 대역이 겹칩니다.',
  'The virtual private gateway {a} is not attached to {b}.':
    '가상 프라이빗 게이트웨이 {a:은/는} {b}에 연결되어 있지 않습니다.',
  'The virtual private gateway {a} is in use by {b}.': '가상 프라이빗 게이트웨이 {a:은/는} {b:이/가} 쓰고 있습니다.',
  'The VPN connection {a} learns its routes by BGP and takes no static ones.':
    'VPN 연결 {a:은/는} BGP로 경로를 배우므로 고정 경로를 받지 않습니다.',
  'There is no static route {a} in {b}.': '{b}에는 고정 경로 {a:이/가} 없습니다.',
  'The static route {a} already exists in {b}.': '{b}에는 고정 경로 {a:이/가} 이미 있습니다.',
  'The transit gateway attachment {a} is already associated to a route table.':
    '어태치먼트 {a:은/는} 이미 라우팅 테이블을 쓰고 있습니다.',
  'The load balancer already has a listener on port {a}: {b}.':
    '로드 밸런서의 {a}번 포트에는 이미 리스너 {b:이/가} 있습니다.',
  'The Mapping Service has no row for {a} in {b}.': '매핑 서비스에는 {b}의 {a} 행이 없습니다.',
  'The tile {a} lies in {b} already.': '그 조각은 이미 놓여 있습니다.',
  'No tile lies in {a}.': '놓인 조각이 없습니다.',
  // Mistyped commands.
  'the following arguments are required: {a}': '필요한 옵션이 빠졌습니다: {a}',
  'argument {a}: expected one argument': '{a} 뒤에 값이 있어야 합니다.',
  'Unknown options: {a}': '모르는 옵션입니다: {a}',
  '"{a}" is not a command here': '여기에 {a:이라는/라는} 명령은 없습니다.',
  '"{a}" is not a command here.': '여기에 {a:이라는/라는} 명령은 없습니다.',
  '"{a}" is not a service that this network has.': '이 네트워크에 {a:이라는/라는} 서비스는 없습니다.',
  '"{a}" is not an operation of {b} here.': '{b}에 {a:이라는/라는} 명령은 없습니다.',
  '"{a}" is not the id of a {b}; such an id looks like {c}':
    '{a:은/는} 여기에 맞는 ID가 아닙니다. 그런 ID는 {c}처럼 생겼습니다.',
  '"{a}" is not an {b} CIDR block, such as {c}': '{a:은/는} {b} CIDR이 아닙니다. 예: {c}',
  '"{a}" is not an IP address, such as 10.1.0.5': '{a:은/는} IP 주소가 아닙니다. 예: 10.1.0.5',
  '"{a}" is not one of: {b}': '"{a}" 대신 다음 가운데 하나를 적으세요: {b}',
  '"{a}" is not a whole number from {b} to {c}': '"{a}" 대신 {b}에서 {c} 사이의 정수를 적으세요.',
  '"{a}" cannot be read: {b}': '{a:을/를} 읽을 수 없습니다: {b}',
  'a {a} is opened and never closed': '{a:으로/로} 열고 닫지 않았습니다.',
  '${a} is not set': `\${a}에 담긴 값이 없습니다.`,
  // What to do.
  'Known: {a}': '있는 것: {a}',
  'Known: {a}.': '있는 것: {a}',
  'Did you mean {a}?': '혹시 {a}인가요?',
  'did you mean {a}?': '혹시 {a}인가요?',
  'Did you mean: {a}': '혹시: {a}',
  'close it with {a}': '{a:으로/로} 닫으세요.',
  'lines start with aws, lab, echo, export, set or NAME=':
    '줄은 aws, lab, echo, export, set, 이름= 가운데 하나로 시작합니다.',
  'A block of {a} is from /16 to /28.': 'CIDR 블록의 크기는 /16부터 /28까지입니다.',
  'AWS gives a VPC a /56.': 'AWS가 VPC에 주는 블록은 /56입니다.',
  'AWS gives a subnet a /64.': 'AWS가 서브넷에 주는 블록은 /64입니다.',
  'Use one that is idle, or release one.': '쓰지 않는 것을 쓰거나, 하나를 반납하세요.',
  'Disassociate {a} first.': '{a:을/를} 먼저 끊으세요.',
  'Disassociate it first, or allow reassociation.': '먼저 연결을 끊거나, 다시 연결하는 것을 허용하세요.',
  'Attach an internet gateway to {a} first.': '{a}에 인터넷 게이트웨이를 먼저 연결하세요.',
  'Attach the virtual private gateway to this VPC first.': '가상 프라이빗 게이트웨이를 이 VPC에 먼저 연결하세요.',
  'Use create-route to add one.': '새로 넣으려면 create-route를 쓰세요.',
  'Turn route propagation off instead.': '경로 전파를 꺼야 사라집니다.',
  'It goes to {a}. Replace it with replace-route, or delete it first.':
    '지금은 {a:으로/로} 갑니다. replace-route로 바꾸거나, 먼저 지우세요.',
  'Delete {a} first.': '{a:을/를} 먼저 지우세요.',
  'Detach it from {a} first.': '{a}에서 먼저 떼세요.',
};

/** What a code says of itself, where its sentence is not above: the first that fits. */
export const refusalKinds: readonly (readonly [code: string, sentence: string])[] = [
  ['Limit.*Exceeded$|LimitExceeded$|MaxEntriesExceeded$', '한도에 이르렀습니다.'],
  ['Malformed$', 'ID의 꼴이 아닙니다.'],
  ['NotFound$|^InvalidInstanceID$', '그런 것이 이 네트워크에 없습니다.'],
  ['NotAttached$', '연결되어 있지 않습니다.'],
  ['AlreadyExists$|Duplicate|AlreadyPlaced$', '이미 있습니다.'],
  ['AlreadyAssociated$|InUse$|^DependencyViolation$|^CannotDelete$', '다른 것이 쓰고 있습니다.'],
  ['^Insufficient', '남은 것이 없습니다.'],
  ['State|^OperationNotPermitted$', '지금 상태로는 할 수 없습니다.'],
  ['^MissingParameter$|NotSpecified$', '필요한 값이 빠졌습니다.'],
  ['^AuthFailure$|^UnauthorizedOperation$', '내 것이 아니라 손댈 수 없습니다.'],
  ['', '이 값으로는 할 수 없습니다.'],
];
