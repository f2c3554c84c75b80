// What `help` prints: the level's own commands with a line on each, or all about one.

import { commandName } from '../../control/command.ts';
import type { Tool } from '../../control/form.ts';
import { COMMAND_HELP, type CommandHelp } from '../../control/help.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { findVerb, nearestVerb, OWN_WORDS } from './typed.ts';

export function printHelp(words: readonly string[], tools: readonly Tool[], { prompt, game }: Catalog): string {
  const verb = words.at(-1);
  if (verb === undefined) return printVerbs(tools, prompt);
  const definition = findVerb(verb);
  const help = definition && COMMAND_HELP.find(({ command }) => command === commandName(definition));
  if (help) return printVerb(help, tools, game);
  const near = nearestVerb(verb);
  const unknown = fillMessage(prompt['no-verb'], { word: verb });
  return near ? `${unknown} ${fillMessage(prompt.nearest, { word: near })}` : unknown;
}

function printVerb(
  { command, name, effect, summary, options }: CommandHelp,
  tools: readonly Tool[],
  game: Catalog['game'],
) {
  const isHere = effect === 'look' || tools.some((tool) => tool.name === name);
  return [
    command,
    `  ${summary}`,
    ...(isHere ? [] : [`  ${fillMessage(game['notice.not-allowed'], { command })}`]),
    '',
    ...options.map((option) => `  ${option}`),
  ].join('\n');
}

function printVerbs(tools: readonly Tool[], prompt: Catalog['prompt']): string {
  const here = COMMAND_HELP.filter(({ name }) => tools.some((tool) => tool.name === name));
  const looks = COMMAND_HELP.filter(({ effect }) => effect === 'look');
  const width = Math.max(0, ...here.map(({ command }) => command.length));
  return [
    ...(here.length > 0
      ? [prompt.here, ...here.map(({ command, summary }) => `  ${command.padEnd(width)}  ${summary}`), '']
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
