// The screen that writes an answer for a real account, in English.

export const takeHome = {
  offer: 'Take it home: AWS CLI, Terraform, CloudFormation (e)',
  title: 'Take it home',
  about:
    'Your network, as something to run in an account of your own. It makes real things, and some of them cost money by the hour.',
  'aws-cli': 'A script of the AWS CLI',
  terraform: 'Terraform',
  cloudformation: 'A CloudFormation template',
  working: 'Writing it down …',
  written: 'Written to {file}',
  failed: '{name} could not be written here ({reason}). `blackfoot export` writes it to a place of your choice.',
  keys: '↑ ↓ choose  enter write the file  q back',
} as const;
