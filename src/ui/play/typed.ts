// What a typed line means: an operation, one of the game's own words, or something to say back.

import { COMMAND_NAMES, findCommand, parseCommand } from '../../control/command.ts';
import { nearest } from '../../control/nearest.ts';
import { toKebab } from '../../control/operation.ts';
import { splitWords } from '../../control/words.ts';
import type { SessionEvent } from '../../game/session.ts';
import type { KeyName } from '../keys.ts';

export type Typed =
  | { readonly kind: 'event'; readonly event: SessionEvent }
  | { readonly kind: 'send' }
  | { readonly kind: 'key'; readonly key: KeyName }
  | { readonly kind: 'message'; readonly message: string };

const OWN_WORDS: Readonly<Record<string, Typed>> = {
  send: { kind: 'send' },
  undo: { kind: 'event', event: { type: 'undo' } },
  redo: { kind: 'event', event: { type: 'redo' } },
  reset: { kind: 'event', event: { type: 'reset' } },
  hint: { kind: 'key', key: 'h' },
  keys: { kind: 'key', key: '?' },
  quit: { kind: 'key', key: 'q' },
  exit: { kind: 'key', key: 'q' },
};

export function runTyped(line: string): Typed {
  const words = splitWords(line);
  if (!words.ok) return { kind: 'message', message: words.error };
  const [first = ''] = words.value;
  const own = words.value.length === 1 ? OWN_WORDS[first] : undefined;
  if (own) return own;
  if (first === 'help') return { kind: 'message', message: helpFor(words.value.slice(1)) };
  const command = parseCommand(withService(words.value));
  if (command.ok) return { kind: 'event', event: { type: 'operate', operation: command.value.operation } };
  const { message, remedy } = command.error;
  const word = words.value.length === 1 ? nearest(first, [...Object.keys(OWN_WORDS), 'help']) : undefined;
  const hint = word ? `Did you mean ${word}?` : remedy;
  return { kind: 'message', message: hint ? `${message} ${hint}` : message };
}

/** `create-route …` alone means `aws ec2 create-route …`; `ec2 create-route …` too. */
function withService(words: readonly string[]): readonly string[] {
  const [first = ''] = words;
  if (first === 'aws' || first === 'lab') return words;
  if (first === 'ec2') return ['aws', ...words];
  if (findCommand(`aws ec2 ${first}`)) return ['aws', 'ec2', ...words];
  return findCommand(`lab ${first}`) ? ['lab', ...words] : words;
}

function helpFor(words: readonly string[]): string {
  const verb = words.at(-1);
  const definition = verb && (findCommand(`aws ec2 ${verb}`) ?? findCommand(`lab ${verb}`));
  if (!definition) return `help VERB. Verbs: ${COMMAND_NAMES.map((name) => name.split(' ').at(-1)).join(' ')}`;
  const options = Object.entries(definition.parameters).map(([name, { required, form, flag }]) => {
    const option = `--${toKebab(name)}${flag ? '' : ` ${form}`}`;
    return required ? option : `[${option}]`;
  });
  return `${toKebab(definition.name)} ${options.join(' ')}`;
}
