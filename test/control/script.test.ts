import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScript } from '../../src/control/script.ts';
import { errorOf, problemOf, run } from './run-script.ts';

describe('a script as people paste it', () => {
  test('comments, blank lines, a first line for the kernel, set and export mean nothing to the network', () => {
    const { results } = run(
      '#!/bin/bash\n\nset -euo pipefail\n# nothing\n  \nexport AWS_PAGER=""\nexport AWS_REGION=us-east-1\n',
    );
    expect(results).toEqual([]);
  });

  test('a line goes on after a backslash', () => {
    const { world, results } = run('aws ec2 create-route-table \\\n    --vpc-id \\\n vpc-red  # a comment\n');
    expect(results).toHaveLength(1);
    expect(Object.values(world.routeTables)).toHaveLength(3);
  });

  test('line ends of Windows are line ends', () => {
    expect(run('A=1\r\necho $A\r\n').printed).toEqual(['1']);
  });

  test('a variable holds what --query picks', () => {
    const { world, printed } = run(`
      TABLE=$(aws ec2 create-route-table --vpc-id vpc-red --query RouteTable.RouteTableId --output text)
      aws ec2 create-route --route-table-id "$TABLE" --destination-cidr-block 198.51.100.0/24 --gateway-id igw-1 --output text
      echo made \${TABLE}`);
    expect(printed).toEqual(['True', 'made rtb-1']);
    expect(world.routeTables['rtb-1']?.routes.at(-1)?.destination).toBe('198.51.100.0/24');
  });

  test('a command stands inside another one', () => {
    const { printed } = run(
      'aws ec2 describe-vpcs --vpc-ids $(aws ec2 describe-vpcs --query "Vpcs[].VpcId" --output text) --query "Vpcs[0].CidrBlock"',
    );
    expect(printed).toEqual(['"10.1.0.0/16"']);
  });

  test('filters with literals in backticks, as the AWS CLI takes them', () => {
    const { printed } = run("aws ec2 describe-vpcs --query 'Vpcs[?VpcId==`vpc-red`].CidrBlock' --output text");
    expect(printed).toEqual(['10.1.0.0/16']);
  });

  test('there is nothing to wait for', () => {
    expect(run('aws ec2 wait nat-gateway-available --nat-gateway-ids nat-1').results).toEqual([]);
  });
});

describe('quotes and variables', () => {
  test.each([
    ["echo 'a  $B'", 'a  $B'],
    ['echo "a  b"', 'a  b'],
    ['echo a   b', 'a b'],
    ['echo a\\ \\ b', 'a  b'],
    ['echo "\\$A \\"x\\" \\n"', '$A "x" \\n'],
    ["echo 'it'\\''s'", "it's"],
    ['B=x\necho "$B-$B"', 'x-x'],
    ['B="a  b"\necho $B', 'a b'],
    ['B="a  b"\necho "$B"', 'a  b'],
    [`B=$(echo hi)\necho \${B}s`, 'his'],
    ['B=a\nC=$B$B\necho $C', 'aa'],
    ['echo a#b # c', 'a#b'],
    ['echo a; echo b', 'ab'],
    ['A=1;echo $A&&echo "a;b" && echo c;', '1a;bc'],
    ['echo $', '$'],
    ['echo "two\nlines"', 'two\nlines'],
    ['echo ""', ''],
    ['echo -n a', 'a'],
    ['export B=x\necho $B', 'x'],
    ['export B=x C=y\necho $B$C', 'xy'],
    ['export B\necho a', 'a'],
    ['B="  "\necho a$B b', 'a b'],
    ['B="x  y"\necho a$B-c', 'ax y-c'],
    ['B=" x "\necho [$B]', '[ x ]'],
    ['B=\necho a $B b', 'a b'],
    ['echo $(echo a b)', 'a b'],
    ['echo "a\\\nb"', 'ab'],
    ['echo a\\\nb', 'ab'],
    ['echo a # b\necho c', 'ac'],
    ['set x\necho a', 'a'],
  ])('%j prints %j', (script, printed) => {
    expect(run(script).printed.join('')).toBe(printed);
  });

  test('a variable that is not set is an error, with the nearest one', () => {
    expect(errorOf('TABLE=rtb-1\necho $TABEL')).toMatchObject({
      kind: 'unreadable',
      line: 2,
      message: '$TABEL is not set',
      remedy: 'did you mean $TABLE?',
    });
  });
});

