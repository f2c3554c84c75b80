// The words of the mode, each one line of its help. They are typed alike in every language, as the commands are.

import type { Entry } from '../../levels/library.ts';
import { recordOf } from '../../progress/progress.ts';
import { LANGUAGES } from '../../text/catalog.ts';
import { TOP_OF_MENU } from '../../ui/play/menu-items.ts';
import { mayPredict, nextEntry, openHint, operate, sendPackets } from './act.ts';
import {
  type Answer,
  type Around,
  keep,
  type Linear,
  type LinearText,
  type Open,
  openOf,
  reply,
  sayIn,
} from './linear.ts';
import { tellGoals, tellLevel, tellMenu, tellPrediction, tellScore, tellStars } from './tell-level.ts';
import { findThing, tellNetwork, tellThing } from './tell-network.ts';
import { tellPacket } from './tell-packets.ts';

interface LinearWord {
  /** What it may be followed by. */
  readonly operand?: string;
  readonly help: LinearText;
  answer(linear: Linear, operand: string | undefined, around: Around): Answer;
}

/** A word that means something only while a level is open. */
function inLevel(
  help: LinearText,
  answer: (open: Open, operand: string | undefined, around: Around) => Answer,
  operand?: string,
): LinearWord {
  return {
    help,
    ...(operand && { operand }),
    answer: (linear, word, around) => {
      const open = openOf(linear, around);
      return open ? answer(open, word, around) : reply(linear, 'no-level-open');
    },
  };
}

const says =
  (tell: (open: Open) => readonly string[]) =>
  (open: Open): Answer => ({ linear: open.linear, said: tell(open) });

export const WORDS: Readonly<Record<string, LinearWord>> = {
  help: { help: 'help.help', operand: '[VERB]', answer: tellHelp },
  levels: { help: 'help.levels', answer: (linear, _, around) => offerLevels(linear, around) },
  play: { help: 'help.play', operand: 'LEVEL', answer: playNamed },
  next: { help: 'help.next', answer: (linear, _, around) => playNext(linear, around) },
  story: inLevel('help.story', says(tellLevel)),
  goals: inLevel('help.goals', says(tellGoals)),
  look: inLevel('help.look', look, '[THING]'),
  menu: inLevel('help.menu', (open) => ({
    linear: { ...open.linear, offer: { kind: 'menu', menu: TOP_OF_MENU } },
    said: tellMenu(open, TOP_OF_MENU),
  })),
  predict: inLevel('help.predict', (open) =>
    mayPredict(open.session)
      ? { linear: { ...open.linear, offer: { kind: 'prediction' } }, said: tellPrediction(open) }
      : { linear: open.linear, said: [open.catalog.game['notice.no-prediction']] },
  ),
  send: inLevel('help.send', (open, _, around) => sendPackets(open, around)),
  packet: inLevel('help.packet', walkPacket, '[GOAL]'),
  hint: inLevel('help.hint', openHint),
  undo: inLevel('help.undo', (open) => operate(open, { type: 'undo' })),
  redo: inLevel('help.redo', (open) => operate(open, { type: 'redo' })),
  reset: inLevel('help.reset', (open) => operate(open, { type: 'reset' })),
  score: inLevel('help.score', says(tellScore)),
  codex: { help: 'help.codex', operand: '[LEVEL]', answer: tellCodex },
  sandbox: { help: 'help.sandbox', answer: (linear) => reply(linear, 'no-sandbox') },
  language: { help: 'help.language', operand: LANGUAGES.join('|'), answer: chooseLanguage },
  quit: { help: 'help.quit', answer: (linear) => ({ ...reply(linear, 'goodbye'), isOver: true }) },
};

function tellHelp(linear: Linear): Answer {
  const say = sayIn(linear);
  const lines = Object.entries(WORDS).map(([word, { operand, help }]) =>
    say('help.line', { word: operand ? `${word} ${operand}` : word, does: say(help) }),
  );
  return { linear, said: [say('help.first'), ...lines, say('help.commands')] };
}

function offerLevels(linear: Linear, { library }: Around): Answer {
  const say = sayIn(linear);
  const titled = ({ id, position }: Entry) => {
    const text = library.text(id, linear.language);
    const stars = tellStars(linear, id, say);
    return say('level.listed', { position, title: text.ok ? text.value.title : id, stars: stars && `, ${stars}` });
  };
  const said = library.chapters.flatMap(({ id, number, entries }) => [
    say('chapter', { number, title: library.chapterText(id, linear.language).title }),
    ...entries.map(titled),
  ]);
  return { linear, said: [...said, say('levels.how')] };
}

function playNamed(linear: Linear, name: string | undefined, around: Around): Answer {
  const entry = name === undefined ? undefined : around.library.find(name);
  return entry ? openLevel(linear, entry, around) : reply(linear, 'no-level', { word: name ?? '' });
}

/** The level after the one that is open; else the first that has not been solved. */
export function playNext(linear: Linear, around: Around): Answer {
  const { library } = around;
  const entry = linear.levelId
    ? nextEntry(library, linear.levelId)
    : (library.entries.find(({ id }) => !recordOf(linear.save, id).solved) ?? library.entries[0]);
  return entry ? openLevel(linear, entry, around) : reply(linear, 'won.last');
}

/** A level that was won is played afresh; one that was left waits as it was. */
export function openLevel(before: Linear, { id }: Entry, around: Around): Answer {
  const { [id]: left, ...others } = before.sessions;
  const sessions = left?.sent?.solved ? others : before.sessions;
  const linear: Linear = { ...before, sessions, levelId: id, offer: { kind: 'menu', menu: TOP_OF_MENU } };
  const open = openOf(linear, around);
  return open
    ? { linear, said: [...tellLevel(open), ...tellMenu(open, TOP_OF_MENU)] }
    : reply(linear, 'no-level', { word: id });
}

function look({ linear, session, level, catalog, say }: Open, word: string | undefined): Answer {
  const { world } = session.present;
  if (word === undefined) return { linear, said: tellNetwork(world, level.start, catalog) };
  const thing = findThing(world, level.start, word);
  return { linear, said: thing ? tellThing(world, thing, catalog) : [say('no-thing', { word })] };
}

function walkPacket(open: Open, word = '1'): Answer {
  const { linear, session, catalog } = open;
  if (!session.sent) return { linear, said: [catalog.game['notice.no-packet']] };
  return { linear, said: tellPacket(open, Number(word) - 1) };
}

/** What the levels that were won were about. */
function tellCodex(linear: Linear, name: string | undefined, { library }: Around): Answer {
  const say = sayIn(linear);
  const won = library.entries.filter(({ id }) => recordOf(linear.save, id).solved);
  const wanted = name === undefined ? won : won.filter((entry) => entry === library.find(name));
  const said = wanted.flatMap(({ id, position }) => {
    const text = library.text(id, linear.language);
    return text.ok ? [say('card', { position, title: text.value.title }), ...text.value.card] : [];
  });
  return { linear, said: said.length > 0 ? said : [say('codex.none')] };
}

function chooseLanguage(linear: Linear, word: string | undefined): Answer {
  const language = LANGUAGES.find((known) => known === word);
  if (!language) return reply(linear, 'no-language', { word: word ?? '', words: LANGUAGES.join(', ') });
  const change = { settings: { language } };
  return { ...reply({ ...keep(linear, change), language }, 'language'), change };
}
