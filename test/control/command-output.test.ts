import { describe, expect, test } from 'vitest';
import { formatOutput } from '../../src/control/command-output.ts';

test('json is indented by four, as the AWS CLI does', () => {
  expect(formatOutput({ Vpc: { VpcId: 'vpc-1' } }, 'json')).toBe('{\n    "Vpc": {\n        "VpcId": "vpc-1"\n    }\n}');
});

test.each(['json', 'text', 'table'] as const)('an operation without output prints nothing as %s', (format) => {
  expect(formatOutput(undefined, format)).toBe('');
});

// Source: AWS CLI user guide, "Setting the output format": tab-separated values; Python's words for null and booleans.
describe('text', () => {
  test.each<[string, unknown, string]>([
    ['a text', 'vpc-1', 'vpc-1'],
    ['nothing', null, 'None'],
    ['yes', true, 'True'],
    ['no', false, 'False'],
    ['a number', 7, '7'],
    ['an empty list', [], ''],
    ['a list on one line', ['a', 'b'], 'a\tb'],
    [
      'a list of lists on lines',
      [
        ['a', 1],
        ['b', 2],
      ],
      'a\t1\nb\t2',
    ],
    ['a record by the order of its keys', { B: 2, A: 1 }, '1\t2'],
    ['a record inside, under its key', { Vpc: { VpcId: 'vpc-1', IsDefault: false } }, 'VPC\tFalse\tvpc-1'],
    ['records with different keys', { Rows: [{ A: 1 }, { B: 2 }] }, 'ROWS\t1\t\nROWS\t\t2'],
    ['texts inside, a line each', { A: 1, Ids: ['x', 'y'] }, '1\nIDS\tx\nIDS\ty'],
  ])('%s', (_, value, text) => {
    expect(formatOutput(value, 'text')).toBe(text);
  });
});

test('a table has its columns under each other', () => {
  const value = {
    Vpcs: [
      { VpcId: 'vpc-red', CidrBlock: '10.1.0.0/16' },
      { VpcId: 'vpc-b', CidrBlock: '10.2.0.0/16' },
    ],
  };
  expect(formatOutput(value, 'table')).toBe(
    ['Vpcs', 'CidrBlock    VpcId', '10.1.0.0/16  vpc-red', '10.2.0.0/16  vpc-b'].join('\n'),
  );
});

test.each<[string, unknown, string]>([
  ['a text', 'vpc-1', 'vpc-1'],
  ['nothing', null, 'None'],
  ['an empty list', { Vpcs: [] }, ''],
  ['texts, a row each', ['a', true, 3], 'a\nTrue\n3'],
  ['texts under their key', { Ids: ['a', 'b'] }, 'Ids\na\nb'],
  [
    'lists, a row each',
    [
      ['a', 1],
      ['b', { C: 2 }],
    ],
    'a  1\n\nb  {"C":2}',
  ],
  ['records with different keys', { Rows: [{ A: 1 }, { B: 'two' }] }, 'Rows\nA  B\n1\n   two'],
  ['a record without values of its own', { Vpc: { Tags: [{ Key: 'a' }] } }, 'Vpc.Tags\nKey\na'],
  ['one inside another', { Vpc: { Id: 'v', Tags: [{ Key: 'a' }] } }, 'Vpc\nId\nv\n\nVpc.Tags\nKey\na'],
])('a table of %s', (_what, value, table) => {
  expect(formatOutput(value, 'table')).toBe(table);
});
