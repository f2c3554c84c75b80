// One value of a command line each: what it reads as, and the words of its refusal.

import { expect, test } from 'vitest';
import { address, choice, cidr, flag, id, integer, ipv4, type Parameter } from '../../src/control/parameter.ts';

const readings: readonly (readonly [string, Parameter, string, unknown])[] = [
  ['IPv4 block', cidr(), '10.1.2.3/24', '10.1.2.0/24'],
  ['IPv6 block', cidr('IPv6'), '2001:db8::1/64', '2001:db8::/64'],
  ['block', cidr('any'), '::/0', '::/0'],
  ['block', cidr('any'), '0.0.0.0/0', '0.0.0.0/0'],
  ['address', address(), '2001:DB8::5', '2001:db8::5'],
  ['IPv4 address', ipv4(), '10.1.0.5', '10.1.0.5'],
  ['flag', flag(), 'true', true],
  ['flag', flag(), 'false', false],
  ['choice', choice('a', 'b'), 'b', 'b'],
  ['number', integer(-1, 20), '-1', -1],
  ['number', integer(-1, 20), '20', 20],
  ['id', id('vpc'), 'vpc-1', 'vpc-1'],
];

test.each(readings)('the %s', (_what, { read }, text, value) => {
  expect(read(text)).toEqual({ ok: true, value });
});

const invalid = 'InvalidParameterValue';

const refusals: readonly (readonly [Parameter, string, string, string])[] = [
  [cidr(), 'ten', invalid, '"ten" is not an IPv4 CIDR block, such as 10.1.2.0/24 or 0.0.0.0/0'],
  [cidr(), '::/0', invalid, '"::/0" is not an IPv4 CIDR block, such as 10.1.2.0/24 or 0.0.0.0/0'],
  [cidr('IPv6'), '0.0.0.0/0', invalid, '"0.0.0.0/0" is not an IPv6 CIDR block, such as 2001:db8::/64 or ::/0'],
  [cidr('any'), 'ten', invalid, '"ten" is not an IP CIDR block, such as 10.1.2.0/24 or 0.0.0.0/0'],
  [address(), 'ten', invalid, '"ten" is not an IP address, such as 10.1.0.5'],
  [ipv4(), '2001:db8::5', invalid, '"2001:db8::5" is not an IPv4 address, such as 10.1.0.5'],
  [flag(), 'yes', invalid, '"yes" is neither true nor false'],
  [choice('a', 'b'), 'c', invalid, '"c" is not one of: a, b'],
  [integer(1, 20), '0', invalid, '"0" is not a whole number from 1 to 20'],
  [integer(1, 20), '21', invalid, '"21" is not a whole number from 1 to 20'],
  [integer(1, 20), '5x', invalid, '"5x" is not a whole number from 1 to 20'],
  [integer(1, 20), 'x5', invalid, '"x5" is not a whole number from 1 to 20'],
  [integer(1, 20), ' 5', invalid, '" 5" is not a whole number from 1 to 20'],
  [integer(1, 20), '5.0', invalid, '"5.0" is not a whole number from 1 to 20'],
  [id('vpc'), 'vpc-', 'InvalidVpcID.Malformed', '"vpc-" is not the id of a VPC; such an id looks like vpc-…'],
  [
    id('instance'),
    'web',
    'InvalidInstanceID.Malformed',
    '"web" is not the id of an instance; such an id looks like i-…',
  ],
  [id('vpc', 'Other'), 'red', 'Other', '"red" is not the id of a VPC; such an id looks like vpc-…'],
  [
    id('route-gateway'),
    'nat-1',
    'InvalidGatewayID.NotFound',
    '"nat-1" is not the id of a gateway; such an id looks like igw-… or vgw-… or vpce-…',
  ],
];

test.each(refusals)('%# is refused in words', ({ read }, text, code, message) => {
  expect(read(text)).toEqual({ ok: false, error: { code, message } });
});
