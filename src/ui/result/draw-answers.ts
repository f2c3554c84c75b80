// Your answer beside the cheapest, the least exposed and the reference: the commands of each, and what each also lets through.

import { parseCommand, printCommand } from '../../control/command.ts';
import type { Operation } from '../../control/operation.ts';
import { splitWords } from '../../control/words.ts';
import { editsOf } from '../../game/insight.ts';
import type { Session } from '../../game/session.ts';
import type { KnownAnswers } from '../../levels/answers.ts';
import type { Level } from '../../levels/level.ts';
import { carryOut } from '../../levels/replay.ts';
import { priceAnswer } from '../../levels/score.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { nameExposed } from '../exposed-names.ts';
import { type Line, line, lineColumns, span } from '../lines.ts';
import { commandLines } from '../play/draw-notice.ts';
import { paragraph } from '../play/paragraph.ts';

type AnswerName = 'yours' | 'cheapest' | 'least-exposed' | 'reference';

interface Answer {
  /** What it is called: one answer may be the best in several ways. */
  readonly names: readonly AnswerName[];
  readonly edits: readonly Operation[];
}

/** The answers to compare, each once: the same edits in another order are the same answer, and whoever is as good is the best too. */
function listAnswers(session: Session, known: KnownAnswers | undefined): readonly Answer[] {
  const { level } = session;
  const yours = editsOf(session);
  const bestOr = (figure: 'dollars' | 'exposure', commands: readonly string[] | undefined) => {
    const best = readCommands(commands);
    return best.length === 0 || priceAnswer(level, yours)[figure] <= priceAnswer(level, best)[figure] ? yours : best;
  };
  const all: readonly (readonly [AnswerName, readonly Operation[]])[] = [
    ['yours', yours],
    ...(known ? [['cheapest', bestOr('dollars', known.cheapest)] as const] : []),
    ...(known ? [['least-exposed', bestOr('exposure', known.leastExposed)] as const] : []),
    ['reference', level.reference],
  ];
  const found = new Map<string, Answer>();
  for (const [name, edits] of all) {
    const key = edits.map(printCommand).sort().join('\n');
    const { names = [] } = found.get(key) ?? {};
    found.set(key, { names: [...names, name], edits: found.get(key)?.edits ?? edits });
  }
  return [...found.values()];
}

function readCommands(commands: readonly string[] = []): readonly Operation[] {
  return commands.flatMap((command) => {
    const words = splitWords(command);
    const read = words.ok ? parseCommand(words.value) : words;
    return read.ok ? [read.value.operation] : [];
  });
}

export function drawAnswers(
  session: Session,
  known: KnownAnswers | undefined,
  catalog: Catalog,
  width: number,
): readonly Line[] {
  return listAnswers(session, known).flatMap((answer) => [...drawAnswer(session.level, answer, catalog, width), []]);
}

const EXPOSED_NAMED = 6;

function drawAnswer(level: Level, { names, edits }: Answer, catalog: Catalog, width: number): readonly Line[] {
  const { result } = catalog;
  const world = carryOut(level.start, edits);
  const price = priceAnswer(level, edits);
  const figures = span(
    fillMessage(result['answer.figures'], { ...price, dollars: `$${price.dollars.toFixed(2)}` }),
    'dim',
  );
  const title = names.map((name) => result[`answer.${name}`]).join(', ');
  const list = nameExposed(level, world, catalog, EXPOSED_NAMED);
  const besides = list === undefined ? result['lets-through-nothing'] : fillMessage(result['lets-through'], { list });
  const named = line(
    span(` ${title.charAt(0).toUpperCase()}${title.slice(1)}`, names.includes('yours') ? 'accent' : 'heading'),
  );
  const joined = [...named, span('   '), figures];
  return [
    ...(lineColumns(joined) <= width ? [joined] : [named, line('   ', figures)]),
    ...(edits.length === 0 ? [line('  ', result['answer.nothing-to-do'])] : []),
    ...edits.flatMap((edit) => commandLines(printCommand(edit), width)),
    ...paragraph(besides, width, list === undefined ? 'dim' : 'warn'),
  ];
}
