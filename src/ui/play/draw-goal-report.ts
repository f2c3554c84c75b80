// What became of one goal: everything that stands in its way, what got through, or what is wrong with an answer; and where it is a
// mistake that the level knows, the belief behind it and what is so.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { explainStep } from '../../dataplane/explain.ts';
import { contrastWith } from '../../game/contrast.ts';
import { filedMistake, misplacedTile, missingTiles } from '../../game/insight.ts';
import { findingsFor, type Session } from '../../game/session.ts';
import { type GoalResult, worldAfter } from '../../levels/judge.ts';
import type { Goal, LevelText } from '../../levels/level.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage, type Values } from '../../text/message.ts';
import type { Line } from '../lines.ts';
import { drawContrast, tellContrast } from './draw-contrast.ts';
import { drawLimit } from './draw-limit.ts';
import { drawReport } from './draw-report.ts';
import { paragraph } from './paragraph.ts';

export interface GoalReport {
  readonly session: Session;
  readonly result: GoalResult;
  readonly text: LevelText;
  readonly catalog: Catalog;
  readonly width: number;
  /** Absent where the report is read line by line, and nothing stands beside anything. */
  readonly screen?: { readonly ascii: boolean } | undefined;
}

export function drawGoalReport(report: GoalReport): readonly Line[] {
  const { session, result, text, width } = report;
  const { goal } = result;
  const mistake = filedMistake(session, result);
  return [
    ...paragraph(text.goals[goal.id] ?? goal.id, width, 'title'),
    ...drawWhatBecame(report),
    ...drawBeside(report),
    ...(mistake ? drawMistake(text.wrong[mistake.id] ?? '', report) : []),
  ];
}

function drawWhatBecame(report: GoalReport): readonly Line[] {
  const { goal } = report.result;
  if ('probe' in goal) return drawProbe(report);
  return 'atMost' in goal ? drawLimit(report, goal) : drawAnswered(report);
}

/** The packet that would have worked. */
function drawBeside({ session, result, catalog, width, screen }: GoalReport): readonly Line[] {
  const contrast = contrastWith(session, result);
  if (!contrast || !session.sent || !result.exchange) return [];
  const world = worldAfter(session.level, session.sent.world, result.goal.after);
  const own = { world, exchange: result.exchange };
  return screen ? drawContrast({ ...own, ...screen, contrast, catalog, width }) : tellContrast(contrast, own, catalog);
}

function drawMistake(words: string, { catalog, width }: Pick<GoalReport, 'catalog' | 'width'>): readonly Line[] {
  if (words === '') return [];
  return [...paragraph(catalog.game['report.belief'], width, 'dim'), ...paragraph(words, width, 'warn')];
}

function drawProbe({ session, result, catalog, width }: GoalReport): readonly Line[] {
  const world = worldAfter(session.level, session.sent?.world ?? session.level.start, result.goal.after);
  const ends = { from: fromName(world, result), to: destinationName(world, result) };
  const findings = findingsFor(session, result);
  if (findings.length > 0) return drawReport(world, findings, ends, catalog, width);
  return [
    ...paragraph(outcomeSentence(world, result, ends, catalog), width, result.met ? 'good' : 'bad'),
    ...drawSeen(result, catalog, width),
  ];
}

function fromName(world: World, { goal }: GoalResult): string {
  return 'probe' in goal ? displayName(world, goal.probe.from) : '';
}

function destinationName(world: World, { goal, exchange }: GoalResult): string {
  if (!('probe' in goal)) return '';
  const { to, toRecord } = goal.probe;
  return to ? displayName(world, to) : (toRecord ?? exchange?.request.packet.ip.destination ?? '');
}

function outcomeSentence(
  world: World,
  { goal, met, code, at = '', exchange }: GoalResult,
  ends: { from: string; to: string },
  catalog: Catalog,
): string {
  const say = (key: keyof Catalog['game'], values: Record<string, string>) => fillMessage(catalog.game[key], values);
  if (!met && code === 'EXPOSED') return say('report.exposed', ends);
  if (!met) return say(...pathFault(goal, code, at, displayName(world, at)));
  if (exchange?.outcome === 'conversed') return say('report.conversed', ends);
  return goal.expect === 'deliver' ? say('report.conversed', ends) : say('report.blocked', ends);
}

type PathFault = readonly [key: keyof Catalog['game'], values: Record<string, string>];

/** In what way the packet's way was not the one asked for. */
function pathFault(goal: Goal, code: string | undefined, at: string, name: string): PathFault {
  if (!('probe' in goal)) return ['report.path', { at: name }];
  if (code === 'SEEN_AS_ANOTHER') return ['report.seen-as-another', { seenAs: goal.seenAs ?? '' }];
  if (goal.through.includes(at)) return ['report.not-through', { at: name }];
  return [goal.avoids.includes(at) ? 'report.not-around' : 'report.path', { at: name }];
}

function drawSeen({ exchange }: GoalResult, catalog: Catalog, width: number): readonly Line[] {
  const source = exchange?.seen?.source;
  if (!source) return [];
  const sentence = fillMessage(catalog.game['report.seen'], { source: `${source.address}:${source.port}` });
  return paragraph(sentence, width, 'dim');
}

function drawAnswered(report: GoalReport): readonly Line[] {
  const { result, catalog, width } = report;
  const say = (key: keyof Catalog['game'], values: Values = {}) => fillMessage(catalog.game[key], values);
  const bad = (sentence: string) => paragraph(sentence, width, 'bad');
  if (result.met) return paragraph(say('report.right'), width, 'good');
  switch (result.code) {
    case 'WRONG_ANSWER':
      return bad(say('report.wrong-answer', { given: givenAnswer(report) }));
    case 'WRONG_ORDER':
      return drawMisplaced(report);
    case 'UNFINISHED':
      return bad(say('report.unfinished', { count: missingTiles(report.session, result) }));
    default:
      return bad(say('report.unanswered'));
  }
}

function givenAnswer({ session, result, text }: GoalReport): string {
  const { goal } = result;
  const given = goal.expect === 'answer' ? session.sent?.world.notebook[goal.question]?.[0] : undefined;
  return given === undefined ? '' : (text.choices[given] ?? given);
}

function isDelivered({ exchange }: GoalResult): boolean {
  return exchange?.outcome !== 'dropped';
}

function drawMisplaced({ session, result, text, catalog, width }: GoalReport): readonly Line[] {
  const misplaced = misplacedTile(session, result);
  if (!misplaced || !session.sent) return [];
  const { position, tile, shows } = misplaced;
  const { game } = catalog;
  const shown = shows
    ? fillMessage(game['report.shows'], { step: explainStep(session.sent.world, shows.step, shows, catalog) })
    : game[isDelivered(result) ? 'report.over' : 'report.died'];
  return [
    ...paragraph(fillMessage(game['report.misplaced'], { position, tile: text.tiles[tile] ?? tile }), width, 'bad'),
    ...paragraph(shown, width),
  ];
}
