// 하위 명령이 하는 말, 한국어. `help.`은 안내문 한 쪽 전체이고, 사용자가 입력하는 낱말은 어느 언어에서나 그대로 둔다.

export const commands = {
  'help.program': `Blackfoot: 패킷이 VPC를 빠져나가는 길을 직접 이어 주는 게임입니다.

  blackfoot                          게임 시작
  blackfoot play [LEVEL]             번호나 이름으로 고른 레벨부터 시작.
                                     daily는 오늘의 패킷
  blackfoot sandbox [WORLD]          목표 없이 마음대로 해 보는 네트워크

화면 없이 쓰는 명령:
  blackfoot daily                    오늘의 문제와 내 결과
  blackfoot levels                   장, 레벨, 지금까지 모은 별
  blackfoot trace WORLD --from A --to B
                                     패킷 하나의 왕복을 단계별로 보기
  blackfoot run WORLD SCRIPT         aws ec2 … 명령을 차례로 실행
  blackfoot check LEVEL SCRIPT       스크립트로 레벨을 풀어 보기
  blackfoot prove [LEVEL|FOLDER …]   레벨이 공정한지 증명
  blackfoot solve LEVEL              가장 짧은 답 찾기
  blackfoot export LEVEL SCRIPT --to KIND
                                     답을 실제 계정에서 쓸 파일로 내보내기
  blackfoot new level FOLDER         새 레벨의 뼈대 만들기
  blackfoot progress ACTION          진행 기록의 위치와 내용

  --lang en|ko     언어                  --pack FOLDER   폴더에 든 레벨, 또는
                                         taster, sixty, half-day, full-day
  --help           이 안내, 또는 명령별 안내
  --version        버전

WORLD는 레벨(2.7 같은 번호나 이름), 레벨 파일, 월드 파일(YAML 또는 JSON),
"empty" 가운데 하나입니다. SCRIPT는 파일이며 -는 표준 입력입니다.
종료 코드: 0 예, 1 아니요, 2 잘못된 사용이나 읽을 수 없는 입력, 70 게임의 결함.
`,
  'help.play': `blackfoot play [LEVEL]

게임을 엽니다. LEVEL을 주면 그 레벨에서 시작합니다. 번호(2.7)나 이름을 씁니다.
80 x 24 이상의 터미널이 필요합니다. 그림을 그릴 수 없는 터미널(TERM=dumb)과
화면 낭독기(INK_SCREEN_READER=true)에서는 같은 게임을 한 줄씩 말로 진행합니다.

  --transcript     한 줄씩 말로 진행. 파일이나 파이프에서도 됩니다
  --lang en|ko     언어
  --pack FOLDER    index.yaml이 있는 폴더의 레벨로 플레이. 게임에서 고른 묶음도
                   됩니다: taster(20분), sixty, half-day, full-day
`,
  'help.sandbox': `blackfoot sandbox [WORLD]

WORLD를 열어 마음대로 해 봅니다. 모든 작업을 쓸 수 있고 목표는 없으며, 원하는
패킷을 무엇이든 보낼 수 있습니다. WORLD가 없으면 저장해 둔 샌드박스를 패킷과
함께 보여 줍니다.

  WORLD            레벨(2.7 같은 번호나 이름), 레벨 파일, 월드 파일, empty
  --lang en|ko     언어
  --pack FOLDER    index.yaml이 있는 폴더의 레벨
`,
  'help.daily': `blackfoot daily

날짜(UTC)로 만들고 탐색으로 증명한 오늘의 문제와, 나눌 수 있는 내 결과를 보여
줍니다. 풀려면 \`blackfoot play daily\`를 쓰세요.

  --date DATE      다른 날. 2026-11-24처럼 적습니다
  --json           네트워크까지 담은 JSON 문서 하나
  --lang en|ko     언어
  --pack FOLDER    아무 영향도 없습니다. 문제는 누구에게나 같습니다
`,
  'no-date': '"{word}"는 날짜가 아닙니다.',
  'date-form': '{date}처럼 적으세요.',
  'daily.par': '기준 {par}회',
  'daily.play': '풀기: blackfoot play {id}',
  'daily.streak': '{streak}일 연속',
  'help.levels': `blackfoot levels

장과 레벨, 지금까지 모은 별을 보여 줍니다.

  --json           JSON 문서 하나로 출력
  --lang en|ko     언어
  --pack FOLDER    index.yaml이 있는 폴더의 레벨
`,
  'help.trace': `blackfoot trace WORLD --from A --to B

A에서 B로 패킷 하나를 보내 가는 길과 돌아오는 길을 따라갑니다. 막히면 그 길에서
고쳐야 할 것을 모두 알려 줍니다. 응답이 돌아오면 종료 코드 0, 아니면 1입니다.

  WORLD            레벨(2.7 같은 번호나 이름), 레벨 파일, 월드 파일, empty
  --from A         id, 이름, 주소. 이미 전송 중인 패킷이라면 프레임의 id
  --to B           id, 이름, 주소
  --protocol P     tcp, udp, icmp, esp, gre. 기본값 tcp
  --port N         목적지 포트. 기본값 443
  --source ADDR    보내는 쪽이 출발지로 적을 주소
  --source-port N  보내는 포트. 기본값 40112
  --by-public-address
                   같은 VPC 안에서도 B의 공인 IP로 보내기
  --flow N         동시에 열린 흐름 N개 가운데 마지막 것으로 보내기
  --size N         패킷의 바이트 수. TCP는 중간에 자를 수 없음
  --may-fragment   라우터가 잘라도 되는 패킷으로 보내기
  --ttl N          처음 TTL. 기본값 64
  --continues      이미 열려 있는 연결의 다음 패킷으로 보내기
  --json           JSON 문서 하나로 출력(영어)
  --lang en|ko     언어
  --pack FOLDER    index.yaml이 있는 폴더의 레벨
`,
  'help.run': `blackfoot run WORLD SCRIPT

aws ec2 …, lab … 명령으로 된 스크립트를 실행하고 AWS CLI와 같은 출력을 냅니다.
첫 오류에서 멈춥니다. EC2가 거부한 명령이 있으면 종료 코드는 1입니다.

  WORLD            레벨(2.7 같은 번호나 이름), 레벨 파일, 월드 파일, empty
  SCRIPT           파일. -는 표준 입력
  --out FILE       실행 뒤의 월드를 파일로 저장 (.json, .yaml)
  --keep-going     EC2가 거부해도 멈추지 않기
  --json           JSON 문서 하나로 출력
  --lang en|ko     언어
  --pack FOLDER    index.yaml이 있는 폴더의 레벨

스크립트는 한 줄에 명령 하나입니다. 줄 끝의 \\로 이어 쓰기, # 주석,
VPC=$(aws ec2 create-vpc … --query Vpc.VpcId --output text), $VPC, \${VPC},
따옴표, echo, export, set -e를 쓸 수 있습니다. 그 밖의 셸 문법은 안 됩니다.
`,
  'help.check': `blackfoot check LEVEL SCRIPT

스크립트로 레벨을 풀어 어떤 목표를 이뤘는지, 나머지는 왜 안 되는지, 점수는
얼마인지 알려 줍니다. 풀었으면 종료 코드 0, 아니면 1입니다.

  LEVEL            번호(2.7), 이름, 레벨 파일
  SCRIPT           파일. -는 표준 입력
  --json           JSON 문서 하나로 출력
  --lang en|ko     언어
  --pack FOLDER    index.yaml이 있는 폴더의 레벨
`,
  'help.prove': `blackfoot prove [LEVEL|FOLDER …]

레벨이 공정한지 증명합니다. 시작부터 풀려 있지 않은지, 참고 답으로 풀리는지,
더 짧은 답은 없는지, 오답으로 올린 것이 정말 오답인지, 글은 다 있는지 봅니다.
아무것도 고르지 않으면 모든 레벨을 봅니다. 문제가 있으면 종료 코드 1입니다.

  LEVEL            번호(2.7), 이름, 레벨 파일
  FOLDER           레벨 묶음: index.yaml이 있는 폴더, 또는 taster, sixty …
  --json           JSON 문서 하나로 출력
  --lang en|ko     언어
  --pack FOLDER    index.yaml이 있는 폴더의 레벨
`,
  'help.export': `blackfoot export LEVEL SCRIPT --to aws-cli|terraform|cloudformation

스크립트를 레벨에서 실행하고, 그 결과로 생긴 네트워크 전체를 실제 계정에서
쓸 수 있게 씁니다. AWS CLI 스크립트, Terraform, CloudFormation 템플릿 중에서
고르세요. 빠진 것은 파일 머리말에 적습니다. 실행하면 진짜 리소스가 생기고
요금이 나갑니다.

  LEVEL            번호(2.7), 이름, 또는 레벨 파일
  SCRIPT           파일, 표준 입력은 -
  --to KIND        aws-cli, terraform, cloudformation
  --out FILE       화면에 출력하지 않고 파일에 쓰기
  --lang en|ko     설명의 언어
  --pack FOLDER    index.yaml이 있는 폴더의 레벨
`,
  'export.no-target': '--to가 빠졌습니다: {words}',
  'export.unknown-target': '{word:으로/로}는 내보낼 수 없습니다',
  'export.targets': '다음 중 하나: {words}',
  'export.not-solved': '아직 레벨을 풀지 못한 답이지만, 그 네트워크를 그대로 씁니다.',
  'help.new': `blackfoot new level FOLDER [NAME]

새 레벨의 뼈대를 만듭니다. 레벨 하나가 든 묶음에 영어와 한국어 글, 예측 문제가
들어 있습니다. 바로 읽히고 플레이됩니다. blackfoot prove가 지적하는 것이 직접
쓸 부분입니다. 이미 있는 파일은 절대 덮어쓰지 않습니다.

  FOLDER           묶음이 있거나 생길 곳. 이미 있으면 새 레벨이 더해집니다
  NAME             레벨 이름: 소문자 낱말을 -로 이은 것
  --lang en|ko     언어
  --pack FOLDER    여기서는 쓰지 않습니다
`,
  'help.solve': `blackfoot solve LEVEL

레벨의 가장 짧은 답을 찾아 그 명령을 보여 줍니다.

  LEVEL            번호(2.7), 이름, 레벨 파일
  --all            같은 길이의 답을 모두
  --lang en|ko     언어
  --pack FOLDER    index.yaml이 있는 폴더의 레벨
`,
  'help.progress': `blackfoot progress ACTION

  path             진행 기록 파일의 위치
  show             기록된 내용
  export [FILE]    FILE이나 표준 출력으로 내보내기
  import FILE      더 나은 기록만 가져오기. -는 표준 입력
  reset            처음부터 다시 시작. 이전 파일은 옆에 남겨 둠

  --lang en|ko     언어
`,

  'unknown-command': '없는 명령입니다: {word}',
  'unknown-flag': '{command}에는 {word} 옵션이 없습니다.',
  'flag-without-value': '{word}에 값이 필요합니다.',
  'flag-with-value': '{word}에는 값을 줄 수 없습니다.',
  'too-few': '{command}에 필요한 말이 빠졌습니다: {usage}',
  'too-many': '{command}에 "{word}"까지는 필요 없습니다.',
  'did-you-mean': '혹시 이것인가요? {word}',
  'see-help': '안내: blackfoot --help',
  'see-command-help': '안내: blackfoot {command} --help',
  'unknown-language': '이 게임에 "{word}" 언어는 없습니다.',
  'known-languages': '쓸 수 있는 언어: {words}',
  'needs-flag': '{command}에는 --{flag} 옵션이 꼭 있어야 합니다.',
  'not-one-of': '--{flag}에 "{word}" 값은 쓸 수 없습니다.',
  'one-of': '쓸 수 있는 값: {words}',
  'not-a-number': '--{flag}에 "{word}" 값은 쓸 수 없습니다. {from}부터 {to}까지의 정수를 쓰세요.',
  'not-an-address': '--{flag}에 "{word}" 값은 쓸 수 없습니다. 10.1.0.5 같은 주소를 쓰세요.',

  'no-terminal': '게임을 하려면 터미널이 필요한데, 여기는 터미널이 아닙니다.',
  'no-sandbox': '샌드박스에는 그릴 수 있는 터미널이 필요한데, 여기는 아닙니다.',
  'without-sandbox': '화면 없이 네트워크를 시험하려면 `blackfoot run WORLD SCRIPT`와 `blackfoot trace WORLD`를 쓰세요.',
  'without-terminal': '화면 없이 한 줄씩 할 수 있습니다: blackfoot play --transcript\n  여기서 되는 다른 명령: {words}',

  'no-level': '"{word}"라는 레벨은 없습니다.',
  'no-world': '"{word}"라는 레벨도 파일도 없습니다.',
  'see-levels': '목록: blackfoot levels',
  'not-a-level-file': '{file}에 든 것은 레벨이 아니라 월드입니다.',
  unreadable: '읽을 수 없는 곳이 있어 아무것도 하지 않았습니다.',
  'more-problems': '그 밖에 {count}곳이 더 있습니다.',
  'cannot-write': '{file}에 쓸 수 없습니다: {reason}',
  'input-too-long': '표준 입력이 {bytes}바이트를 넘습니다.',
  'no-machine': '이 네트워크에 없는 이름입니다: {word}',
  'known-machines': '있는 것: {words}',

  'not-allowed': '이 레벨에서는 {name:을/를} 쓸 수 없습니다.',
  'other-value': '이 레벨에서 {name}의 {option}에 쓸 수 있는 값은 {values}입니다.',
  'no-option': '이 레벨에서는 {name}에 {option:을/를} 쓸 수 없습니다.',
  allowed: '쓸 수 있는 것: {words}',
  'check.why': '{at}: {code} ({title})',
  'check.solved': '풀었습니다.',
  'check.not-solved': '아직 풀리지 않았습니다.',
  'check.score': '변경 {moves}회 / 기준 {par}회   월 {dollars}   노출 {exposure}',
  'solve.working': '답을 찾는 중 …',
  'solve.none': '{depth}번 이하로 고쳐서 풀 수 있는 답이 없습니다.',
  'solve.cut-off': '상태 {states}개를 본 뒤 탐색을 멈췄습니다. 답이 더 있을 수 있습니다.',
  'solve.nothing-to-do': '(고칠 것 없음: 이미 풀려 있음)',
  'new.what': '무엇을 새로 만들까요? 만들 수 있는 것은 레벨뿐입니다: blackfoot new level FOLDER',
  'new.name': '"{word}": 레벨 이름으로 쓸 수 없습니다.',
  'new.name-form': '소문자 낱말을 -로 이으세요. 예: first-road',
  'new.taken': '{file:이/가} 이미 있어 그대로 둡니다.',
  'new.taken-remedy': '새 레벨에 다른 이름을 붙이세요: blackfoot new level {folder} NAME',
  'new.index': '{file}에 다른 레벨을 더할 목록이 없습니다.',
  'new.index-remedy': '직접 더하세요: - { number: {number}, id: {id} }',
  'new.cannot-write': '쓸 수 없습니다: {reason}',
  'new.written': '쓴 파일:',
  'new.next':
    '이제 레벨을 쓰고, 지적할 것이 없을 때까지 물어보세요:\n  blackfoot prove {folder}\n  blackfoot play {id} --pack {folder}',
  'no-pack': '"{word}" 레벨 묶음은 없습니다.',
  'known-packs': 'index.yaml이 있는 폴더, 또는 다음 가운데 하나: {words}.',
  'levels.checkpoint': '             ── 체크포인트: 여기서 모두 모입니다',
  'prove.level': '레벨',
  'prove.par': '기준',
  'prove.answers': '정답',
  'prove.near': '1회 더',
  'prove.best-known': '{par} 알려진 최선 (≥ {atLeast})',
  'prove.states': '상태',
  'prove.ms': 'ms',
  'prove.sound': '레벨 {levels}개, 문제 없음 ({seconds}초)',
  'prove.problems': '레벨 {levels}개, 문제 {problems}개 ({seconds}초)',
  'prove.working': '증명 중 {index}/{count}: {id} …',
  'no-action': 'progress에 없는 동작입니다: {word}',
  'progress.sum': '레벨 {levels}개 가운데 {solved}개 풀이, 별 {stars}개',
  'progress.due': '복습할 것: {count}개',
  'progress.next-due': '다음 복습: {day}',
  'progress.moves': '최고 기록 {moves}회',
  'progress.imported': '별 {added}개를 더해 모두 {stars}개입니다.',
  'progress.nothing': '지울 진행 기록이 없습니다.',
  'progress.reset': '처음부터 다시 시작합니다. 이전 기록은 {file}에 남겨 두었습니다.',
  'progress.newer': '{path:은/는} 더 새로운 버전의 게임이 저장한 파일입니다(형식 {version}).',
  'progress.unreadable': '{path:을/를} 읽을 수 없습니다. 게임을 시작하면 이 파일을 따로 두고 새로 시작합니다.',
  'progress.not-a-save': '{path:은/는} 이 게임의 저장 파일이 아닙니다.',

  'trace.conversed': '요청이 도착했고 응답도 돌아왔습니다.',
  'trace.delivered': '요청은 도착했지만 응답이 돌아오지 못했습니다.',
  'trace.dropped': '요청이 도착하지 못했습니다.',
  'trace.request': '요청',
  'trace.reply': '응답',
  'trace.first-try': '첫 시도',
  'trace.signal': '보낸 쪽으로 돌아간 것',
  'trace.ended': '{at}에 도착',
  'trace.refused': '{at}에 닿았지만 듣고 있는 프로그램이 없음',
  'trace.lost': '{at}에서 끝남: {code}',
  'trace.looped': '{at}에서 끝없이 맴돎: {code}',
  'trace.seen': '{at}에서 본 모습: {source} → {destination}',
  'diagnosis.one': '{from}에서 {to}까지 가로막는 것 한 가지:',
  'diagnosis.many': '{from}에서 {to}까지 가로막는 것 {count}가지:',
  'direction.request': '요청',
  'direction.reply': '응답',

  'notice.broken': '저장된 진행 기록을 읽을 수 없어 새로 시작했습니다. 이전 파일은 {keptAs}에 남겨 두었습니다.',
  'notice.damaged': '진행 기록에서 읽을 수 없는 부분은 뺐습니다. 이전 파일은 {keptAs}에 남겨 두었습니다.',
  'notice.newer':
    '진행 기록을 더 새로운 버전의 게임이 저장했습니다(형식 {version}). 그대로 두며, 이 게임은 아무것도 저장하지 않습니다.',
  'notice.unwritable': '{path}에 진행 기록을 저장할 수 없습니다({reason}). 게임은 할 수 있지만 기록은 남지 않습니다.',
} as const;
