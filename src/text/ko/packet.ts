// 패킷 따라가기와 실패 보고.

export const packet = {
  'at.title': '이 단계에서 쓰이는 테이블',
  'at.nothing': '여기서 쓰이는 테이블은 없습니다.',
  'at.decides': '여기서 결정',
  'at.passed': '통과시킴',
  'at.no-row': '맞는 행 없음',
  'at.tracked': '기억하는 흐름에 속함',
  'at.flows': '흐름 테이블',
  'at.tracks': '기억하는 흐름',
  'at.idle': '{idle}초째 유휴 (한도 {life}초)',
  'at.forgotten': '{idle}초 동안 유휴라 잊음 (한도 {life}초)',
  'contrast.title': '내 패킷과 제대로 가는 패킷: {way} {at}단계에서 갈라집니다.',
  'contrast.request': '요청',
  'contrast.reply': '응답',
  'contrast.yours': '내 패킷',
  'contrast.works': '바른 패킷',
  'contrast.other-row': '다른 행에서 결정',
  'contrast.a-row': '맞는 행이 있음',
  'contrast.no-more': '여기서 이미 끝났습니다',
  'report.more': '↓ {count}줄 더: page down',
} as const;
