// 게이트웨이 엔드포인트, 인터페이스 엔드포인트, 엔드포인트 서비스의 한국어 문장.

export const explainEndpoints = {
  'title.checked.endpoint-admission': '엔드포인트가 받아들입니다',
  'title.encapsulated.endpoint-identity': '엔드포인트가 신원을 붙입니다',
  'title.decapsulated.endpoint-takeover': '흐름이 제공자에게 넘어갑니다',
  'title.decapsulated.endpoint-return': '응답에서 신원을 떼어 냅니다',

  'step.checked.endpoint-admission':
    '이 VPC의 인터페이스가 TCP나 에코로 보냈고 {destination:은/는} {table}에 있습니다. 엔드포인트가 받습니다.',
  'step.encapsulated.endpoint-identity':
    '{table:이/가} 출발지 {source:은/는} 그대로 두고 자기 id와 {vpc:을/를} 붙입니다. 사설 IP만으로는 누구인지 알 수 없습니다.',
  'step.decapsulated.endpoint-takeover':
    '{table:이/가} {vpc}의 엔드포인트에서 흐름을 넘겨받습니다. 그 VPC의 주소는 여기까지만 옵니다.',
  'step.decapsulated.endpoint-return':
    '{table:이/가} 붙였던 신원을 떼어 냅니다. 응답은 {vpc}의 {destination:으로/로}만 갑니다.',

  'fault.VPCE_PROTOCOL': '{at:은/는} TCP와 ICMP 에코만 나르고 {about:은/는} 나르지 않습니다',
  'fault.VPCE_PREFIX': '{about:이/가} {at}의 접두사 목록에 없어 나르지 않습니다',
  'fault.VPCE_FOREIGN_SOURCE': '{at:은/는} 자기 VPC의 인터페이스만 받는데 {about:은/는} 거기에 없습니다',
  'fault.VPCE_OTHER_REGION':
    '{at}에 {about:으로/로} 가는 경로가 없습니다. 엔드포인트 목록에는 이 리전의 주소만 있습니다',
  'fault.VPCE_POLICY_DENY': '{at}의 정책이 {about:으로/로} 가는 것을 허용하지 않습니다',
  'fault.VPCE_NO_INITIATE': '{at:은/는} 응답만 합니다. 엔드포인트 너머에서 {about:을/를} 먼저 부를 수는 없습니다',
  'fault.VPCE_NOT_ACCEPTED': '{at:이/가} {about} 상태입니다. 서비스가 받아들일 때까지 아무것도 나르지 않습니다',
  'fault.VPCE_AZ_MISSING': '엔드포인트가 있는 {about}에 {at}의 노드가 없습니다',

  'remedy.VPCE_PROTOCOL': 'TCP를 씁니다. 이 서비스는 다른 것을 쓰지 않습니다.',
  'remedy.VPCE_PREFIX': '목록에 없는 주소는 다른 길로 라우팅합니다.',
  'remedy.VPCE_FOREIGN_SOURCE': '보내는 쪽에 인터페이스 엔드포인트를 만들어 줍니다.',
  'remedy.VPCE_OTHER_REGION': '인터넷 게이트웨이나 NAT 게이트웨이로 보냅니다.',
  'remedy.VPCE_POLICY_DENY': '엔드포인트 정책에서 그 대상을 허용합니다.',
  'remedy.VPCE_NO_INITIATE': '소비자 쪽에서 먼저 연결합니다. 엔드포인트는 한 방향입니다.',
  'remedy.VPCE_NOT_ACCEPTED': '서비스 소유자가 엔드포인트를 수락합니다.',
  'remedy.VPCE_AZ_MISSING': '서비스가 있는 영역에 엔드포인트를 두거나, 그 영역에 서비스를 둡니다.',

  'code.VPCE_SERVICE_NOT_INSTALLED_IN_AZ': '이 영역에 없는 서비스',
  'code.VPCE_GATEWAY_PROTOCOL_RESTRICTION': 'TCP와 에코만 받는 엔드포인트',
  'code.VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION': '접두사 목록에 없는 주소',
  'code.VPCE_FOREIGN_SOURCE': '다른 VPC에서 온 출발지',
  'code.VPCE_OTHER_REGION': '다른 리전의 서비스',
  'code.VPCE_POLICY_DENY': '엔드포인트 정책이 거부',
  'code.VPCE_INTRA_VPC_TRAFFIC': '먼저 부를 수 없는 엔드포인트',
} as const;
