// The list of keys, in two columns where there is room, what the figures in the header mean, and who is exposed to whom.

import { isSandbox } from '../../game/sandbox.ts';
import type { Session } from '../../game/session.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { nameExposed } from '../exposed-names.ts';
import type { Game } from '../game-context.ts';
import { type Action, CONTROL_KEYS, PLAY_KEYS } from '../keys.ts';
import { beside, type Line, lineColumns, padLine, span } from '../lines.ts';
import { paragraph } from './paragraph.ts';

const KEY_COLUMNS = 9;
/** Deliveries told by name; more would push the keys out of a small pane. */
const EXPOSED_NAMED = 3;

/** Where nothing is to be reached, there is nothing to hint at and nothing to bet on. */
const OF_GOALS: ReadonlySet<Action> = new Set(['hint', 'predict']);

export function drawHelp(session: Session, catalog: Catalog, width: number, keys: Game['keys']): readonly Line[] {
  const { game, sandbox } = catalog;
  const figures = isSandbox(session) ? sandbox['play.figures'] : game['help.figures'];
  const actions = PLAY_KEYS.filter(({ action }) => !(isSandbox(session) && OF_GOALS.has(action)));
  const rows = [
    ...actions.map(({ action }) => drawKey(keys[action], game[`action.${action}`])),
    ...CONTROL_KEYS.map(({ control, shown }) => drawKey(shown, game[`control.${control}`])),
  ];
  return [
    ...inTwo(rows, width),
    [],
    ...paragraph(game['help.menu'], width, 'dim'),
    ...paragraph(figures, width, 'dim'),
    ...drawExposed(session, catalog, width),
  ];
}

function drawKey(key: string, does: string): Line {
  return [...padLine([span(` ${key}`, 'key')], KEY_COLUMNS), span(does)];
}

function drawExposed({ level, present }: Session, catalog: Catalog, width: number): readonly Line[] {
  const list = nameExposed(level, present.world, catalog, EXPOSED_NAMED);
  return list === undefined ? [] : paragraph(fillMessage(catalog.game['help.exposed'], { list }), width, 'warn');
}

function inTwo(rows: readonly Line[], width: number): readonly Line[] {
  const half = Math.floor(width / 2);
  if (rows.some((row) => lineColumns(row) > half)) return rows;
  const middle = Math.ceil(rows.length / 2);
  return beside({ lines: rows.slice(0, middle), width: half }, { lines: rows.slice(middle), width: width - half });
}
