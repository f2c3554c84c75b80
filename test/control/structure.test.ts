// Structures of the command line and what a form offers for them. Texts: AWS CLI User Guide; ELBv2 API reference.

import * as v from 'valibot';
import { expect, test } from 'vitest';
import { addressOr, sourceRule } from '../../src/control/address-choice.ts';
import { checkAttributes, settingsOf } from '../../src/control/elb-attributes.ts';
import { prefixListEntry } from '../../src/control/prefix-list-entry.ts';
import { booleanSchema, numberSchema, structure } from '../../src/control/structure.ts';

const { read } = structure('Port=…,On=…', v.strictObject({ Port: numberSchema, On: v.optional(booleanSchema) }));

test.each([
  ['Port=1', { Port: 1 }],
  ['{"Port":"1"}', { Port: 1 }],
  ['  {"Port":"1","On":true}', { Port: 1, On: true }],
  ['Port=1,On=true', { Port: 1, On: true }],
  ['Port=1,On=false', { Port: 1, On: false }],
])('%s is read', (text, value) => {
  expect(read(text)).toEqual({ ok: true, value });
});

test.each([
  ['{"Port"', 'it is not JSON'],
  ['Port', 'expected a name and = at “Port”'],
  ['Port=1,On=maybe', 'On: expected true or false'],
  ['Port=a', 'Port: expected a number'],
  ['Port=12x', 'Port: expected a number'],
  ['Port=1234567890', 'Port: expected a number'],
])('%s is refused with its place', (text, why) => {
  const result = read(text);
  expect(result.ok ? undefined : result.error).toEqual({
    code: 'ParamValidation',
    message: `"${text}" cannot be read: ${why}`,
    remedy: 'Write it like Port=…,On=…, or as JSON.',
  });
});

test('an entry of a prefix list is a block', () => {
  expect(prefixListEntry().read('Cidr=10.9.0.0/16')).toEqual({ ok: true, value: { Cidr: '10.9.0.0/16' } });
  expect(prefixListEntry().read('Cidr=ten')).toMatchObject({
    error: { message: '"Cidr=ten" cannot be read: Cidr: expected a CIDR block such as 10.9.0.0/16' },
  });
});

const invalid = (message: string) => ({ ok: false, error: { code: 'InvalidParameterValue', message } });

test('an address may be a word instead', () => {
  expect(addressOr('own').read('own')).toEqual({ ok: true, value: 'own' });
  expect(addressOr('own').read('10.1.0.5')).toEqual({ ok: true, value: '10.1.0.5' });
  expect(addressOr('own').read('other')).toEqual(
    invalid('"other" is neither "own" nor an IP address, such as 10.1.0.5'),
  );
});

test.each([
  ['10.1.0.0/16', '10.1.0.0/16'],
  ['10.1.0.5', '10.1.0.5/32'],
  ['vpce-s3', 'vpce-s3'],
  ['vpc-red', 'vpc-red'],
])('software lets in %s', (text, value) => {
  expect(sourceRule().read(text)).toEqual({ ok: true, value });
});

test.each(['everybody', 'a-vpc-red', 'vpc-Red', 'vpc-red!'])('software cannot let in %s', (text) => {
  expect(sourceRule().read(text)).toEqual(
    invalid(`"${text}" is not a CIDR block, such as 203.0.113.9/32 or 10.1.0.0/16`),
  );
});

const known = { 'cross_zone.enabled': ['true', 'false'], 'proxy.enabled': ['true', 'false', 'never'] };

test('a form offers every setting but those that hold now', () => {
  const now = [
    { Key: 'cross_zone.enabled', Value: 'false' },
    { Key: 'proxy.enabled', Value: 'true' },
  ];
  expect(settingsOf(known, now)).toEqual([
    'Key=cross_zone.enabled,Value=true',
    'Key=proxy.enabled,Value=false',
    'Key=proxy.enabled,Value=never',
  ]);
});

test.each([
  ['cross_zone.enabled', 'true', undefined],
  [
    'colour',
    'red',
    {
      code: 'ValidationError',
      message: "The attribute 'colour' is not recognized here.",
      remedy: 'Known: cross_zone.enabled, proxy.enabled',
    },
  ],
  [
    'cross_zone.enabled',
    'never',
    { code: 'ValidationError', message: "The value 'never' is not valid for 'cross_zone.enabled': true, false." },
  ],
])('the attribute %s may be %s, or not', (Key, Value, expected) => {
  expect(checkAttributes([{ Key, Value }], known)).toEqual(expected);
});
