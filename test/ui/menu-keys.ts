// The keys that make an operation by menus alone, found the way a player finds them: page by page.

import { printCommand } from '../../src/control/command.ts';
import type { Operation } from '../../src/control/operation.ts';
import { reduceSession, type Session } from '../../src/game/session.ts';
import type { LevelText } from '../../src/levels/level.ts';
import { CATALOGS } from '../../src/text/catalog.ts';
import { choose, listPage, type MenuState, TOP_OF_MENU } from '../../src/ui/play/menu-items.ts';
import { afterChoice, openPage, type PlayState, START } from '../../src/ui/play/play-state.ts';

/** Values to choose, one on each page. */
function findWay(session: Session, menu: MenuState, text: LevelText, wanted: string): readonly string[] | undefined {
  const { level, present } = session;
  for (const { value } of listPage(present.world, level.tools, menu, CATALOGS.en, text).items) {
    if (value === 'back' || value === 'send') continue;
    const chosen = choose(present.world, level.tools, menu, value);
    if (chosen.kind === 'operation' && printCommand(chosen.operation) === wanted) return [value];
    const rest = chosen.kind === 'menu' ? findWay(session, chosen.state, text, wanted) : undefined;
    if (rest) return [value, ...rest];
  }
  return undefined;
}

/** Keys for one operation after another, from the play screen as it opens. */
export function menuKeys(start: Session, operations: readonly Operation[], text: LevelText): readonly string[] {
  const keys: string[] = [];
  let session = start;
  let state: PlayState = START;
  for (const operation of operations) {
    const wanted = printCommand(operation);
    const way = findWay(session, state.menu, text, wanted) ?? backAndFind();
    for (const value of way) press(value);
    session = reduceSession(session, { type: 'operate', operation });
    state = { ...state, menu: TOP_OF_MENU, ...afterChoice(state, session, way.at(-1) as string) };

    function backAndFind() {
      keys.push('left');
      state = { ...state, menu: TOP_OF_MENU };
      const found = findWay(session, state.menu, text, wanted);
      if (!found) throw new Error(`no menu leads to ${wanted}`);
      return found;
    }
  }
  return keys;

  function press(value: string) {
    const { items } = listPage(session.present.world, session.level.tools, state.menu, CATALOGS.en, text);
    const steps = items.findIndex((item) => item.value === value) - (state.menu.tool ? 0 : state.menuAt);
    keys.push(...Array.from({ length: Math.abs(steps) }, () => (steps > 0 ? 'down' : 'up')), 'enter');
    const chosen = choose(session.present.world, session.level.tools, state.menu, value);
    if (chosen.kind === 'menu') state = { ...state, ...openPage(state, value, chosen.state) };
  }
}
