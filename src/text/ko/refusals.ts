// What a refusal and a mistyped command mean, in Korean. The command line answers in English, as EC2 does; each sentence here stands
// beside the English one that is its key. A place has the same letter in both; {kind} and {why} hold words that are looked up in turn.

import { mistyped } from './mistyped.ts';
import { remedies } from './remedies.ts';

const ec2: Readonly<Record<string, string>> = {
  // What every call may say.
  "The {kind} '{a}' does not exist.": '{kind} {a:이/가} 이 네트워크에 없습니다.',
  "The {kind} ID '{a}' does not exist.": '{kind} {a:이/가} 이 네트워크에 없습니다.',
  'The request must contain the parameter {a}.': '{a} 값을 함께 적어야 합니다.',
  'The request must contain the parameter Egress.': '인바운드인지 아웃바운드인지(Egress) 적어야 합니다.',
  'The request must contain one of the parameters {a}.': '{a} 가운데 하나를 적어야 합니다.',
  'The parameters {a} cannot be used together.': '{a:은/는} 함께 쓸 수 없습니다.',
  'The request would have been carried out, but it is a dry run.':
    '실행할 수 있는 요청입니다. 시험 실행이라 아무것도 바꾸지 않았습니다.',
  'The action {a} is not valid for this web service.': '이 서비스에 {a:이라는/라는} 작업은 없습니다.',
  'You do not have permission to access the resource {a}.': '{a:은/는} AWS가 관리하는 것이라 손댈 수 없습니다.',
  'The resource {a} has a dependent object.': '{a:을/를} 아직 쓰는 것이 있습니다.',
  'Invalid state transition for {a}, which is {b}.': '{a:은/는} 지금 상태({b})로는 그렇게 할 수 없습니다.',
  'Waiter {a} failed: Waiter encountered a terminal failure state':
    '{a} 상태가 되기를 기다렸지만, 끝내 그렇게 될 수 없습니다.',

  // Routes and route tables.
  'The route identified by {a} already exists.':
    '목적지가 {a}인 경로가 이미 있습니다. 대상을 바꾸려면 replace-route를 쓰세요.',
  'The route table {a} has reached its limit of {b} routes.': '{a}의 경로가 한도인 {b}개에 이르렀습니다.',
  'The network {a} has reached its limit of {b} route tables.': '{a}의 라우팅 테이블이 한도인 {b}개에 이르렀습니다.',
  'There is no route for the destination {a} in the route table {b}.': '{b}에는 목적지가 {a}인 경로가 없습니다.',
  'There is no route for the destination {a} in {b}.': '{b}에는 목적지가 {a}인 경로가 없습니다.',
  'The route for {a} is propagated and cannot be removed.': '{a} 경로는 전파로 들어온 것이라 지울 수 없습니다.',
  'The local route for {a} cannot be removed.': '{a}의 local 경로는 지울 수 없습니다.',
  'The route for {a} belongs to the endpoint {b}.': '{a} 경로는 엔드포인트 {b}의 것입니다.',
  'The destination {a} is equal to or more specific than {b}, a CIDR block of the VPC.':
    '목적지 {a:이/가} VPC의 CIDR 블록 {b:과/와} 같거나 그보다 좁습니다.',
  'The destination {a} does not match the CIDR block of a subnet.':
    '목적지 {a:과/와} 똑같은 CIDR 블록의 서브넷이 없습니다.',
  'The destination {a} cannot be routed to the egress-only internet gateway.':
    '{a:은/는} 송신 전용 인터넷 게이트웨이로 보낼 수 없습니다.',
  'The target local cannot be used for the destination {a}.': '목적지 {a}에는 local을 대상으로 쓸 수 없습니다.',
  "The gateway ID '{a}' does not exist in the network of {b}.": '{a:은/는} {b:이/가} 있는 VPC의 것이 아닙니다.',
  'The endpoint {a} cannot be the target of a route for {b}.': '엔드포인트 {a:은/는} {b} 경로의 대상이 될 수 없습니다.',
  'The instance {a} does not have exactly one network interface; name the interface instead.':
    '{a}의 네트워크 인터페이스가 하나가 아닙니다. 인터페이스를 직접 적으세요.',
  "The VPC peering connection {a} is {b} and cannot be a route's target.":
    '피어링 {a:은/는} 지금 상태({b})로는 경로의 대상이 될 수 없습니다.',
  '{a} is already associated with the route table {b} by {c}.':
    '{a:은/는} 이미 {c:으로/로} 라우팅 테이블 {b}에 연결되어 있습니다.',
  "The route table '{a}' does not exist in {b}.": '{b}에는 라우팅 테이블 {a:이/가} 없습니다.',
  "The route table '{a}' has dependencies and cannot be deleted.":
    '라우팅 테이블 {a:을/를} 쓰는 곳이 있어 지울 수 없습니다.',
  'The route table {a} and {b} belong to different networks.':
    '라우팅 테이블 {a:과/와} {b:은/는} 서로 다른 VPC에 있습니다.',
  '{a} and the route table {b} belong to different networks.':
    '{a:과/와} 라우팅 테이블 {b:은/는} 서로 다른 VPC에 있습니다.',
  'The association {a} and the route table {b} belong to different networks.':
    '연결 {a:과/와} 라우팅 테이블 {b:은/는} 서로 다른 VPC에 있습니다.',
  'The association {a} is that of the main table and cannot be ended.':
    '{a:은/는} 메인 라우팅 테이블의 연결이라 끊을 수 없습니다.',
  'The route table {a} already has a route with the destination prefix list {b}.':
    '{a}에는 접두사 목록 {b:으로/로} 가는 경로가 이미 있습니다.',

  // Tables of a gateway.
  'The gateway {a} cannot have a route table.': '게이트웨이 {a}에는 라우팅 테이블을 연결할 수 없습니다.',
  'The destination {a} cannot stand in a route table that is associated with a gateway.':
    '게이트웨이에 연결된 라우팅 테이블에는 목적지 {a:을/를} 넣을 수 없습니다.',
  'The target {a} cannot be used in a route table that is associated with a gateway.':
    '게이트웨이에 연결된 라우팅 테이블에서는 {a:을/를} 대상으로 쓸 수 없습니다.',
  'The prefix list {a} cannot stand in a route table that is associated with a gateway.':
    '게이트웨이에 연결된 라우팅 테이블에는 접두사 목록 {a:을/를} 넣을 수 없습니다.',
  'The network interface {a} stands in {b} itself; a middlebox is in another subnet.':
    '{a:이/가} 바로 {b} 안에 있습니다. 미들박스는 지키려는 서브넷과 다른 서브넷에 있어야 합니다.',
  'The route table {a} is the main table and cannot be associated with a gateway.':
    '{a:은/는} 메인 라우팅 테이블이라 게이트웨이에 연결할 수 없습니다.',
  'The route table {a} takes propagated routes and cannot be associated with a gateway.':
    '{a:은/는} 경로 전파를 받는 라우팅 테이블이라 게이트웨이에 연결할 수 없습니다.',
  'The route table {a} has propagated routes and cannot be associated with a gateway.':
    '{a}에는 전파로 들어온 경로가 있어 게이트웨이에 연결할 수 없습니다.',
  'The route table {a} has a prefix list and cannot be associated with a gateway.':
    '{a}에는 접두사 목록으로 가는 경로가 있어 게이트웨이에 연결할 수 없습니다.',
  'The route table {a} is associated with a gateway and cannot be the main table.':
    '{a:은/는} 게이트웨이에 연결되어 있어 메인 라우팅 테이블이 될 수 없습니다.',
  'The route table {a} is associated with a gateway and cannot take propagated routes.':
    '{a:은/는} 게이트웨이에 연결되어 있어 경로 전파를 받을 수 없습니다.',

  // VPCs, subnets and blocks.
  "The CIDR '{a}' is invalid.": '{a:은/는} 여기에 쓸 수 없는 CIDR입니다.',
  "The CIDR '{a}' conflicts with another subnet.": '{a:이/가} 다른 서브넷과 겹칩니다.',
  "The CIDR '{a}' is restricted.": '{a:은/는} 쓸 수 없는 대역입니다.',
  "The CIDR '{a}' cannot be added to {b}.": '{a:을/를} {b}에 더할 수 없습니다.',
  'CIDR block {a} is malformed': '{a:은/는} CIDR 블록의 꼴이 아닙니다.',
  "The network '{a}' has reached its limit of {b} CIDR blocks.": '{a}의 CIDR 블록이 한도인 {b}개에 이르렀습니다.',
  "The association {a} holds the VPC's primary IPv4 block, which cannot be taken away.":
    '{a:은/는} VPC의 첫 IPv4 블록이라 뗄 수 없습니다.',
  'The vpc {a} has a subnet within the CIDR block {b}.': '{a}의 {b} 블록 안에 서브넷이 있습니다.',
  "The vpc '{a}' has dependencies and cannot be deleted.": '{a} 안에 남아 있는 것이 있어 지울 수 없습니다.',
  'The account has reached its limit of {a} VPCs in this region.': '이 리전의 VPC가 한도인 {a}개에 이르렀습니다.',
  'There is no default VPC for this user.': '이 계정에는 기본 VPC가 없습니다.',
  'The network {a} has reached its limit of {b} subnets.': '{a}의 서브넷이 한도인 {b}개에 이르렀습니다.',
  "The subnet '{a}' has dependencies and cannot be deleted.": '서브넷 {a} 안에 남아 있는 것이 있어 지울 수 없습니다.',
  "The subnet '{a}' does not have enough free addresses.": '서브넷 {a}에 남은 주소가 모자랍니다.',
  'The subnet {a} does not belong to {b}.': '서브넷 {a:은/는} {b}의 것이 아닙니다.',
  "The subnet '{a}' has an IPv6 block already: {b}.": '서브넷 {a}에는 이미 IPv6 블록 {b:이/가} 있습니다.',
  'The subnet {a} has no IPv6 block.': '서브넷 {a}에는 IPv6 블록이 없습니다.',
  'Value ({a}) for parameter availabilityZone is invalid.': '{a:이라는/라는} 가용 영역은 없습니다.',

  // Interfaces and their addresses.
  "The network interface '{a}' is currently in use.": '네트워크 인터페이스 {a:은/는} 지금 쓰이고 있습니다.',
  'The network interface {a} is in use.': '네트워크 인터페이스 {a:은/는} 이미 쓰이고 있습니다.',
  'The network interface is in {a} and the instance in {b}; both must be in one Availability Zone.':
    '인터페이스는 {a}에, 인스턴스는 {b}에 있습니다. 둘은 같은 가용 영역에 있어야 합니다.',
  'The network interface at device index 0 cannot be detached.':
    '인스턴스의 첫 인터페이스(장치 번호 0)는 뗄 수 없습니다.',
  "The instance '{a}' already has an interface attached at device index '{b}'.":
    '{a}의 장치 번호 {b}에는 이미 인터페이스가 있습니다.',
  'The same network interface is named twice.': '같은 네트워크 인터페이스를 두 번 적었습니다.',
  'The instance {a} has {b} network interfaces; one must be named.':
    '{a}에는 네트워크 인터페이스가 {b}개 있습니다. 어느 것인지 적어야 합니다.',
  "The address {a} does not fall within the subnet's address range.": '{a:은/는} 서브넷의 대역 안에 있지 않습니다.',
  "The address {a} is in the subnet's reserved address range.": '{a:은/는} AWS가 서브넷마다 남겨 두는 주소입니다.',
  'The address {a} is in use.': '{a:은/는} 이미 쓰이는 주소입니다.',
  'The address {a} is already in use.': '{a:은/는} 이미 쓰이는 주소입니다.',
  'The address {a} is not one that {b} ({c}) can give.': '{a:은/는} {b}({c})에서 쓸 수 있는 주소가 아닙니다.',
  '[{a}] assigned, but move is not allowed.': '{a:은/는} 이미 다른 인터페이스의 주소이고, 옮겨도 된다는 말이 없습니다.',
  'The private address {a} does not belong to {b}.': '사설 IP {a:은/는} {b}의 것이 아닙니다.',
  '{a} is not a secondary address of {b}.': '{a:은/는} {b}의 보조 주소가 아닙니다.',
  '{a} is not an IPv6 address of {b}.': '{a:은/는} {b}의 IPv6 주소가 아닙니다.',
  'An interface of {a} has an address within the CIDR block {b}.':
    '{a}의 인터페이스 가운데 {b} 블록의 주소를 가진 것이 있습니다.',

  // Instances.
  'Network interfaces and an instance-level subnet, address or group cannot be in the same request.':
    '네트워크 인터페이스를 적으면, 서브넷과 주소와 보안 그룹은 그 밖에 따로 적을 수 없습니다.',
  'A public address can be lent only to the one new interface of a launch.':
    '공인 IP는 시작하면서 새로 만드는 인터페이스 하나에만 빌릴 수 있습니다.',
  'A launch here makes one new interface, or takes interfaces that exist.':
    '여기서 인스턴스를 시작할 때는 인터페이스를 새로 하나 만들거나, 있는 것을 가져다 씁니다.',
  "The instance '{a}' is not in a state from which it can be rebooted.":
    '인스턴스 {a:은/는} 지금 상태로는 재부팅할 수 없습니다.',
  "The host '{a}' does not exist.": '호스트 {a:이/가} 없습니다.',

  // Elastic IPs and public addresses.
  'The Elastic IP {a} is in use by {b}.': '탄력적 IP {a:은/는} {b:이/가} 쓰고 있습니다.',
  'The Elastic IP {a} is already in use.': '탄력적 IP {a:은/는} 이미 쓰이고 있습니다.',
  'The Elastic IP {a} is already associated.': '탄력적 IP {a:은/는} 이미 다른 곳에 연결되어 있습니다.',
  'The Elastic IP {a} is already associated with {b}.': '탄력적 IP {a:은/는} 이미 {b}에 연결되어 있습니다.',
  "The Elastic IP address '{a}' does not exist or is not available.":
    '탄력적 IP {a:은/는} 없거나, 지금 받을 수 없습니다.',
  'The resource {a} is already associated with {b}.': '{a:은/는} 이미 {b}에 연결되어 있습니다.',
  'The address {a} is not associated with anything.': '{a:은/는} 아무 데도 연결되어 있지 않습니다.',
  "The address with allocation id '{a}' is in use by {b}.":
    '탄력적 IP {a:은/는} {b:이/가} 쓰고 있어 반납할 수 없습니다.',
  "The address '{a}' does not belong to you.": '{a:은/는} 내 주소가 아닙니다.',
  "The address '{a}' was not found.": '{a:이라는/라는} 공인 주소가 없습니다.',
  "The allocation ID '{a}' does not exist.": '할당 ID {a:이/가} 없습니다.',
  'The pool has no free public address left.': '풀에 남은 공인 주소가 없습니다.',
  'An address for use in a VPC is released by its allocation id, not by the address itself.':
    'VPC에서 쓰는 탄력적 IP는 주소가 아니라 할당 ID로 반납합니다.',
  'The account has reached its limit of {a} Elastic IPs in this region.':
    '이 리전의 탄력적 IP가 한도인 {a}개에 이르렀습니다.',

  // Internet gateways.
  'The network {a} is not attached to any internet gateway.': '{a}에 연결된 인터넷 게이트웨이가 없습니다.',
  'The network {a} already has an internet gateway attached.': '{a}에는 이미 인터넷 게이트웨이가 연결되어 있습니다.',
  'The network {a} already has an egress-only internet gateway.':
    '{a}에는 이미 송신 전용 인터넷 게이트웨이가 있습니다.',
  'The network {a} has mapped public addresses; they must be unmapped before the gateway is detached.':
    '{a}에 연결된 공인 주소가 남아 있습니다. 먼저 그 연결을 끊어야 게이트웨이를 뗄 수 있습니다.',
  "The internet gateway '{a}' has dependencies and cannot be deleted.":
    '인터넷 게이트웨이 {a:이/가} 아직 연결되어 있어 지울 수 없습니다.',
  'The resource {a} is already attached to the network {b}.': '{a:은/는} 이미 {b}에 연결되어 있습니다.',
  'The resource {a} is not attached to the network {b}.': '{a:은/는} {b}에 연결되어 있지 않습니다.',
  'The account has reached its limit of {a} internet gateways in this region.':
    '이 리전의 인터넷 게이트웨이가 한도인 {a}개에 이르렀습니다.',
  'The account has reached its limit of {a} egress-only internet gateways in this region.':
    '이 리전의 송신 전용 인터넷 게이트웨이가 한도인 {a}개에 이르렀습니다.',

  // NAT gateways.
  'A public NAT gateway needs the parameter AllocationId.':
    '퍼블릭 NAT 게이트웨이에는 탄력적 IP(AllocationId)가 있어야 합니다.',
  'The parameter AllocationId cannot be used when ConnectivityType is private.':
    '프라이빗 NAT 게이트웨이에는 탄력적 IP를 줄 수 없습니다.',
  'A NAT gateway of a whole VPC needs --availability-mode regional.':
    'VPC 전체의 NAT 게이트웨이를 만들려면 --availability-mode regional이 있어야 합니다.',
  'A regional NAT gateway stands in no subnet; its addresses are given zone by zone, or not at all.':
    '리전 NAT 게이트웨이는 어느 서브넷에도 있지 않습니다. 주소는 가용 영역마다 주거나, 아예 주지 않습니다.',
  'A regional NAT gateway is always public.': '리전 NAT 게이트웨이는 언제나 퍼블릭입니다.',
  '{a} is not a {b} NAT gateway.': '{a:은/는} {b} NAT 게이트웨이가 아닙니다.',
  '{a} is a regional NAT gateway; here only a zonal one takes or gives addresses.':
    '{a:은/는} 리전 NAT 게이트웨이입니다. 여기서는 영역 NAT 게이트웨이만 주소를 받거나 내놓습니다.',
  '{a} is {b}; only an available NAT gateway takes or gives addresses.':
    '{a:은/는} 지금 {b} 상태입니다. available인 NAT 게이트웨이만 주소를 받거나 내놓습니다.',
  '{a} may have {b} Elastic IPs; it has {c}.': '{a}에는 탄력적 IP를 {b}개까지 줄 수 있고, 지금 {c}개입니다.',
  "{a} is not one of {b}'s further addresses.": '{a:은/는} {b:이/가} 더 받은 주소가 아닙니다.',
  "{a} is not one of {b}'s further addresses; its first one cannot be taken from it.":
    '{a:은/는} {b:이/가} 더 받은 주소가 아닙니다. 첫 주소는 뗄 수 없습니다.',
  'The account has reached its limit of {a} NAT gateways in {b}.':
    '{b}의 NAT 게이트웨이가 한도인 {a}개에 이르렀습니다.',

  // Security groups, network ACLs and prefix lists.
  'The security group {a} and {b} belong to different networks.':
    '보안 그룹 {a:과/와} {b:은/는} 서로 다른 VPC에 있습니다.',
  "The security group '{a}' does not exist in {b}.": '{b}에는 보안 그룹 {a:이/가} 없습니다.',
  "The security group '{a}' already exists for VPC '{b}'.": '{b}에는 {a:이라는/라는} 보안 그룹이 이미 있습니다.',
  "The security group 'default' is reserved.": "'default'는 VPC의 기본 보안 그룹만 쓰는 이름입니다.",
  "The security group '{a}' is a VPC's default group.": '{a:은/는} VPC의 기본 보안 그룹입니다.',
  'Value ({a}) for parameter GroupName is invalid. Group names may not be in the format sg-*.':
    '{a:은/는} 보안 그룹의 이름으로 쓸 수 없습니다. sg-로 시작하는 것은 ID뿐입니다.',
  'A network interface has at most {a} security groups.': '네트워크 인터페이스의 보안 그룹은 {a}개까지입니다.',
  'The account has reached its limit of {a} security groups in this region.':
    '이 리전의 보안 그룹이 한도인 {a}개에 이르렀습니다.',
  'The security group {a} has reached its limit of {b} {kind} rules.':
    '보안 그룹 {a}의 {kind} 규칙이 한도인 {b}개에 이르렀습니다.',
  'The rule for {a} already exists.': '{a} 규칙은 이미 있습니다.',
  'There is no rule for {a} in {b}.': '{b}에는 {a} 규칙이 없습니다.',
  'A rule names no block and no security group.': '규칙에 대역도 보안 그룹도 적혀 있지 않습니다.',
  'The parameter IpPermissions cannot be used together with Protocol and Port.':
    'IpPermissions는 Protocol, Port와 함께 쓸 수 없습니다.',
  "Invalid value '{a}' for IP protocol. Unknown protocol.": '{a:이라는/라는} 프로토콜은 없습니다.',
  'Invalid value for portRange. Must specify both from and to ports with TCP/UDP.':
    'TCP와 UDP에는 포트의 처음과 끝을 함께 적어야 합니다.',
  'Invalid TCP/UDP port range.': 'TCP나 UDP의 포트 범위가 아닙니다.',
  'ICMP has no message of type {a} and code {b}.': 'ICMP에 타입이 {a}이고 코드가 {b}인 메시지는 없습니다.',
  'The network acl entry identified by {a} already exists.': '{a}번 규칙은 이미 있습니다.',
  'The network ACL {a} has no {kind} rule {b}.': '네트워크 ACL {a}에는 {b}번 {kind} 규칙이 없습니다.',
  'The network ACL {a} has reached its limit of {b} {kind} rules.':
    '네트워크 ACL {a}의 {kind} 규칙이 한도인 {b}개에 이르렀습니다.',
  'The network {a} has reached its limit of {b} network ACLs.': '{a}의 네트워크 ACL이 한도인 {b}개에 이르렀습니다.',
  "The network ACL '{a}' is a VPC's default one and cannot be deleted.":
    '{a:은/는} VPC의 기본 네트워크 ACL이라 지울 수 없습니다.',
  "The network ACL '{a}' has dependencies and cannot be deleted.": '네트워크 ACL {a:을/를} 쓰는 서브넷이 있습니다.',
  'The network ACL {a} and {b} belong to different networks.':
    '네트워크 ACL {a:과/와} {b:은/는} 서로 다른 VPC에 있습니다.',
  "The prefix list {a} is AWS's own.": '접두사 목록 {a:은/는} AWS의 것입니다.',
  'The prefix list {a} is used by {b}.': '접두사 목록 {a:은/는} {b:이/가} 쓰고 있습니다.',
  'The list may have {a} entries, and {b} are given.': '목록에는 {a}개까지 넣을 수 있는데 {b}개를 적었습니다.',
  'The name {a} is reserved for AWS.': '{a:은/는} AWS만 쓰는 이름입니다.',
  'The block {a} is not of the address family {b}.': '{a:은/는} {b} 대역이 아닙니다.',
  'The account has reached its limit of {a} prefix lists.': '접두사 목록이 한도인 {a}개에 이르렀습니다.',

  // Endpoints and endpoint services.
  "The Vpc Endpoint Service '{a}' does not exist": '{a:이라는/라는} 엔드포인트 서비스가 없습니다.',
  '{a} cannot be used with an endpoint of type {b}.': '{a:은/는} {b} 유형의 엔드포인트에 쓸 수 없습니다.',
  '{a} cannot be used with {b}, which is a {c}.': '{a:은/는} {b}에 쓸 수 없습니다.',
  'The VPC endpoint service {a} does not support the availability zone of the subnet: {b}.':
    '{b}의 가용 영역에는 {a} 서비스가 없습니다.',
  'Found another VPC endpoint subnet in the availability zone of {a}. An endpoint has one subnet in each zone.':
    '{a}의 가용 영역에는 이 엔드포인트의 서브넷이 이미 있습니다. 가용 영역마다 하나입니다.',
  'The subnet {a} is configured but not among SubnetIds.': '서브넷 {a:은/는} SubnetIds에 적혀 있지 않습니다.',
  'The endpoint {a} must keep at least one security group.':
    '엔드포인트 {a}에는 보안 그룹이 적어도 하나 남아 있어야 합니다.',
  'The account has reached its limit of {a} gateway endpoints in this Region.':
    '이 리전의 게이트웨이 엔드포인트가 한도인 {a}개에 이르렀습니다.',
  'The account has reached its limit of {a} interface endpoints in {b}.':
    '{b}의 인터페이스 엔드포인트가 한도인 {a}개에 이르렀습니다.',
  'The policy document is not valid.': '정책 문서를 읽을 수 없습니다.',
  'An endpoint service has one load balancer here.': '여기서 엔드포인트 서비스의 로드 밸런서는 하나입니다.',
  'The load balancer {a} is already associated with the endpoint service {b}.':
    '로드 밸런서 {a:은/는} 이미 엔드포인트 서비스 {b:이/가} 쓰고 있습니다.',

  // Load balancers and target groups.
  "A resource with the name '{a}' already exists: {b}.": '{a:이라는/라는} 이름은 이미 {b:이/가} 쓰고 있습니다.',
  "The name '{a}' is not valid: 1 to 32 letters, digits and hyphens, with no hyphen at its ends.":
    '{a:은/는} 쓸 수 없는 이름입니다. 영문자와 숫자와 하이픈으로 1자에서 32자까지, 하이픈은 처음과 끝에 올 수 없습니다.',
  'The subnet {a} is not in {b}, as the others are.': '서브넷 {a:은/는} 다른 서브넷들과 달리 {b}에 있지 않습니다.',
  '{a} has no internet gateway, which an internet-facing load balancer needs.':
    '{a}에 인터넷 게이트웨이가 없습니다. 인터넷을 향한 로드 밸런서에는 있어야 합니다.',
  'A load balancer has one subnet in each Availability Zone, and {a} stands in the zone of another.':
    '로드 밸런서의 서브넷은 가용 영역마다 하나인데, {a}의 가용 영역에는 이미 하나가 있습니다.',
  'An internal load balancer has no Elastic IPs.': '내부 로드 밸런서에는 탄력적 IP를 줄 수 없습니다.',
  'The load balancer already has a listener on port {a}: {b}.':
    '로드 밸런서의 {a}번 포트에는 이미 리스너 {b:이/가} 있습니다.',
  'The load balancer {a} is used by the endpoint service {b}.':
    '로드 밸런서 {a:은/는} 엔드포인트 서비스 {b:이/가} 쓰고 있습니다.',
  'The target group {a} ({b}, {c}) does not suit a listener of {d} in {e}.':
    '대상 그룹 {a}({b}, {c})는 {e}의 {d} 리스너와 맞지 않습니다.',
  'The target group {a} is used by a listener of {b}.': '대상 그룹 {a:은/는} {b}의 리스너가 쓰고 있습니다.',
  "The target '{a}' is not an instance of {b}, the network of the target group.":
    '{a:은/는} 대상 그룹의 VPC인 {b}의 인스턴스가 아닙니다.',
  "The target '{a}' is not in a running state and cannot be registered.":
    '{a:은/는} 켜져 있지 않아 등록할 수 없습니다.',
  "The address '{a}' is not one of the VPC's, nor one that a wire or a peering may lead to.":
    '{a:은/는} VPC의 주소도, 전용선이나 피어링 너머에 있을 수 있는 주소도 아닙니다.',
  "'{a}' is not an IP address, which a group of type ip holds.":
    '{a:은/는} IP 주소가 아닙니다. 유형이 ip인 대상 그룹은 IP 주소를 받습니다.',
  "The attribute '{a}' is not recognized here.": '여기에 {a:이라는/라는} 속성은 없습니다.',
  "The value '{a}' is not valid for '{b}': {c}.": '{b}에 {a:이라는/라는} 값은 쓸 수 없습니다. 쓸 수 있는 값: {c}',
  'Client address preservation cannot be turned off for {a} target groups.':
    '{a} 대상 그룹에서는 클라이언트 주소 보존을 끌 수 없습니다.',

  // Peering and transit gateways.
  'A VPC peering connection between {a} and {b} already exists.': '{a:과/와} {b} 사이에는 이미 피어링이 있습니다.',
  '{a} has reached its limit of {b} active VPC peering connections.':
    '{a}의 활성 피어링이 한도인 {b}개에 이르렀습니다.',
  '{a} has reached its limit of {b} peering requests that wait for an answer.':
    '{a}의 답을 기다리는 피어링 요청이 한도인 {b}개에 이르렀습니다.',
  'The account has reached its limit of {a} transit gateways in this region.':
    '이 리전의 Transit Gateway가 한도인 {a}개에 이르렀습니다.',
  '{a} has reached its limit of {b} transit gateway attachments.': '{a}의 어태치먼트가 한도인 {b}개에 이르렀습니다.',
  '{a} has reached its limit of {b} route tables.': '{a}의 라우팅 테이블이 한도인 {b}개에 이르렀습니다.',
  '{a} already has an attachment of {b}.': '{a}에는 이미 {b}의 어태치먼트가 있습니다.',
  'Another subnet of the attachment is in the zone of {a}. An attachment has one subnet in each zone.':
    '{a}의 가용 영역에는 이 어태치먼트의 서브넷이 이미 있습니다. 가용 영역마다 하나입니다.',
  'The subnet {a} is not one of {b}.': '서브넷 {a:은/는} {b}의 서브넷이 아닙니다.',
  '{a} must keep at least one subnet.': '{a}에는 서브넷이 적어도 하나 남아 있어야 합니다.',
  'The transit gateway attachment {a} does not exist on {b}.': '{b}에는 어태치먼트 {a:이/가} 없습니다.',
  'The transit gateway attachment {a} is already associated to a route table.':
    '어태치먼트 {a:은/는} 이미 라우팅 테이블을 쓰고 있습니다.',
  '{a} is not associated with {b}.': '{a:은/는} {b}에 연결되어 있지 않습니다.',
  'Propagation of {a} to {b} already exists.': '{a:은/는} 이미 {b:으로/로} 경로를 전파하고 있습니다.',
  '{a} does not propagate to {b}.': '{a:은/는} {b:으로/로} 경로를 전파하지 않습니다.',
  '{a} is a default route table of {b}.': '{a:은/는} {b}의 기본 라우팅 테이블입니다.',
  '{a} has associations that are not deleted.': '{a}에 연결된 것이 남아 있습니다.',
  '{a} has attachments that are not deleted.': '{a}에 어태치먼트가 남아 있습니다.',
  'The blocks of the VPCs behind {a} and {b} overlap.': '{a:과/와} {b} 뒤에 있는 VPC들의 대역이 겹칩니다.',

  // Virtual private gateways, VPN and Direct Connect.
  'The network {a} already has a virtual private gateway attached.':
    '{a}에는 이미 가상 프라이빗 게이트웨이가 연결되어 있습니다.',
  'The virtual private gateway {a} is not attached to {b}.':
    '가상 프라이빗 게이트웨이 {a:은/는} {b}에 연결되어 있지 않습니다.',
  'The virtual private gateway {a} is attached to {b} and can be attached to one VPC only.':
    '가상 프라이빗 게이트웨이 {a:은/는} {b}에 연결되어 있고, VPC 하나에만 연결할 수 있습니다.',
  'The virtual private gateway {a} is in use by {b}.': '가상 프라이빗 게이트웨이 {a:은/는} {b:이/가} 쓰고 있습니다.',
  'The virtual private gateway {a} does not exist.': '가상 프라이빗 게이트웨이 {a:이/가} 없습니다.',
  'The virtual private gateway {a} has reached its limit of {b} VPN connections.':
    '가상 프라이빗 게이트웨이 {a}의 VPN 연결이 한도인 {b}개에 이르렀습니다.',
  'The account has reached its limit of {a} virtual private gateways in this region.':
    '이 리전의 가상 프라이빗 게이트웨이가 한도인 {a}개에 이르렀습니다.',
  'The gateway {a} is not attached to the network {b} of {c}.': '{a:이/가} {c}의 VPC인 {b}에 연결되어 있지 않습니다.',
  'The gateway {a} is not attached.': '{a:이/가} 어디에도 연결되어 있지 않습니다.',
  'The customer gateway {a} is in use by {b}.': '고객 게이트웨이 {a:은/는} {b:이/가} 쓰고 있습니다.',
  'The account has reached its limit of {a} customer gateways in this region.':
    '이 리전의 고객 게이트웨이가 한도인 {a}개에 이르렀습니다.',
  'The VPN connection {a} learns its routes by BGP and takes no static ones.':
    'VPN 연결 {a:은/는} BGP로 경로를 배우므로 고정 경로를 받지 않습니다.',
  'There is no route for the destination {a} in the VPN connection {b}.':
    'VPN 연결 {b}에는 목적지가 {a}인 경로가 없습니다.',
  'There is no static route {a} in {b}.': '{b}에는 고정 경로 {a:이/가} 없습니다.',
  'The static route {a} already exists in {b}.': '{b}에는 고정 경로 {a:이/가} 이미 있습니다.',
  'A private virtual interface needs either a virtualGatewayId or a directConnectGatewayId.':
    '프라이빗 가상 인터페이스에는 virtualGatewayId와 directConnectGatewayId 가운데 하나가 있어야 합니다.',
  'A public virtual interface needs at least one route filter prefix.':
    '퍼블릭 가상 인터페이스에는 알릴 대역(routeFilterPrefixes)이 적어도 하나 있어야 합니다.',
  '{a} is not a public block and cannot be advertised to AWS.': '{a:은/는} 공인 대역이 아니라 AWS에 알릴 수 없습니다.',
  'VLAN {a} is already in use on {b}.': '{b}의 VLAN {a:은/는} 이미 쓰이고 있습니다.',
  'The Direct Connect gateway {a} does not exist.': 'Direct Connect 게이트웨이 {a:이/가} 없습니다.',
  '{a} is already associated with {b}.': '{a:은/는} 이미 {b}에 연결되어 있습니다.',
  '{a} has reached its limit of {b} virtual private gateways.':
    '{a}의 가상 프라이빗 게이트웨이가 한도인 {b}개에 이르렀습니다.',
  '{a} is in use by {b}.': '{a:은/는} {b:이/가} 쓰고 있습니다.',

  // The lab's own: sites, machines outside, the substrate, puzzles.
  "The site '{a}' does not exist.": '사이트 {a:이/가} 없습니다.',
  '{a} has no link called {b}.': '{a}에 {b:이라는/라는} 링크는 없습니다.',
  '{a} has no way out called {b}.': '{a}에서 나가는 길 가운데 {b:이라는/라는} 것은 없습니다.',
  'There is no link called {a}.': '{a:이라는/라는} 링크는 없습니다.',
  'The router of {a} has no route for {b} that somebody wrote.': '{a}의 라우터에는 누가 적어 둔 {b} 경로가 없습니다.',
  'The router of {a} has the address {b}.': '{b:은/는} {a}의 라우터가 쓰는 주소입니다.',
  'The router of {a} does not advertise {b}.': '{a}의 라우터는 {b:을/를} 알리지 않습니다.',
  'The router of {a} does not advertise {b} over {c}.': '{a}의 라우터는 {b:을/를} {c:으로/로} 알리지 않습니다.',
  '{a} and {b} are not equally large.': '{a:과/와} {b:은/는} 크기가 다릅니다.',
  '{a} is not a block of {b}.': '{a:은/는} {b}의 대역이 아닙니다.',
  '{a} does not lie in {b}.': '{a:은/는} {b} 안에 있지 않습니다.',
  '"{a}" cannot be an id.': '{a:은/는} ID로 쓸 수 없습니다.',
  'There is a machine called {a} already.': '{a:이라는/라는} 기계가 이미 있습니다.',
  '{a} is an instance.': '{a:은/는} 인스턴스입니다.',
  'No machine is called {a}, so nobody {why}.': '{a:이라는/라는} 기계가 없어 {why} 수 없습니다.',
  'The underlay address {a} is in use.': '언더레이 주소 {a:은/는} 이미 쓰이고 있습니다.',
  'No subnet stands in the zone {a}.': '가용 영역 {a}에는 서브넷이 없습니다.',
  'The Mapping Service has no row for {a} in {b}.': '매핑 서비스에는 {b}의 {a} 행이 없습니다.',
  'No instance of {a} holds the address {b}.': '{a}에는 주소가 {b}인 인스턴스가 없습니다.',
  'The tile {a} lies in {b} already.': '그 조각은 이미 놓여 있습니다.',
  'No tile lies in {a}.': '놓인 조각이 없습니다.',
};

export const refusals: Readonly<Record<string, string>> = { ...ec2, ...remedies, ...mistyped };
