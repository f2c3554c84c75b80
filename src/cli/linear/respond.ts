// What a line does: a number chooses from what was offered, a word of the mode does what it says, and everything else is a command as
// one would type it for AWS.

import { listPage } from '../../ui/play/menu-items.ts';
import { chooseItem, choosePrediction, runCommand } from './act.ts';
import { type Answer, type Around, type Linear, openOf, reply } from './linear.ts';
import { WORDS } from './words.ts';

export function respond(before: Linear, typed: string, around: Around): Answer {
  const line = before.begun + typed.trim();
  if (line.endsWith('\\')) return { linear: { ...before, begun: `${line.slice(0, -1).trimEnd()} ` }, said: [] };
  const linear: Linear = { ...before, begun: '' };
  if (line === '' || line.startsWith('#')) return { linear, said: [] };
  if (/^\d+$/.test(line)) return chooseNumber(linear, Number(line), around);
  const [word = '', operand, ...others] = line.split(/\s+/);
  const own = Object.hasOwn(ALIASES, word) ? ALIASES[word] : word;
  const known = own !== undefined && Object.hasOwn(WORDS, own) ? WORDS[own] : undefined;
  const isOwn = known && others.length === 0 && (operand === undefined || known.operand);
  // `help VERB` is about a command.
  if (isOwn && !(own === 'help' && operand)) return known.answer(linear, operand, around);
  const open = openOf(linear, around);
  return open ? runCommand(open, line, around) : reply(linear, 'no-level-open');
}

const ALIASES: Readonly<Record<string, string>> = { exit: 'quit', keys: 'help', '?': 'help', cards: 'codex' };

function chooseNumber(linear: Linear, number: number, around: Around): Answer {
  const open = openOf(linear, around);
  if (!open) return reply(linear, 'no-level-open');
  const { offer } = linear;
  if (offer.kind === 'prediction') return choosePrediction(open, number, around);
  const { session, level, catalog, text } = open;
  const item = listPage(session.present.world, level.tools, offer.menu, catalog, text).items[number - 1];
  return item ? chooseItem(open, offer.menu, item.value, around) : reply(linear, 'no-choice', { number });
}
