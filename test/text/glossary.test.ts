// One term, one word: what the glossary of src/text/ko/README.md says, held against every Korean sentence of the game. A sentence that
// uses another word for the same thing is told with its place and the word to use.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import packs from '../../src/levels/built-in-packs.json';

/** What a thing is called, and what it is not called. */
const GLOSSARY: readonly (readonly [word: string, not: RegExp])[] = [
  ['라우팅 테이블', /라우트 ?테이블|라우팅테이블|루트 테이블|경로 테이블|라우팅 표/],
  ['경로', /라우트(?! ?53)/],
  ['인터넷 게이트웨이', /인터넷게이트웨이|인터넷 관문/],
  ['NAT 게이트웨이', /NAT게이트웨이|NATGW|NAT GW/],
  ['탄력적 IP', /탄력적IP|탄력 IP|엘라스틱|일래스틱/],
  ['매핑 서비스', /맵핑|매핑서비스/],
  ['캡슐화', /인캡슐|엔캡슐/],
  ['서브넷', /서브 넷|하위 네트워크|부분망/],
  ['블랙홀', /블랙 홀/],
  ['공인 IP', /공용 IP|공개 IP|퍼블릭 IP(?!v4| 자동)|공인IP/],
  ['사설 IP', /개인 IP|비공개 IP|프라이빗 IP(?!v4)|사설IP/],
  ['출발지', /소스 주소|소스 IP|발신지/],
  ['목적지', /도착지|행선지|대상 주소|대상 IP/],
  ['보안 그룹', /보안그룹|시큐리티/],
  ['네트워크 ACL', /NACL|네트워크ACL/],
  ['가용 영역', /가용영역|가용 존|가용성 영역/],
  ['피어링', /피어 링|피어 연결/],
  ['로드 밸런서', /로드밸런서|부하 분산기/],
  ['대상 그룹', /타깃|타겟|대상그룹/],
  ['엔드포인트', /엔드 포인트|종단점/],
  ['가상 프라이빗 게이트웨이', /가상 사설 게이트웨이|VPN 관문/],
  ['Transit Gateway', /트랜짓|전송 게이트웨이|트랜싯/],
  ['흐름', /플로우/],
  ['응답', /회신|답신|리턴 패킷/],
  ['전파', /프로퍼게이션|프로파게이션/],
  ['헤어핀', /헤어 핀/],
  ['프리픽스', /프레픽스|프리픽쓰/],
  ['접두사 목록', /프리픽스 목록|프리픽스 리스트/],
  ['ping', /(?<![매])핑(?![크])/],
  ['오해', /미신|그릇된 믿음/],
  ['복습', /리뷰/],
];

/** Every Korean sentence by its place. */
async function* listSentences(): AsyncGenerator<readonly [place: string, sentence: string]> {
  const { sources } = builtInLibrary();
  const folder = new URL('../../src/text/ko/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts')))
    yield* textsOf(`src/text/ko/${file}`, await import(/* @vite-ignore */ new URL(file, folder).href));
  yield* textsOf('levels/text.ko.yaml', sources.chapterTexts.ko);
  for (const [id, text] of Object.entries(sources.texts.ko ?? {})) yield* textsOf(`levels/…/${id}.ko.yaml`, text);
  for (const [name, { chapterTexts }] of Object.entries(packs))
    yield* textsOf(`levels/packs/${name}/text.ko.yaml`, chapterTexts.ko);
}

function* textsOf(place: string, value: unknown): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [place, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* textsOf(`${place} ${key}`, inner);
}

function listMistakes(place: string, sentence: string): readonly string[] {
  return GLOSSARY.flatMap(([word, not]) => {
    const found = not.exec(sentence)?.[0];
    return found === undefined ? [] : [`${place}: "${found}" is called "${word}" here`];
  });
}

describe('in Korean', () => {
  test('each term has one word', async () => {
    const mistakes: string[] = [];
    for await (const [place, sentence] of listSentences()) mistakes.push(...listMistakes(place, sentence));
    expect(mistakes).toEqual([]);
  });

  test('another word for a term is told with its place and its remedy', () => {
    expect(listMistakes('game.play', '라우트 테이블에 공용 IP가 없습니다.')).toEqual([
      'game.play: "라우트 테이블" is called "라우팅 테이블" here',
      'game.play: "라우트" is called "경로" here',
      'game.play: "공용 IP" is called "공인 IP" here',
    ]);
  });

  test('the glossary that authors read has every word', () => {
    const readme = readFileSync(new URL('../../src/text/ko/README.md', import.meta.url), 'utf8');
    expect(GLOSSARY.map(([word]) => word).filter((word) => !readme.includes(word))).toEqual([]);
  });

  test('every level has its words, as in English', () => {
    const { texts } = builtInLibrary().sources;
    const files = (language: string) => Object.keys(texts[language] ?? {}).sort();
    expect(files('ko')).toEqual(files('en'));
  });
});
