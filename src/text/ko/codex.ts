import type { codex as english } from '../en/codex.ts';

export const codex: Readonly<Record<keyof typeof english, string>> = {
  title: '도감',
  known: '카드 {all}장 중 {known}장',
  search: '찾기: {query}',
  'search-hint': '글자를 입력하면 찾습니다',
  none: '그런 말이 있는 카드가 없습니다.',
  locked: '{position} {title}에서 얻는 카드입니다.',
  'locked-elsewhere': '레벨을 하다 보면 얻는 카드입니다.',
  here: '패킷을 한 번 보내면 열립니다.',
  beliefs: '흔한 오해',
  sources: '근거',
  level: '{position} {title}에서 만났습니다',
  'mark.documented': '문서',
  'mark.talk': '발표',
  'mark.observed': '관찰',
  'mark.inferred': '추측',
  'mark.unmarked': '출처',
  more: '아래로 {count}줄 더',
  'keys.list': '↑ ↓ 선택  글자 찾기  enter 읽기  esc 뒤로',
  'keys.card': '↑ ↓ 스크롤  ← → 다른 카드  esc 모든 카드  q 뒤로',
  'keys.visit': '↑ ↓ 스크롤  ← → 다른 카드  esc 있던 곳으로',
};
