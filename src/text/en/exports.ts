// What stands at the head of an exported file, in English: where it comes from, and what it leaves out or makes otherwise.

export const exports = {
  title: 'The network of "{title}", as Blackfoot left it.',
  costs:
    'This makes real things in your account, and some of them cost money by the hour, used or not. Read it first, and delete everything afterwards.',
  image: 'Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.',
  software: 'What runs on them is not set up: who listens on which port, who is let in, which names they look up.',
  'public-addresses': 'AWS picks the public addresses; they will not be those of the game.',
  outside: 'Machines outside AWS are not made: {subject}.',
  substrate: 'Rows of the Mapping Service and frames on the wire are AWS’s own; no customer can touch them.',
  conditions: 'What has happened in the game (lost zones, links down, idle time) is not made to happen.',
  'customer-device': '{subject} stands for a network of your own: its router has to be set up by whoever owns it.',
  wire: '{subject} is an order for a physical port: somebody has to lay the wire, and it is paid by the hour from then on.',
  'peer-addresses': '{subject} needs public BGP addresses of your own on both ends.',
  'dead-route': 'Left out, because its target does not exist there: {subject}.',
  'ended-gateway': '{subject} has failed or is gone, and is left out.',
  'stopped-instance': '{subject} is stopped in the game; here it runs.',
  'not-made': 'Left out, no call makes it so: {subject}.',
  'main-table':
    'CloudFormation cannot reach a VPC’s main route table. {subject} is a table of its own here, and every subnet that used it says so.',
  'default-group':
    'CloudFormation can add rules to the default security group of {subject}, but not remove those that are there.',
  'pending-peering': '{subject} is still pending in the game; CloudFormation accepts it at once.',
  consent: 'CloudFormation cannot accept {subject}: the service’s owner has to do it.',
  'vpn-attachment': 'CloudFormation cannot name {subject}, the attachment that comes with a VPN: associate it by hand.',
  'prefix-list': 'Give the id of {subject} in your Region when you make the stack.',
  'own-ipv6': 'The IPv6 block of {subject} is Amazon’s to give; the one in the game is for documentation only.',
} as const;
