// What a typed line means: an operation, one of the game's own words, or something to say back. And what may follow in a half-typed one.

import type { World } from '../../cloud/world.ts';
import { COMMAND_NAMES, findCommand, parseCommand } from '../../control/command.ts';
import { type Completions, completions } from '../../control/complete.ts';
import type { Tool } from '../../control/form.ts';
import { nearest } from '../../control/nearest.ts';
import { toKebab } from '../../control/operation.ts';
import { splitWords } from '../../control/words.ts';
import type { SessionEvent } from '../../game/session.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
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
  packet: { kind: 'key', key: 'i' },
  hint: { kind: 'key', key: 'h' },
  predict: { kind: 'key', key: 'p' },
  keys: { kind: 'key', key: '?' },
  quit: { kind: 'key', key: 'q' },
  exit: { kind: 'key', key: 'q' },
};

/** A long command is pasted with its lines continued. */
export function joinContinued(pasted: string): string {
  return pasted.replace(/\r\n?/g, '\n').replace(/\\\n\s*/g, '');
}

export function runTyped(line: string, catalog: Catalog): Typed {
  const words = splitWords(line);
  if (!words.ok) return { kind: 'message', message: words.error };
  const [first = ''] = words.value;
  const own = words.value.length === 1 ? OWN_WORDS[first] : undefined;
  if (own) return own;
  if (first === 'help') return { kind: 'message', message: helpFor(words.value.slice(1), catalog) };
  const command = parseCommand(withService(words.value));
  if (command.ok) return { kind: 'event', event: { type: 'operate', operation: command.value.operation } };
  const { message, remedy } = command.error;
  const word = command.error.code === 'UnknownCommand' ? nearestBeginning(first, words.value.length === 1) : undefined;
  const hint = word ? fillMessage(catalog.game['command.nearest'], { word }) : remedy;
  const said = /[.!?]$/.test(message) ? message : `${message}.`;
  return { kind: 'message', message: hint ? `${said} ${hint}` : said };
}

const VERBS = COMMAND_NAMES.map((name) => name.split(' ').at(-1) as string);

/** What a first word was meant to be: a verb, or, where nothing follows it, one of the game's own words too. */
function nearestBeginning(first: string, isAlone: boolean): string | undefined {
  if (first === 'aws' || first === 'lab') return undefined;
  return nearest(first, isAlone ? [...Object.keys(OWN_WORDS), 'help', ...VERBS] : ['aws', ...VERBS]);
}

/** The service of a verb given alone: `create-route …` means `aws ec2 create-route …`; `ec2 create-route …` too. */
function withService(words: readonly string[]): readonly string[] {
  const [first = ''] = words;
  if (first === 'aws' || first === 'lab') return words;
  if (first === 'ec2') return ['aws', ...words];
  if (findCommand(`aws ec2 ${first}`)) return ['aws', 'ec2', ...words];
  return findCommand(`lab ${first}`) ? ['lab', ...words] : words;
}

/** Completion of what the line may begin with here: whole commands, verbs alone, and the game's own words. */
export function completeTyped(world: World, tools: readonly Tool[], text: string, cursor: number): Completions {
  const before = text.slice(0, cursor);
  const first = before.trimStart();
  if (!/\s/.test(first)) return { from: cursor - first.length, candidates: beginnings(world, tools, first) };
  const verb = first.split(/\s/, 1)[0] as string;
  const prefix = withService([verb]).slice(0, -1).join(' ');
  if (prefix === '') return completions(world, tools, text, cursor);
  const shift = prefix.length + 1;
  const found = completions(world, tools, `${prefix} ${before}`, cursor + shift);
  return { from: found.from - shift, candidates: found.candidates };
}

function beginnings(world: World, tools: readonly Tool[], typed: string): readonly string[] {
  const verbs = ['aws ec2 ', 'lab '].flatMap(
    (service) => completions(world, tools, service, service.length).candidates,
  );
  const services = completions(world, tools, '', 0).candidates;
  const all =
    typed === ''
      ? [...services, ...Object.keys(OWN_WORDS), 'help']
      : [...services, ...verbs, ...Object.keys(OWN_WORDS), 'help'];
  return all.filter((word) => word.startsWith(typed));
}

function helpFor(words: readonly string[], { game }: Catalog): string {
  const verb = words.at(-1);
  const definition = verb && (findCommand(`aws ec2 ${verb}`) ?? findCommand(`lab ${verb}`));
  if (!definition) {
    return fillMessage(game['command.verbs'], { verbs: VERBS.join(' ') });
  }
  const options = Object.entries(definition.parameters).map(([name, { required, form, flag }]) => {
    const option = `--${toKebab(name)}${flag ? '' : ` ${form}`}`;
    return required ? option : `[${option}]`;
  });
  return `${toKebab(definition.name)} ${options.join(' ')}`;
}
