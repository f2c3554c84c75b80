// 아무도 고치지 않았는데 일어나는 일의 단계, 장애, 코드: 영역 손실, 잊힌 흐름, 바닥난 포트, 너무 큰 패킷.

export const explainEvents = {
  'title.forwarded.igw-no-swap': '이미 공인 IP입니다',
  'title.fragmented.fragmented': '패킷을 조각냅니다',
  'title.answered.nat-idle': 'NAT가 RST로 답합니다',
  'title.answered.nat-lost-flow': 'NAT가 RST로 답합니다',
  'title.answered.mtu-limit': '엣지: 너무 큽니다',
  'title.answered.ttl-spent': '중간 홉: TTL이 다 됐습니다',
  'title.delivered.guest-told': '보낸 쪽이 알게 됩니다',

  'step.forwarded.igw-no-swap':
    '{table:이/가} 그대로 보냅니다. 리전 NAT 게이트웨이는 스스로 공인 IP를 쓰므로 바꿀 것이 없습니다.',
  'step.fragmented.fragmented':
    '이렇게 큰 패킷은 {table:을/를} 지날 수 없지만 잘라도 되는 패킷입니다. {pieces}조각이 저마다 IP 헤더를 달고 갑니다.',
  'step.answered.nat-idle':
    '{table:은/는} 350초 동안 조용했던 이 흐름을 잊었습니다. {newSource:이/가} 보낸 것처럼 TCP RST로 답합니다.',
  'step.answered.nat-lost-flow':
    '{table:은/는} 이 흐름을 본 적이 없습니다. {newSource:이/가} 보낸 것처럼 TCP RST로 답합니다.',
  'step.answered.mtu-limit':
    '자르면 안 되는 패킷입니다. {newSource}의 ICMP 3/4가 보낸 쪽으로 돌아갑니다. {limit}바이트까지는 지나갑니다.',
  'step.answered.ttl-spent': '{table}에서 TTL이 0이 됐습니다. {newSource}의 ICMP 11/0이 보낸 쪽으로 돌아갑니다.',
  'step.delivered.guest-told': '{node:이/가} 받고, 자기 패킷이 지나가지 못했음을 알게 됩니다.',

  'fault.ZONE_DOWN': '{at:은/는} {about}에 있는데, 그 영역이 통째로 사라졌습니다',
  'fault.NAT_PORTS_EXHAUSTED': '{at}에 {about:으로/로} 갈 흐름을 하나 더 열 포트가 없습니다. 주소마다 55,000개뿐입니다',
  'fault.NAT_IDLE_EXPIRED': '{at:이/가} {about:으로/로} 가던 조용한 흐름을 잊고 RST를 보냈습니다',
  'fault.NAT_FLOW_UNKNOWN': '{at:은/는} {about:으로/로} 가는 이 흐름을 모르므로 RST를 보냈습니다',
  'fault.NAT_AZ_MISSING': '{at:은/는} {about}에 주소가 없어 그 영역을 맡지 않습니다',
  'fault.FRAGMENTS': '{at:은/는} {about} 조각을 나르지 않습니다',
  'fault.MTU_EXCEEDED': '{at}에는 너무 큰 패킷인데({about}) 자르지도 못합니다',
  'fault.TTL_EXPIRED': '{at}에서 TTL이 다 됐습니다',

  'remedy.ZONE_DOWN': '영역마다 하나씩 두고, 각자 자기 영역의 것을 쓰게 합니다.',
  'remedy.NAT_PORTS_EXHAUSTED': 'NAT 게이트웨이에 주소를 더하거나, 목적지를 여럿으로 나눕니다.',
  'remedy.NAT_IDLE_EXPIRED': '350초보다 자주 keep-alive를 보내거나, 연결을 새로 엽니다.',
  'remedy.NAT_FLOW_UNKNOWN': '연결을 새로 엽니다. NAT는 남의 흐름을 이어받지 못합니다.',
  'remedy.NAT_AZ_MISSING': '그 영역에 주소를 주거나, 자동으로 VPC를 따라가게 합니다.',
  'remedy.FRAGMENTS': '자를 필요가 없는 크기로 보냅니다.',
  'remedy.MTU_EXCEEDED': '더 작게 보내거나, ICMP를 들여 보내는 쪽이 한계를 알게 합니다.',
  'remedy.TTL_EXPIRED': '더 큰 TTL로 시작합니다.',

  'code.NAT_PORTS_EXHAUSTED': 'NAT에 남은 포트 없음',
  'code.NAT_IDLE_EXPIRED': 'NAT가 조용한 흐름을 잊음',
  'code.NAT_FLOW_UNKNOWN': 'NAT가 못 본 흐름',
  'code.REGIONAL_NGW_ROUTE_AZ_RESTRICTION': 'NAT가 이 영역에 없음',
  'code.FRAGMENTS_NOT_CARRIED': '조각은 나르지 않음',
  'code.MTU_EXCEEDED': '너무 큰 패킷',
  'code.TTL_EXPIRED': 'TTL이 다 됨',
} as const;
