// What the game needs from the outside: levels, language, the save, a clock.

import { explainNotice } from '../progress/explain-notice.ts';
import { openHistory } from '../progress/history.ts';
import { readSaveFile, saveIn } from '../progress/read-save.ts';
import { savePath } from '../progress/saved-file.ts';
import type { Store } from '../progress/store.ts';
import { CATALOGS } from '../text/catalog.ts';
import { loadLevelScreens } from '../ui/load-level-screens.ts';
import { startGame } from '../ui/start.tsx';
import type { Invocation } from './arguments.ts';
import { openPlay } from './open-play.ts';
import { printError } from './output.ts';

export async function playGame(invocation: Invocation, handOver: () => void): Promise<void> {
  const { language, library, levelId } = await openPlay(invocation);
  if (levelId) await Promise.all([loadLevelScreens(), library.prepare?.()]);
  const file = readSaveFile(savePath());
  let store: Store | undefined;
  const openStore = async () => {
    store ??= (await import('../progress/store.ts')).openStore();
    return store;
  };
  // What is wrong with a save is put right before it is played on, whether or not anything is won.
  if (file.kind !== 'none' && (file.kind !== 'read' || file.damaged)) await openStore();
  await startGame({
    library,
    language,
    levelId,
    save: saveIn(file),
    openStore,
    openHistory: async () => openHistory(),
    notice: (store as Store | undefined)?.notice,
    now: () => new Date().toISOString(),
    handOver,
  });
  const notice = (store as Store | undefined)?.notice;
  if (notice) printError(explainNotice(notice, CATALOGS[language]));
}
