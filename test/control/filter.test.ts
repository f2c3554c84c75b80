// Filters of describe calls: EC2 API reference, "List and filter"; the CLI's shorthand and JSON forms.

import { expect, test } from 'vitest';
import { filter, passesFilter } from '../../src/control/filter.ts';

const { read, print, values } = filter(['vpc-id', 'state']);

test.each([
  ['Name=vpc-id,Values=vpc-1', { Name: 'vpc-id', Values: ['vpc-1'] }],
  ['Name=vpc-id,Values=vpc-1,vpc-2', { Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }],
  ['Name=vpc-id,Values=[vpc-1,vpc-2]', { Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }],
  ['Name=state,Values=[x', { Name: 'state', Values: ['[x'] }],
  ['Name=state,Values=x]', { Name: 'state', Values: ['x]'] }],
  ['{"Name":"state","Values":["failed"]}', { Name: 'state', Values: ['failed'] }],
])('%s is read', (text, value) => {
  expect(read(text)).toEqual({ ok: true, value });
});

test.each([
  'vpc-id=vpc-1',
  'Name=vpc-id',
  'Name=,Values=x',
  'Name=vpc-id,Values=',
  'Name=vpc-id,Values=a,,b',
  'xName=vpc-id,Values=a',
  'Name=vpc-id,Values=a\nb',
  '{"Name":"state"',
  '{"Name":"state"}',
  '{"Name":1,"Values":["a"]}',
  '{"Name":"state","Values":"a"}',
  '{"Name":"state","Values":["a",1]}',
])('%j is no filter', (text) => {
  const message = `"${text}" is not a filter, such as Name=vpc-id,Values=…`;
  expect(read(text)).toEqual({ ok: false, error: { code: 'InvalidParameterValue', message } });
});

test('a filter that the call does not know is refused, with those that it knows', () => {
  expect(read('Name=colour,Values=red')).toEqual({
    ok: false,
    error: { code: 'InvalidParameterValue', message: "The filter 'colour' is invalid", remedy: 'Known: vpc-id, state' },
  });
});

test('a filter prints as it is read, and a form offers each name', () => {
  expect(print?.({ Name: 'state', Values: ['a', 'b'] })).toBe('Name=state,Values=a,b');
  expect(values).toEqual(['Name=vpc-id,Values=', 'Name=state,Values=']);
});

/** `*` is any text, also none; `?` is one character; everything else stands for itself. */
test.each<[readonly string[], readonly (string | undefined)[], boolean]>([
  [['a'], ['a'], true],
  [['a'], ['ab'], false],
  [['a', 'b'], ['c', 'b'], true],
  [['a*'], ['a'], true],
  [['*b'], ['ab', undefined], true],
  [['*'], [undefined], false],
  [['*'], [], false],
  [['a?c'], ['abc'], true],
  [['a?c'], ['ac'], false],
  [['a*'], ['ba'], false],
  [['*a'], ['ab'], false],
  [['10.1.*'], ['10.1.0.0/16'], true],
  [['10.1.*'], ['10x1.0.0/16'], false],
  [['a*c'], ['a\nc'], true],
  [['undefined'], [undefined], false],
])('%j and the values %j: %s', (wanted, held, expected) => {
  expect(passesFilter({ Name: 'state', Values: wanted }, held)).toBe(expected);
});
