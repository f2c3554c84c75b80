// The list of keys, in two columns where there is room, what the figures in the header mean, and who is exposed to whom.

import { displayName } from '../../cloud/lookup.ts';
import type { Session } from '../../game/session.ts';
import { listExposure } from '../../levels/score.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import type { Game } from '../game-context.ts';
import { PLAY_KEYS } from '../keys.ts';
import { beside, type Line, lineColumns, padLine, span } from '../lines.ts';
import { paragraph } from './paragraph.ts';

const KEY_COLUMNS = 9;
/** Deliveries told by name; more would push the keys out of a small pane. */
const EXPOSED_NAMED = 3;

export function drawHelp(session: Session, catalog: Catalog, width: number, keys: Game['keys']): readonly Line[] {
  const { game } = catalog;
  const rows = PLAY_KEYS.map(
    ({ action }): Line => [...padLine([span(` ${keys[action]}`, 'key')], KEY_COLUMNS), span(game[`action.${action}`])],
  );
  return [
    ...inTwo(rows, width),
    [],
    ...paragraph(game['help.menu'], width, 'dim'),
    ...paragraph(game['help.figures'], width, 'dim'),
    ...drawExposed(session, catalog, width),
  ];
}

function drawExposed({ level, present }: Session, { game }: Catalog, width: number): readonly Line[] {
  const { world } = present;
  const exposed = listExposure(level, world);
  if (exposed.length === 0) return [];
  const named = exposed
    .slice(0, EXPOSED_NAMED)
    .map(({ from, to, traffic }) => `${displayName(world, from)} → ${displayName(world, to)} ${traffic}`);
  const more = exposed.length - named.length;
  const list = [...named, ...(more > 0 ? [fillMessage(game['menu.more'], { count: more })] : [])].join(', ');
  return paragraph(fillMessage(game['help.exposed'], { list }), width, 'warn');
}

function inTwo(rows: readonly Line[], width: number): readonly Line[] {
  const half = Math.floor(width / 2);
  if (rows.some((row) => lineColumns(row) > half)) return rows;
  const middle = Math.ceil(rows.length / 2);
  return beside({ lines: rows.slice(0, middle), width: half }, { lines: rows.slice(middle), width: width - half });
}
