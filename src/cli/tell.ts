// What the program says about itself and about mistakes in its use: help pages on stdout, mistakes on stderr with what to do next.

import { LANGUAGES } from '../text/language.ts';
import {
  type ArgumentError,
  type ArgumentMistake,
  COMMAND_NAMES,
  type CommandName,
  type Invocation,
} from './arguments.ts';
import { EXIT } from './exit.ts';
import { chooseLanguage } from './language.ts';
import { type MessageKey, type Say, sayIn } from './messages.ts';
import { print, printError } from './output.ts';
import { Refusal } from './refusal.ts';

export function tellHelp(topic: CommandName | 'program', lang: string | true | undefined): number {
  const say = sayIn(chooseLanguage(lang));
  print(say(`help.${topic}`));
  return EXIT.yes;
}

export function tellMistake({ mistake, language }: ArgumentError): number {
  return tellRefusal(explainMistake(sayIn(chooseLanguage(language)), mistake));
}

export function tellRefusal({ message, remedy }: Refusal): number {
  printError(`blackfoot: ${message}${remedy ? `\n  ${remedy}` : ''}`);
  return EXIT.usage;
}

/** What to do where the game cannot be drawn. */
export function tellNoTerminal({ command, flags }: Invocation): number {
  const say = sayIn(chooseLanguage(flags.lang));
  if (command === 'sandbox') return tellRefusal(new Refusal(say('no-sandbox'), say('without-sandbox')));
  const words = COMMAND_NAMES.filter((name) => name !== 'play' && name !== 'sandbox').map(
    (name) => `blackfoot ${name}`,
  );
  const remedy = `${say('without-terminal', { words: words.join(', ') })}\n  ${say('see-help')}`;
  return tellRefusal(new Refusal(say('no-terminal'), remedy));
}

function explainMistake(say: Say, mistake: ArgumentMistake): Refusal {
  const { kind, word } = mistake;
  if (kind === 'unknown-command') {
    const remedy = mistake.nearest ? say('did-you-mean', { word: `blackfoot ${mistake.nearest}` }) : say('see-help');
    return new Refusal(say(kind, { word }), remedy);
  }
  const { command } = mistake;
  const seeHelp = say('see-command-help', { command });
  const meant = kind === 'unknown-flag' && mistake.nearest;
  return new Refusal(
    say(kind as MessageKey, { word, command, usage: usageOf(say, command) }),
    meant ? say('did-you-mean', { word: meant }) : seeHelp,
  );
}

/** What a command is written with: the first line of its help page. */
function usageOf(say: Say, command: CommandName): string {
  return say(`help.${command}`).split('\n', 1)[0] as string;
}

/** A language that we do not speak is refused, like any other wrong word. */
export function refuseUnknownLanguage(say: Say, lang: string | true | undefined): void {
  if (typeof lang !== 'string' || LANGUAGES.some((language) => language === lang)) return;
  throw new Refusal(say('unknown-language', { word: lang }), say('known-languages', { words: LANGUAGES.join(', ') }));
}
