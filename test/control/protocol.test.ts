// Protocols, ports and ICMP's types as EC2's rules have them: EC2 API reference, IpPermission, NetworkAclEntry; codes C-LOG, C-OS.

import { expect, test } from 'vitest';
import {
  type Protocol,
  portRange,
  portShape,
  readDetail,
  readProtocol,
  spellProtocol,
} from '../../src/control/protocol.ts';

const invalid = (message: string, remedy?: string) => ({
  ok: false,
  error: { code: 'InvalidParameterValue', message, ...(remedy && { remedy }) },
});

/** A name, its number, and what a describe call prints. */
const protocols: readonly (readonly [Protocol, readonly string[], string])[] = [
  ['all', ['all', '-1'], '-1'],
  ['tcp', ['tcp', '6', 'TCP'], 'tcp'],
  ['udp', ['udp', '17'], 'udp'],
  ['icmp', ['icmp', '1', '58', 'icmpv6'], 'icmp'],
  ['gre', ['gre', '47'], '47'],
  ['esp', ['esp', '50'], '50'],
];

test.each(protocols)('%s is read from %j and written %s', (name, texts, spelling) => {
  for (const text of texts) expect(readProtocol(text)).toEqual({ ok: true, value: name });
  expect(spellProtocol(name)).toBe(spelling);
});

test('a protocol that no rule here can name is refused', () => {
  expect(readProtocol('sctp')).toEqual(
    invalid(
      "Invalid value 'sctp' for IP protocol. Unknown protocol.",
      'Here there are tcp, udp, icmp, 47 (GRE), 50 (ESP) and -1 or all.',
    ),
  );
});

test.each([
  ['443', '443'],
  ['443-443', '443'],
  ['0-65535', '0-65535'],
  ['3-4', '3-4'],
  ['-1', '-1'],
  ['all', '-1'],
])('the ports %s are %s', (text, value) => {
  expect(portRange().read(text)).toEqual({ ok: true, value });
});

test.each(['', 'http', 'x443', '443x', '443-', '65536', '1-65536', '65536-1', '123456', 'Stryker'])(
  '%j is no range of ports',
  (text) => {
    expect(portRange().read(text)).toEqual(
      invalid(`"${text}" is neither a port, such as 443, nor a range of ports, such as 1024-65535`),
    );
  },
);

const noPorts = invalid(
  'Invalid value for portRange. Must specify both from and to ports with TCP/UDP.',
  'For every port, write 0-65535.',
);
const noRange = invalid('Invalid TCP/UDP port range.');
const noKind = (type: number, code: number) =>
  invalid(`ICMP has no message of type ${type} and code ${code}.`, 'Both are 0 to 255; -1 stands for all.');
const detail = (value: object) => ({ ok: true, value });

const details: readonly (readonly [Protocol, number | undefined, number | undefined, object])[] = [
  ['tcp', 443, 443, detail({ ports: { from: 443, to: 443 } })],
  ['udp', 0, 53, detail({ ports: { from: 0, to: 53 } })],
  ['tcp', 0, 0, detail({ ports: { from: 0, to: 0 } })],
  ['tcp', 1, 65535, detail({ ports: { from: 1, to: 65535 } })],
  ['udp', 0, 65535, detail({})],
  ['tcp', undefined, undefined, noPorts],
  ['tcp', 1, undefined, noPorts],
  ['udp', undefined, 1, noPorts],
  ['tcp', -1, -1, noPorts],
  ['tcp', -1, 5, noPorts],
  ['tcp', 5, -1, noPorts],
  ['tcp', 5, 4, noRange],
  ['tcp', 5, 65536, noRange],
  ['all', undefined, undefined, detail({})],
  ['esp', 1, 2, detail({})],
  ['icmp', undefined, undefined, detail({})],
  ['icmp', -1, -1, detail({})],
  ['icmp', 3, 4, detail({ icmp: { type: 3, code: 4 } })],
  ['icmp', 0, 0, detail({ icmp: { type: 0, code: 0 } })],
  ['icmp', 255, 255, detail({ icmp: { type: 255, code: 255 } })],
  ['icmp', 8, -1, detail({ icmp: { type: 8 } })],
  ['icmp', -1, 4, noKind(-1, 4)],
  ['icmp', 256, -1, noKind(256, -1)],
  ['icmp', 3, 256, noKind(3, 256)],
  ['icmp', 3, -2, noKind(3, -2)],
];

test.each(details)('%s from %s to %s', (name, from, to, expected) => {
  expect(readDetail(name, from, to)).toEqual(expected);
});

test.each<[Protocol, object]>([
  ['tcp', { FromPort: 0, ToPort: 65535 }],
  ['udp', { FromPort: 0, ToPort: 65535 }],
  ['icmp', { FromPort: -1, ToPort: -1 }],
  ['all', {}],
])('all of %s prints as the API prints it', (name, shape) => {
  expect(portShape(name, undefined)).toEqual(shape);
});

test('ports and kinds print as FromPort and ToPort', () => {
  expect(portShape('udp', { from: 53, to: 54 })).toEqual({ FromPort: 53, ToPort: 54 });
  expect(portShape('icmp', undefined, { type: 3 })).toEqual({ FromPort: 3, ToPort: -1 });
  expect(portShape('icmp', undefined, { type: 3, code: 4 })).toEqual({ FromPort: 3, ToPort: 4 });
});
