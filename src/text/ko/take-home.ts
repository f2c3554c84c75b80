// 답을 실제 계정용 파일로 쓰는 화면.

export const takeHome = {
  offer: '가져가기: AWS CLI, Terraform, CloudFormation (e)',
  title: '가져가기',
  about:
    '지금 만든 네트워크를 여러분의 계정에서 실행할 파일로 씁니다. 진짜 리소스가 생기고, 그중에는 시간당 요금이 나가는 것도 있습니다.',
  'aws-cli': 'AWS CLI 스크립트',
  terraform: 'Terraform',
  cloudformation: 'CloudFormation 템플릿',
  working: '쓰는 중입니다 …',
  written: '{file}에 썼습니다',
  failed: '여기에는 {name:을/를} 쓸 수 없습니다({reason}). `blackfoot export`로 원하는 곳에 쓸 수 있습니다.',
  keys: '↑ ↓ 선택  enter 파일 쓰기  q 뒤로',
} as const;
