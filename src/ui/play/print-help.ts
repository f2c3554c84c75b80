// What `help` prints: the level's own commands with a line on each, or all about one.

import { commandName } from '../../control/command.ts';
import type { Tool } from '../../control/form.ts';
import { COMMAND_HELP, type CommandHelp } from '../../control/help.ts';
import { toKebab } from '../../control/operation.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { sayIfKnown } from '../labels.ts';
import { findVerb, nearestVerb, OWN_WORDS } from './typed.ts';

export function printHelp(words: readonly string[], tools: readonly Tool[], catalog: Catalog): string {
  const { prompt } = catalog;
  const verb = words.at(-1);
  if (verb === undefined) return printVerbs(tools, catalog);
  const definition = findVerb(verb);
  const help = definition && COMMAND_HELP.find(({ command }) => command === commandName(definition));
  if (help) return printVerb(help, tools, catalog);
  const near = nearestVerb(verb);
  const unknown = fillMessage(prompt['no-verb'], { word: verb });
  return near ? `${unknown} ${fillMessage(prompt.nearest, { word: near })}` : unknown;
}

function printVerb({ command, name, effect, summary, options }: CommandHelp, tools: readonly Tool[], catalog: Catalog) {
  const called = calledInMenu(name, catalog);
  const isHere = effect === 'look' || tools.some((tool) => tool.name === name);
  return [
    command,
    `  ${called ? `${called}: ` : ''}${summary}`,
    ...(isHere ? [] : [`  ${fillMessage(catalog.game['notice.not-allowed'], { command })}`]),
    '',
    ...options.map((option) => `  ${option}`),
  ].join('\n');
}

function printVerbs(tools: readonly Tool[], catalog: Catalog): string {
  const { prompt } = catalog;
  const here = COMMAND_HELP.filter(({ name }) => tools.some((tool) => tool.name === name));
  const looks = COMMAND_HELP.filter(({ effect }) => effect === 'look');
  const called = ({ name, summary }: CommandHelp) => calledInMenu(name, catalog) ?? summary;
  const width = Math.max(0, ...here.map(({ command }) => command.length));
  return [
    ...(here.length > 0
      ? [prompt.here, ...here.map((help) => `  ${help.command.padEnd(width)}  ${called(help)}`), '']
      : []),
    prompt.own,
    `  ${[...Object.keys(OWN_WORDS), 'help VERB'].join(' ')}`,
    '',
    prompt.looks,
    `  ${looks.map(({ command }) => command.split(' ').at(-1)).join(' ')}`,
    '',
    prompt.about,
  ].join('\n');
}

/** The menu's words for a command: in the player's language, as the summaries are not. None where they are the verb over again. */
function calledInMenu(name: string, catalog: Catalog): string | undefined {
  const called = sayIfKnown(catalog, `op.${name}`);
  return called?.toLowerCase().replaceAll(' ', '-') === toKebab(name) ? undefined : called;
}
