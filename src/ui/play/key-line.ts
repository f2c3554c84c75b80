// The bottom line of the play screen: which keys do something here, and what.

import { isSandbox } from '../../game/sandbox.ts';
import { HINT_RUNGS, type Session, triesToHint } from '../../game/session.ts';
import { fillMessage } from '../../text/message.ts';
import type { Game } from '../game-context.ts';
import type { PlayState } from './play-state.ts';

export function drawKeyLine(session: Session, { pane, asking, menu, moving }: PlayState, { say, keys, catalog }: Game) {
  if (asking === 'command') return say('keys.command');
  if (asking === 'predict') return say('keys.predict');
  switch (pane) {
    case 'packet':
      return say(moving ? 'keys.moving' : 'keys.packet');
    case 'report':
      return say('keys.report');
    case 'solved':
      return say('keys.solved');
    case 'hints':
      return say(session.hints < HINT_RUNGS && triesToHint(session) === 0 ? 'keys.hint' : 'keys.pane', keys);
    case 'output':
      return say('keys.output');
    case 'help':
      return say('keys.pane');
    case 'none': {
      const key = menu.tool ? 'keys.menu' : 'keys.play';
      return isSandbox(session) ? fillMessage(catalog.sandbox[key], keys) : say(key, keys);
    }
  }
}
