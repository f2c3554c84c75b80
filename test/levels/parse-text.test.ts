import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatYaml, parseText } from '../../src/levels/parse-text.ts';

const json = fc.jsonValue({ maxDepth: 6 });
const withoutMinusZero = (value: unknown) => JSON.parse(JSON.stringify(value));

test('what is written as YAML reads as it was', () => {
  fc.assert(
    fc.property(json, (value) => {
      const content = withoutMinusZero(value);
      const read = parseText('w.yaml', formatYaml(content));
      expect(read.ok && read.value.content).toEqual(content);
    }),
  );
});

test('whatever a file holds, it is read or refused with its name', () => {
  const pieces = fc.constantFrom(
    ...'ab:-?&*!|>%@`"\'#{}[],\n \t~'.split(''),
    '---\n',
    '<<: ',
    '*a',
    '&a ',
    '!!js ',
    '\u0000',
    '한',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), fc.constantFrom('w.yaml', 'w.json'), (parts, file) => {
      const read = parseText(file, parts.join(''));
      if (!read.ok) expect(read.error[0]?.file).toBe(file);
    }),
    { numRuns: 2000 },
  );
});

test('a place that is not in the file is where the last part of its path is', () => {
  const read = parseText('w.yaml', 'a:\n  b: { c: 1 }\n');
  const at = (path: readonly (string | number)[]) => {
    const { line, column } = read.ok ? read.value.locate({ path, message: '' }) : { line: 0, column: 0 };
    return [line, column];
  };
  expect([at(['a', 'b', 'c']), at(['a', 'b', 'x']), at(['a', 'x', 'y']), at([])]).toEqual([
    [2, 11],
    [2, 3],
    [1, 1],
    [1, 1],
  ]);
});
