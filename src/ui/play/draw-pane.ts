// The panes that open over the lower part of the play screen: hints, keys, output, and what a goal's packets did.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { findingsFor, type Session } from '../../game/session.ts';
import { type GoalResult, worldAfter } from '../../levels/judge.ts';
import type { Goal, LevelText } from '../../levels/level.ts';
import type { Catalog } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import { PLAY_KEYS } from '../keys.ts';
import { type Line, line, padLine, span } from '../lines.ts';
import type { Style } from '../theme.ts';
import { drawReport } from './draw-report.ts';

function paragraph(text: string, width: number, style?: Style): readonly Line[] {
  return wrapColumns(text, width - 2).map((row) => line(' ', span(row, style)));
}

export function drawHints({ hints }: Session, text: LevelText, catalog: Catalog, width: number): readonly Line[] {
  const open = text.hints.slice(0, hints).flatMap((hint, index) => {
    const rows = wrapColumns(hint, width - 6);
    return rows.map((row, at) => line(span(at === 0 ? ` ${index + 1}. ` : '    ', 'accent'), row));
  });
  return [...open, [], ...paragraph(catalog.game[hints < text.hints.length ? 'hint.more' : 'hint.last'], width, 'dim')];
}

export function drawHelp(catalog: Catalog, width: number): readonly Line[] {
  const rows = PLAY_KEYS.map(
    ({ action, shown }): Line => [...padLine([span(` ${shown}`, 'key')], 9), span(catalog.game[`action.${action}`])],
  );
  return [...rows, ...paragraph(catalog.game['help.menu'], width, 'dim')];
}

export function drawOutput(output: unknown, width: number): readonly Line[] {
  const text = typeof output === 'string' ? output : JSON.stringify(output, null, 2);
  return text.split('\n').map((row) => padLine(line(' ', row), width));
}

/** What became of one goal: the full list of faults, or what got through. */
export function drawGoalReport(
  session: Session,
  result: GoalResult,
  text: LevelText,
  catalog: Catalog,
  width: number,
): readonly Line[] {
  const { goal } = result;
  const title = paragraph(text.goals[goal.id] ?? goal.id, width, 'title');
  if (!('probe' in goal))
    return [...title, ...paragraph(catalog.game[result.met ? 'solved.text' : 'report.answer'], width)];
  const world = worldAfter(session.level, session.sent?.world ?? session.level.start, goal.after);
  const ends = { from: displayName(world, goal.probe.from), to: destinationName(world, result) };
  const findings = findingsFor(session, result);
  if (findings.length > 0) return [...title, ...drawReport(world, findings, ends, catalog, width)];
  return [
    ...title,
    ...paragraph(outcomeSentence(world, result, ends, catalog), width, result.met ? 'good' : 'bad'),
    ...drawSeen(result, catalog, width),
  ];
}

function destinationName(world: World, { goal, exchange }: GoalResult): string {
  if (!('probe' in goal)) return '';
  const { to, toRecord } = goal.probe;
  return to ? displayName(world, to) : (toRecord ?? exchange?.request.packet.ip.destination ?? '');
}

type PathFault = readonly [key: keyof Catalog['game'], values: Record<string, string>];

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
  return paragraph(
    fillMessage(catalog.game['report.seen'], { source: `${source.address}:${source.port}` }),
    width,
    'dim',
  );
}
