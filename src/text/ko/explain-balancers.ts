// 로드 밸런서의 단계, 장애, 코드의 한국어 문장.

export const explainBalancers = {
  'title.translated.nlb-preserves': '대상을 고르고 출발지는 둡니다',
  'title.translated.nlb-own-address': '대상을 고르고 출발지를 바꿉니다',
  'title.translated.nlb-return': '기억해 둔 흐름을 찾습니다',
  'title.answered.nlb-idle': '로드 밸런서가 흐름을 잊었습니다',
  'title.looked-up-mapping.flow-owner': '흐름에는 주인이 있습니다',

  'step.translated.nlb-preserves':
    '{table:이/가} 대상 {newDestinationEnd:을/를} 고르고 출발지는 그대로 둡니다. 대상에는 클라이언트 {sourceEnd:이/가} 보입니다.',
  'step.translated.nlb-own-address':
    '{table:이/가} 대상 {newDestinationEnd:을/를} 고르고 출발지 {sourceEnd:을/를} 자기 주소 {newSourceEnd:으로/로} 바꿉니다.',
  'step.translated.nlb-return':
    '{table:이/가} 이 흐름을 기억합니다. 응답의 출발지는 클라이언트가 부른 {newSource:으로/로} 돌아옵니다.',
  'step.answered.nlb-idle': '{table:이/가} 이 흐름을 잊어, 대상 대신 RST로 답합니다.',
  'step.looked-up-mapping.flow-owner':
    '{table:이/가} 넘겨준 흐름이므로 호스트가 응답을 {key:으로/로} 돌려줍니다. 라우팅 테이블은 보지 않습니다.',

  'fault.LB_NO_LISTENER': '{at}에 {traffic:을/를} 받는 리스너가 없습니다',
  'fault.LB_WRONG_PORT': '{at}에 리스너는 있지만 {traffic} 포트가 아닙니다',
  'fault.LB_NO_GROUP': '{at}의 리스너 {about}에 보낼 대상 그룹이 없습니다',
  'fault.LB_NO_TARGET': '{at}에 등록된 대상이 없습니다',
  'fault.LB_NO_TARGET_IN_ZONE': '{at}의 대상이 {about}에 없고 교차 영역 분산도 꺼져 있습니다',
  'fault.LB_TARGETS_DOWN': '{at}에 실행 중인 대상이 없습니다',
  'fault.LB_PRESERVED_OUTSIDE': '{at:은/는} 클라이언트 IP를 보존하는데, VPC 밖의 {about:으로/로}는 그럴 수 없습니다',
  'fault.LB_IDLE_EXPIRED': '{at:이/가} {about}의 흐름을 잊었습니다. 너무 오래 쉬었습니다',
  'fault.LB_HAIRPIN': '{at:이/가} 자기 주소 {about}에서 온 패킷을 받습니다. 스스로를 부른 것이라 버립니다',

  'remedy.LB_NO_LISTENER': '이 프로토콜의 리스너를 만듭니다.',
  'remedy.LB_WRONG_PORT': '리스너가 있는 포트로 보내거나, 이 포트의 리스너를 만듭니다.',
  'remedy.LB_NO_GROUP': '리스너에 대상 그룹을 연결합니다.',
  'remedy.LB_NO_TARGET': '대상을 등록합니다.',
  'remedy.LB_NO_TARGET_IN_ZONE': '교차 영역 분산을 켜거나, 그 영역에 대상을 등록합니다.',
  'remedy.LB_TARGETS_DOWN': '대상을 시작하거나, 실행 중인 대상을 등록합니다.',
  'remedy.LB_PRESERVED_OUTSIDE': '대상 그룹의 클라이언트 IP 보존을 끕니다.',
  'remedy.LB_IDLE_EXPIRED': '잊기 전에 무언가를 보내거나, 새 연결을 엽니다.',
  'remedy.LB_HAIRPIN': '클라이언트 IP 보존을 끕니다. 프록시 헤더로도 클라이언트를 알 수 있습니다.',

  'code.ELBV2_LISTENERS_MISMATCH': '리스너 없음',
  'code.ELBV2_LISTENER_PORT_RESTRICTION': '그 포트의 리스너 없음',
  'code.ELBV2_LISTENER_HAS_NO_TG': '대상 그룹 없는 리스너',
  'code.TARGET_ADDRESS_RESTRICTION': '등록된 대상 없음',
  'code.ELBV2_NO_TARGETS_IN_AZ': '그 영역에 대상 없음',
  'code.ELBV2_LISTENER_REQUIRES_TG_ACCEPT': '실행 중인 대상 없음',
  'code.ELBV2_SOURCE_ADDRESS_PRESERVATION': '보존할 수 없는 클라이언트 IP',
  'code.NLB_IDLE_EXPIRED': '로드 밸런서가 잊은 흐름',
  'code.NLB_HAIRPIN': '스스로를 부른 대상',
} as const;
