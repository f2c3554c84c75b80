import type { Catalog } from '../text/catalog.ts';
import { fillMessage } from '../text/message.ts';
import type { StoreNotice } from './store.ts';

/** What a player is told when the save is not as it should be. */
export function explainNotice(notice: StoreNotice, { commands }: Pick<Catalog, 'commands'>): string {
  return fillMessage(commands[`notice.${notice.kind}`], { ...notice });
}
