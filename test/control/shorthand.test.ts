import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseShorthand, printShorthand } from '../../src/control/shorthand.ts';

/** AWS CLI User Guide, "Using shorthand syntax". */
const texts: readonly (readonly [string, unknown])[] = [
  ['Key=Name,Value=web', { Key: 'Name', Value: 'web' }],
  ['Key=Name,Value="a, b"', { Key: 'Name', Value: 'a, b' }],
  ["Key=Name,Value='it is'", { Key: 'Name', Value: 'it is' }],
  ['Key=Name,Value=', { Key: 'Name', Value: '' }],
  ['Name=vpc-id,Values=vpc-1,vpc-2', { Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }],
  [
    'ResourceType=vpc,Tags=[{Key=a,Value=b},{Key=c,Value=d}]',
    {
      ResourceType: 'vpc',
      Tags: [
        { Key: 'a', Value: 'b' },
        { Key: 'c', Value: 'd' },
      ],
    },
  ],
  [
    'IpProtocol=tcp,IpRanges=[{CidrIp=10.0.0.0/8,Description="all of it"}]',
    { IpProtocol: 'tcp', IpRanges: [{ CidrIp: '10.0.0.0/8', Description: 'all of it' }] },
  ],
  ['Groups=[sg-1,sg-2],DeviceIndex=0', { Groups: ['sg-1', 'sg-2'], DeviceIndex: '0' }],
  ['Groups=[]', { Groups: [] }],
];

test.each(texts)('%s is read', (text, value) => {
  expect(parseShorthand(text)).toEqual({ ok: true, value });
});

const mistakes: readonly (readonly [string, string])[] = [
  ['Name', 'expected a name and = at “Name”'],
  ['', 'expected a name and = at “the end”'],
  ['Tags=[{Key=a', 'expected } at “the end”'],
  ['Tags=[a', 'expected ] at “the end”'],
  ['Key=a]', 'expected a comma at “]”'],
];

test.each(mistakes)('%s is refused, and the place named', (text, error) => {
  expect(parseShorthand(text)).toEqual({ ok: false, error });
});

test('what is printed reads back', () => {
  const leaf = fc.string({ maxLength: 12 });
  const key = fc.stringMatching(/^[A-Za-z]\w{0,8}$/).filter((each) => each !== '__proto__');
  const structure = fc.dictionary(
    key,
    fc.oneof(
      leaf,
      fc.array(fc.dictionary(key, leaf, { minKeys: 1, noNullPrototype: true }), { minLength: 1, maxLength: 3 }),
    ),
    {
      minKeys: 1,
      noNullPrototype: true,
    },
  );
  fc.assert(
    fc.property(structure, (value) => {
      expect(parseShorthand(printShorthand(value))).toEqual({ ok: true, value });
    }),
  );
});
