// What the last event had to say, in one or two lines. A refused edit, a lookup and a wrong network never look alike.

import { formatError } from '../../control/apply.ts';
import { commandName, printCommand } from '../../control/command.ts';
import { type Operation, toKebab } from '../../control/operation.ts';
import { findOperation } from '../../control/operations/registry.ts';
import { mistakeAtOnce } from '../../game/insight.ts';
import { isStale, type Prediction, type Session } from '../../game/session.ts';
import type { LevelText } from '../../levels/level.ts';
import { whatIsBarred } from '../../levels/tools.ts';
import type { Catalog } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import { translateSentence } from '../../text/explain-refusal.ts';
import { fillMessage } from '../../text/message.ts';
import { type Line, line, span } from '../lines.ts';
import { paragraph } from './paragraph.ts';
import type { Mistake } from './typed.ts';

export function drawNotice(session: Session, text: LevelText, catalog: Catalog, width: number): readonly Line[] {
  const { notice } = session;
  const say = (key: keyof Catalog['game'], values = {}) => fillMessage(catalog.game[key], values);
  switch (notice?.kind) {
    case 'refused': {
      const { error, operation } = notice;
      const mistake = mistakeAtOnce(session);
      const meaning = translateSentence(error.message, catalog.refusals) ?? '';
      const help = (mistake && text.wrong[mistake.id]) ?? inWords(error.remedy ?? '', catalog);
      return [
        ...paragraph(formatError(operation.name, error), width, 'warn'),
        ...paragraphOf(meaning, width, 'warn'),
        ...paragraphOf(help, width),
      ];
    }
    case 'not-allowed':
      return paragraph(sayNotAllowed(notice.operation, session, catalog), width, 'warn');
    case 'done': {
      if (!notice.unchanged) return commandLines(printCommand(notice.operation), width).slice(0, 2);
      const mistake = mistakeAtOnce(session);
      const known = mistake ? (text.wrong[mistake.id] ?? '') : '';
      return [...paragraph(say('notice.unchanged'), width, 'dim'), ...paragraphOf(known, width)];
    }
    case 'undone':
    case 'redone': {
      const { operation } = notice;
      if (!operation)
        return paragraph(say(notice.kind === 'undone' ? 'notice.undone-reset' : 'notice.reset'), width, 'dim');
      return [
        ...paragraph(say(`notice.${notice.kind}`), width, 'dim'),
        ...commandLines(printCommand(operation), width).slice(0, 2),
      ];
    }
    case 'reset':
    case 'nothing-to-undo':
    case 'nothing-to-redo':
      return paragraph(say(`notice.${notice.kind}`), width, 'dim');
    default:
      return drawPrediction(session, text, catalog, width);
  }
}

/** That a command is none of the level's tools; or, where it is one, which of its values the level does not take, and those it does. */
function sayNotAllowed(operation: Operation, { level }: Session, { game }: Catalog): string {
  const definition = findOperation(operation.name);
  const command = definition ? commandName(definition) : operation.name;
  const barred = whatIsBarred(level.tools, operation);
  if (!barred) return fillMessage(game['notice.not-allowed'], { command });
  const option = `--${toKebab(barred.parameter)}`;
  const key = barred.values.length > 0 ? 'notice.other-value' : 'notice.no-option';
  return fillMessage(game[key], { command, option, values: barred.values.join(', ') });
}

/** A typed line that is no command: what is wrong, and the word that was meant, or else what to write. */
export function drawMistake(mistake: Mistake, catalog: Catalog, width: number): readonly Line[] {
  const { message, remedy, near, unknown } = mistake;
  const { prompt } = catalog;
  const told = unknown ? fillMessage(prompt['no-verb'], { word: unknown }) : inWords(message, catalog);
  const known = unknown ? prompt.list : inWords(remedy ?? '', catalog);
  const help = near ? fillMessage(prompt.nearest, { word: near }) : known;
  return paragraph(joinSentences(told, help), width, 'warn');
}

/** A remedy that begins small goes on from what is wrong; any other is a sentence of its own. */
function joinSentences(told: string, help: string): string {
  const isWhole = /[.!?]$/.test(told);
  if (help === '') return isWhole ? told : `${told}.`;
  if (isWhole) return `${told} ${help}`;
  return /^[a-z]/.test(help) ? `${told}; ${help}` : `${told}. ${help}`;
}

/** In the player's language where that is known, else as it is. */
function inWords(sentence: string, { refusals }: Catalog): string {
  return translateSentence(sentence, refusals) ?? sentence;
}

function paragraphOf(words: string, width: number, style?: 'warn'): readonly Line[] {
  return words === '' ? [] : paragraph(words, width, style);
}

/** A command as one would type it, continued on the next line where it is long. */
export function commandLines(command: string, width: number): readonly Line[] {
  const rows = wrapColumns(command, width - 6);
  return rows.map((row, index) => {
    const more = index < rows.length - 1 ? span(' \\', 'dim') : span('');
    return line(span(index === 0 ? ' $ ' : '   ', 'dim'), span(row, 'command'), more);
  });
}

function settledAs({ met, sure, ofStart }: Prediction) {
  if (met) return sure === undefined ? 'predict.right' : sure ? 'predict.right-sure' : 'predict.right-unsure';
  return ofStart ? 'predict.wrong-of-start' : sure ? 'predict.wrong-sure' : 'predict.wrong';
}

/** What you believed and what is so: told of the first send, and no longer once the network is another. */
export function drawPrediction(session: Session, text: LevelText, catalog: Catalog, width: number): readonly Line[] {
  const { prediction, sends } = session;
  if (prediction?.right === undefined || prediction.choice === undefined) return [];
  if (sends > 1 || isStale(session)) return [];
  const name = (choice: string) => text.choices[choice] ?? choice;
  const values = { choice: name(prediction.choice), answer: name(prediction.right) };
  const sentence = fillMessage(catalog.game[settledAs(prediction)], values);
  return paragraph(sentence, width, prediction.met ? 'good' : 'warn');
}
