// The program. Everything that a command does not need is behind an import(), because all that is loaded here delays the first paint.

import { version } from '../../package.json';
import { parseArguments } from './arguments.ts';
import { EXIT } from './exit.ts';
import { guardFaults } from './fault.ts';
import { print } from './output.ts';

async function main(words: readonly string[]): Promise<number> {
  const parsed = parseArguments(words);
  if (parsed.ok && parsed.value.version) {
    print(version);
    return EXIT.yes;
  }
  if (!parsed.ok) return (await import('./tell.ts')).tellMistake(parsed.error);
  const { help, command, flags } = parsed.value;
  if (help) return (await import('./tell.ts')).tellHelp(help, flags.lang);
  if (command === 'play' || command === 'sandbox') return (await import('./play.ts')).play(parsed.value);
  return (await import('./run-command.ts')).runCommand(command, parsed.value);
}

guardFaults(version);
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
