import { expect, test } from 'vitest';
import { loadSearch } from '../../src/control/query.ts';
import { parseStatements } from '../../src/control/shell-words.ts';

function searchFor(script: string) {
  const statements = parseStatements(script);
  return loadSearch(statements.ok ? statements.value : []);
}

test('a script without --query waits for nothing', () => {
  const search = searchFor('aws ec2 describe-vpcs\naws ec2 describe-subnets');
  expect(search).toBeTypeOf('function');
  expect(typeof search === 'function' && search({ Vpcs: [] }, 'Vpcs')).toEqual({ Vpcs: [] });
});

test('one line with --query is enough, and literals stand in backticks as the AWS CLI takes them', async () => {
  const search = await searchFor("aws ec2 describe-vpcs\naws ec2 describe-vpcs --query 'Vpcs'");
  expect(search({ Vpcs: [{ Id: 'a' }, { Id: 'b' }] }, 'Vpcs[?Id==`b`].Id')).toEqual(['b']);
});
