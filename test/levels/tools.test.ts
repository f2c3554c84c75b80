import { expect, test } from 'vitest';
import { parseCommand } from '../../src/control/command.ts';
import { splitWords } from '../../src/control/words.ts';
import { isAllowed } from '../../src/levels/tools.ts';

const ENTRY =
  'aws ec2 create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 90 --protocol tcp --rule-action allow --cidr-block 0.0.0.0/0';
const TARGETS = 'aws elbv2 register-targets --target-group-arn tg-1 --targets';
const GROUP = 'aws ec2 authorize-security-group-ingress --group-id sg-1 --cidr 0.0.0.0/0 --protocol tcp';

test.each([
  ['PortRange', 'From=80,To=80', `${ENTRY} --port-range From=80,To=80`, true],
  ['PortRange', 'From=80,To=80', `${ENTRY} --port-range '{"From":80,"To":80}'`, true],
  ['PortRange', 'From=80,To=80', `${ENTRY} --port-range From=80,To=81`, false],
  ['PortRange', 'From=80,To=80', ENTRY, true],
  ['Targets', 'Id=i-a', `${TARGETS} Id=i-a`, true],
  ['Targets', 'Id=i-a', `${TARGETS} Id=i-a Id=i-b`, false],
  ['Targets', 'Id=i-a', `${TARGETS} Id=i-a,Port=8080`, false],
  ['Port', '1024-65535', `${GROUP} --port 1024-65535`, true],
  ['Port', '1024-65535', `${GROUP} --port 443`, false],
])('a tool narrowed to %s %s takes "%s": %s', (parameter, value, line, allowed) => {
  const words = splitWords(line);
  const command = words.ok ? parseCommand(words.value) : words;
  if (!command.ok) throw new Error(`cannot be read: ${line}`);
  const { operation } = command.value;
  expect(isAllowed([{ name: operation.name, values: { [parameter]: [value] } }], operation)).toBe(allowed);
});
