// What the last event had to say, in one or two lines. A refused edit, a lookup and a wrong network never look alike.

import { formatError } from '../../control/apply.ts';
import { commandName, printCommand } from '../../control/command.ts';
import { findOperation } from '../../control/operations/registry.ts';
import type { Prediction, Session } from '../../game/session.ts';
import type { LevelText } from '../../levels/level.ts';
import type { Catalog } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import { type Line, line, span } from '../lines.ts';

export function drawNotice(session: Session, text: LevelText, catalog: Catalog, width: number): readonly Line[] {
  const { notice } = session;
  const say = (key: keyof Catalog['game'], values = {}) => fillMessage(catalog.game[key], values);
  switch (notice?.kind) {
    case 'refused': {
      const { error, operation } = notice;
      const whole = `${formatError(operation.name, error)}${error.remedy ? ` ${error.remedy}` : ''}`;
      return wrapColumns(whole, width - 2).map((row) => line(' ', span(row, 'warn')));
    }
    case 'not-allowed': {
      const definition = findOperation(notice.operation.name);
      const command = definition ? commandName(definition) : notice.operation.name;
      return [line(' ', span(say('notice.not-allowed', { command }), 'warn'))];
    }
    case 'done': {
      const done = commandLines(printCommand(notice.operation), width).slice(0, 2);
      return notice.unchanged ? [...done, line(' ', span(say('notice.unchanged'), 'dim'))] : done;
    }
    case 'nothing-to-undo':
    case 'nothing-to-redo':
      return [line(' ', span(say(`notice.${notice.kind}`), 'dim'))];
    default:
      return drawPrediction(session.prediction, text, catalog);
  }
}

/** A command as one would type it, continued on the next line where it is long. */
export function commandLines(command: string, width: number): readonly Line[] {
  const rows = wrapColumns(command, width - 6);
  return rows.map((row, index) => {
    const more = index < rows.length - 1 ? span(' \\', 'dim') : span('');
    return line(span(index === 0 ? ' $ ' : '   ', 'dim'), span(row, 'command'), more);
  });
}

/** What you believed and what is so. */
export function drawPrediction(prediction: Prediction | undefined, text: LevelText, catalog: Catalog): readonly Line[] {
  if (prediction?.right === undefined || prediction.choice === undefined) return [];
  const name = (choice: string) => text.choices[choice] ?? choice;
  const values = { choice: name(prediction.choice), answer: name(prediction.right) };
  const sentence = fillMessage(catalog.game[prediction.met ? 'predict.right' : 'predict.wrong'], values);
  return [line(' ', span(sentence, prediction.met ? 'good' : 'warn'))];
}
