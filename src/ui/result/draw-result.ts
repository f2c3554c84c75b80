// The first page of a result: stars, the histograms, your commands where there is room, and what the level was about.

import { printCommand } from '../../control/command.ts';
import { editsOf } from '../../game/insight.ts';
import { type Session, scoreOf, starsOf } from '../../game/session.ts';
import type { KnownAnswers } from '../../levels/answers.ts';
import { cardWords, listCards } from '../../levels/codex.ts';
import { calibrationOf } from '../../progress/calibration.ts';
import { wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import type { Game } from '../game-context.ts';
import { type Line, line, lineColumns, padLine, span } from '../lines.ts';
import { commandLines } from '../play/draw-notice.ts';
import { drawHistograms } from './draw-histograms.ts';
import { PAGES, type Page } from './result-state.ts';

const BARS = { least: 2, most: 5 } as const;

export function drawResult(
  session: Session,
  known: KnownAnswers | undefined,
  game: Game,
  room: number,
): readonly Line[] {
  const { catalog, ascii } = game;
  const width = Math.min(game.size.columns, 96);
  const card = drawCard(session, game, width - 4);
  const rows = Math.max(BARS.least, Math.min(BARS.most, room - card.length - 6));
  const histograms = drawHistograms({ score: scoreOf(session), known, catalog, width, ascii, rows });
  const head = [drawStars(session, game), ...drawCalibration(session, game), [], ...histograms, []];
  const commands = drawCommands(session, game, width - 4, room - head.length - card.length);
  return [...head, ...commands, ...card].slice(0, room);
}

/** Which level it was, and at the right which pages there are. */
export function drawResultTitle(
  { level }: Session,
  page: Page,
  { say, size, levelText, library, catalog }: Game,
): Line {
  const { position = '' } = library.find(level.id) ?? {};
  const pages = PAGES.flatMap((each) => {
    const name = catalog.result[`page.${each}`];
    return [span(each === page ? `[${name}]` : ` ${name} `, each === page ? 'accent' : 'dim')];
  });
  const title = line(
    span(` ${say('result.title')}: `, 'good'),
    span(`${position}  ${levelText(level.id).title}`.trim(), 'title'),
  );
  return [...padLine(title, Math.max(0, size.columns - lineColumns(pages) - 1)), ...pages];
}

/** Each star beside what it is for. */
function drawStars(session: Session, { catalog, ascii }: Game): Line {
  const { moves, par } = scoreOf(session);
  const atPar = moves <= par;
  const isFrugal = starsOf(session) === 2 + Number(atPar);
  const star = (has: boolean, key: 'star.solved' | 'star.par' | 'star.frugal'): Line => [
    span(ascii ? (has ? '* ' : '. ') : has ? '★ ' : '☆ ', has ? 'packet' : 'dim'),
    span(`${catalog.result[key]}   `, has ? undefined : 'dim'),
  ];
  return [span('  '), ...star(true, 'star.solved'), ...star(atPar, 'star.par'), ...star(isFrugal, 'star.frugal')];
}

/** After a level with a prediction: how sure the player has been so far, and how right. */
function drawCalibration({ prediction }: Session, { progress, catalog, size }: Game): readonly Line[] {
  if (prediction?.sure === undefined) return [];
  const { sure, unsure } = calibrationOf(progress);
  const values = { sureRight: sure.right, sure: sure.of, unsureRight: unsure.right, unsure: unsure.of };
  return wrapColumns(fillMessage(catalog.result.predictions, values), size.columns - 4).map((row) =>
    line('  ', span(row, 'dim')),
  );
}

function drawCommands(session: Session, { say }: Game, width: number, room: number): readonly Line[] {
  const rows = editsOf(session).flatMap((edit) =>
    commandLines(printCommand(edit), width).map((row): Line => [span(' '), ...row]),
  );
  if (rows.length === 0 || rows.length + 2 > room) return [];
  return [line('  ', span(say('result.answer'), 'heading')), ...rows, []];
}

function drawCard(session: Session, game: Game, width: number): readonly Line[] {
  const { say, levelText } = game;
  const { card } = levelText(session.level.id);
  const sentences = card.flatMap((sentence) => wrapColumns(sentence, width).map((row) => line('  ', row)));
  return [...drawUnlocked(session, game, width), line('  ', span(say('result.card'), 'heading')), ...sentences];
}

/** The cards that the level has brought into the codex. */
function drawUnlocked({ level }: Session, { say, library, language }: Game, width: number): readonly Line[] {
  const cards = listCards(library).filter(({ levelId }) => levelId === level.id);
  if (cards.length === 0) return [];
  const names = cards.map((card) => cardWords(library, card, language).name).join(', ');
  return wrapColumns(say('result.codex', { names }), width).map((row) => line('  ', span(row, 'accent')));
}