describe('everything else of a shell is refused before anything is done, with its place and what to write', () => {
  test.each([
    ['aws ec2 describe-vpcs | jq .', 1, 23, 'pipes', '--query'],
    ['echo a &', 1, 8, '&', 'a line of its own'],
    ['echo $(echo a; echo b)', 1, 14, ';', 'in front of the line'],
    ['echo a > file', 1, 8, 'output into a file', 'leave it out'],
    ['cat < file', 1, 5, 'input from a file', 'write the value'],
    ['echo `date`', 1, 6, '`…`', '$(…)'],
    ['echo "`date`"', 1, 7, '`…`', '$(…)'],
    ['echo $((1+1))', 1, 6, 'arithmetic', 'write the number'],
    [`echo \${A:-b}`, 1, 6, 'only a name', 'write $NAME'],
    ['echo $1', 1, 6, '$1', 'variable of your own'],
    ['echo $?', 1, 6, '$?', 'variable of your own'],
    ['(echo a)', 1, 1, 'a subshell', 'a line of its own'],
    ['\n\nfor x in a b; do', 3, 1, 'for', 'write out each command'],
    ['if true\nthen', 1, 1, 'if', 'write out each command'],
    ['main() {', 1, 1, 'main()', 'write out each command'],
    ["echo 'a", 1, 6, "a ' is opened", 'close it'],
    ['echo "a', 1, 6, 'a " is opened', 'close it'],
    ['A=$(aws ec2 describe-vpcs', 1, 26, 'a $( is opened', 'close it with )'],
    ['sleep 5', 1, 1, '"sleep" is not a command here', 'lines start with aws'],
    ['asw ec2 describe-vpcs', 1, 1, '"asw" is not a command here', 'did you mean aws'],
    ['$CMD x', 1, 1, '"$…" is not a command here', 'lines start with aws'],
    ['A=b aws ec2 describe-vpcs', 1, 1, 'A=… stands in front', 'a line of its own'],
    [`echo ${'$(echo '.repeat(20)}`, 1, 62, 'nested too deep', 'a variable in between'],
  ])('%j', (script, line, column, message, remedy) => {
    const problem = problemOf(script);
    expect(problem).toMatchObject({ line, column });
    expect(problem?.message).toContain(message);
    expect(problem?.remedy).toContain(remedy);
  });
});

const pieces = fc.constantFrom(
  ...['aws ', 'ec2 ', 'lab ', 'describe-vpcs ', 'create-route ', '--query ', '--output ', '--route-table-id ', 'text '],
  ...[
    'A=',
    '$A',
    '$(',
    ')',
    '${',
    '}',
    '"',
    "'",
    '`',
    '\\',
    '\n',
    '\\\n',
    ' ',
    '#',
    '|',
    '&',
    ';',
    '<',
    '>',
    'x',
    '한',
    '\u0000',
  ],
  ...['echo ', 'export ', 'set -e', 'rtb-1 ', '--', '=', '[]', 'for '],
);

test('whatever stands in a script, it is carried out or refused', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const script = parts.join('');
      const statements = parseScript(script);
      if (statements.ok) expect(() => run(script, { keepGoing: true })).not.toThrow();
      else expect(statements.error.message).not.toBe('');
    }),
  );
});

test('any text that is quoted comes through whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const value = text.replaceAll('\r\n', '\n');
      const quoted = `'${value.replaceAll("'", `'\\''`)}'`;
      expect(run(`A=${quoted}\necho "$A"`).printed.join('')).toBe(value);
    }),
  );
});
