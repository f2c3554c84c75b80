import { expect, test } from 'vitest';
import { CATALOGS } from '../../src/text/catalog.ts';
import { runTyped } from '../../src/ui/play/typed.ts';

test.each([
  ['a verb alone', 'creat-route', 'create-route'],
  ['a verb with its options', 'creat-rout --route-table-id rtb-1', 'create-route'],
  ['a verb of the lab', 'put-maping --vpc-id vpc-red', 'put-mapping'],
  ['one of the game’s own words', 'hnit', 'hint'],
  ['the program', 'asw ec2 create-route', 'aws'],
])('%s that is mistyped gets the nearest that exists', (_, line, word) => {
  expect(runTyped(line, CATALOGS.en)).toEqual({
    kind: 'message',
    message: expect.stringContaining(`Did you mean ${word}?`),
  });
});

test('a word that is like none is told how commands begin', () => {
  const typed = runTyped('florble the packets', CATALOGS.en);
  expect(typed).toEqual({ kind: 'message', message: expect.stringContaining('aws ec2') });
});
