import { describe, expect, test } from 'vitest';
import { parseScript, runScript } from '../../src/control/script.ts';
import { errorOf, problemOf, run } from './run-script.ts';

describe('errors on the way', () => {
  const refused =
    'aws ec2 create-route --route-table-id rtb-nowhere --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1';

  test('EC2’s refusal has its code, and ends the script', () => {
    const { results } = run(`echo before\n${refused}\necho after`);
    expect(results.map(({ printed, error }) => error?.code ?? printed)).toEqual([
      'before',
      'InvalidRouteTableID.NotFound',
    ]);
    expect(results[1]?.error).toMatchObject({ kind: 'refused', line: 2 });
  });

  test('the script goes on when asked to', () => {
    const { results } = run(`${refused}\necho after`, { keepGoing: true });
    expect(results.map(({ printed, error }) => error?.code ?? printed)).toEqual([
      'InvalidRouteTableID.NotFound',
      'after',
    ]);
  });

  test('the line of an error is the line where its command starts', () => {
    expect(errorOf('\n\naws ec2 create-route \\\n  --nonsense x')?.line).toBe(3);
  });

  test.each([
    ['aws ec2 describe-vpc', 'unreadable'],
    ['aws s3 ls', 'unreadable'],
    ['aws ec2 describe-vpcs --output yaml', 'unreadable'],
    ["aws ec2 describe-vpcs --query 'Vpcs['", 'unreadable'],
    ['A=$(date)', 'unreadable'],
  ])('%s is no command', (script, kind) => {
    expect(errorOf(script)).toMatchObject({ kind });
  });

  const unreadable = (line: number, message: string, remedy: string) => ({
    kind: 'unreadable',
    line,
    code: 'Usage',
    message,
    remedy,
  });

  test.each([
    ['A=$(date)', unreadable(1, '$(…) holds something else than a command', 'inside it, write aws …, lab … or echo …')],
    [
      '\necho $(labs x)',
      unreadable(2, '$(…) holds something else than a command', 'inside it, write aws …, lab … or echo …'),
    ],
    [
      'echo $($A)',
      unreadable(1, '$(…) holds something else than a command', 'inside it, write aws …, lab … or echo …'),
    ],
    ['echo $()', unreadable(1, '$(…) holds something else than a command', 'inside it, write aws …, lab … or echo …')],
    ['echo $TABLE', unreadable(1, '$TABLE is not set', 'set it first: TABLE=…')],
    [
      'aws ec2 describe-vpcs --output yaml',
      unreadable(1, '--output cannot be "yaml"', 'use one of: json, text, table'),
    ],
  ])('%j says what to write instead', (script, error) => {
    expect(errorOf(script)).toEqual(error);
  });

  test('an expression that --query cannot read is told with the reason', () => {
    const error = errorOf("aws ec2 describe-vpcs --query 'Vpcs['");
    expect(error?.message).toMatch(/^Bad value for --query Vpcs\[: ./);
    expect(error?.remedy).toBe('see jmespath.org');
  });

  test('a refusal keeps the call that was refused, a line that does not read has none', () => {
    expect(run(refused).results).toEqual([
      {
        line: 1,
        printed: '',
        operation: expect.objectContaining({ name: 'CreateRoute' }),
        error: expect.objectContaining({ kind: 'refused', code: 'InvalidRouteTableID.NotFound' }),
      },
    ]);
    expect(Object.keys(run('aws ec2 describe-vpc').results[0]!)).toEqual(['line', 'printed', 'error']);
  });

  test('what breaks behind a script is not taken for a mistake in it', () => {
    const statements = parseScript('aws ec2 describe-vpcs');
    const operate = () => {
      throw new RangeError('broken');
    };
    expect(() => runScript(statements.ok ? statements.value : [], { operate, search: () => null })).toThrow('broken');
  });

  test('whatever EC2 is waited for, there is nothing to do; of other services the waiter is read', () => {
    expect(errorOf('aws elbv2 wait whatever')).toMatchObject({ code: 'UnknownCommand' });
    expect(run('aws ec2 wait whatever').results).toEqual([]);
    expect(run('A=$(aws ec2 wait whatever)\necho "[$A]"').printed).toEqual(['[]']);
  });

  test.each([
    ['lba answer', 'did you mean lab?'],
    ['ecko a', 'did you mean echo?'],
    ['exprt A=b', 'did you mean export?'],
    ['sett -e', 'did you mean set?'],
    ['"a"$B', 'lines start with aws, lab, echo, export, set or NAME='],
    ['aws$B ec2', 'lines start with aws, lab, echo, export, set or NAME='],
  ])('%s is no command: %s', (script, remedy) => {
    expect(problemOf(script)?.remedy).toBe(remedy);
  });
});
