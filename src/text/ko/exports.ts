// 내보낸 파일 머리말: 어디서 왔고, 무엇이 빠졌거나 다른지.

export const exports = {
  title: 'Blackfoot에서 만든 네트워크입니다: {title}',
  costs:
    '실행하면 여러분의 계정에 진짜 리소스가 생깁니다. 쓰지 않아도 시간당 요금이 나가는 것이 있으니, 먼저 읽어 보고 끝나면 모두 지우세요.',
  image: '게임 속 기계 대신 Amazon Linux 2023을 올린 t3.micro 인스턴스를 만듭니다.',
  software:
    '인스턴스 안의 소프트웨어는 설정하지 않습니다. 어느 포트에서 듣고 누구를 들이고 어떤 이름을 찾는지는 직접 정하세요.',
  'public-addresses': '공인 IP는 AWS가 고르므로 게임과 다릅니다.',
  outside: 'AWS 밖의 기계는 만들지 않습니다: {subject}',
  substrate: '매핑 서비스의 행과 물리망의 프레임은 AWS의 것이라 고객이 만들 수 없습니다.',
  conditions: '게임에서 일어난 일(가용 영역 장애, 링크 단절, 유휴 시간)은 재현하지 않습니다.',
  'customer-device': '{subject:은/는} 여러분의 네트워크를 뜻합니다. 그쪽 라우터는 주인이 설정해야 합니다.',
  wire: '{subject:은/는} 물리 포트 주문입니다. 누군가 회선을 연결해야 하고, 그때부터 시간당 요금이 나갑니다.',
  'peer-addresses': '{subject}에는 양 끝에 여러분 소유의 공인 BGP 주소가 필요합니다.',
  'dead-route': '대상이 없어서 뺐습니다: {subject}',
  'ended-gateway': '{subject:은/는} 실패했거나 사라진 것이라 뺐습니다.',
  'stopped-instance': '{subject:은/는} 게임에서 멈춰 있지만 여기서는 실행됩니다.',
  'not-made': '그렇게 만들어 주는 호출이 없어서 뺐습니다: {subject}',
  'main-table':
    'CloudFormation은 VPC의 메인 라우팅 테이블에 손댈 수 없습니다. 그래서 {subject:을/를} 따로 만들고, 그 테이블을 쓰던 서브넷마다 연결했습니다.',
  'default-group':
    'CloudFormation은 {subject}의 기본 보안 그룹에 규칙을 더할 수는 있어도 있던 규칙을 뺄 수는 없습니다.',
  'pending-peering': '{subject:은/는} 게임에서 아직 수락 대기 중이지만 CloudFormation은 바로 수락합니다.',
  consent: 'CloudFormation으로는 {subject:을/를} 수락할 수 없습니다. 서비스 주인이 직접 해야 합니다.',
  'vpn-attachment': 'CloudFormation은 VPN에 딸려 오는 연결 {subject:을/를} 가리킬 수 없습니다. 직접 연결하세요.',
  'prefix-list': '스택을 만들 때 여러분 리전의 {subject} ID를 넣으세요.',
  'own-ipv6': '{subject}의 IPv6 대역은 Amazon이 정합니다. 게임의 대역은 문서용입니다.',
} as const;
