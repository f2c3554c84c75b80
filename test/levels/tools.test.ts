import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/control/command.ts';
import type { Operation } from '../../src/control/operation.ts';
import { splitWords } from '../../src/control/words.ts';
import { isAllowed, whatIsBarred } from '../../src/levels/tools.ts';

const ENTRY =
  'aws ec2 create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 90 --protocol tcp --rule-action allow --cidr-block 0.0.0.0/0';
const TARGETS = 'aws elbv2 register-targets --target-group-arn tg-1 --targets';
const GROUP = 'aws ec2 authorize-security-group-ingress --group-id sg-1 --cidr 0.0.0.0/0 --protocol tcp';

function operationOf(line: string): Operation {
  const words = splitWords(line);
  const command = words.ok ? parseCommand(words.value) : words;
  if (!command.ok) throw new Error(`cannot be read: ${line}`);
  return command.value.operation;
}

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
  const operation = operationOf(line);
  expect(isAllowed([{ name: operation.name, values: { [parameter]: [value] } }], operation)).toBe(allowed);
});

describe('what a level does not take of a command that it has', () => {
  const HTTP = `${GROUP} --port 80`;

  test.each([
    ['a value that is not on the list', [{ Port: ['443', '22'] }], { parameter: 'Port', values: ['443', '22'] }],
    ['an option that is not to be used', [{ Protocol: [] }], { parameter: 'Protocol', values: [] }],
    ['nothing, where every value is taken', [{ Port: ['80'] }], undefined],
    ['nothing, where it is not there at all', [], undefined],
  ])('%s', (_name, tools, barred) => {
    const operation = operationOf(HTTP);
    expect(
      whatIsBarred(
        tools.map((values) => ({ name: operation.name, values })),
        operation,
      ),
    ).toEqual(barred);
  });
});
