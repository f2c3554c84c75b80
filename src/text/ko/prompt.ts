// 명령 입력 줄의 한국어.

export const prompt = {
  help: 'AWS에서 쓰는 명령을 그대로 입력하세요. create-route …만 써도 됩니다. Tab으로 완성하고, help로 목록을, help create-route로 옵션을 봅니다.',
  nearest: '혹시 {word}인가요?',
  'no-verb': '여기에 {word:이라는/라는} 명령은 없습니다.',
  list: 'help를 치면 쓸 수 있는 말이 모두 나옵니다.',
  here: '이 레벨에서 쓰는 명령',
  own: '게임의 명령',
  looks: '어디서나 쓸 수 있는 조회 명령',
  about:
    '한 줄에 여러 명령을 쓸 때는 사이에 ;를 넣으세요. VPC=$(aws … --query Vpc.VpcId --output text)로 결과를 담고 $VPC로 씁니다. 전에 입력한 줄은 Ctrl-R로 찾습니다.',
  search: '찾기 “{pattern}”:',
  'not-found': '전에 입력한 줄에는 없습니다.',
  stopped: '{of}개 중 {done}개를 실행했습니다. 나머지는 입력 줄에 남아 있습니다.',
} as const;
