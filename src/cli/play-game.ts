// What the game needs from the outside: levels, language, the save, a clock.

import type { World } from '../cloud/world.ts';
import { explainNotice } from '../progress/explain-notice.ts';
import { openHistory } from '../progress/history.ts';
import { readSaveFile, saveIn } from '../progress/read-save.ts';
import { savePath } from '../progress/saved-file.ts';
import type { Store } from '../progress/store.ts';
import { CATALOGS, type Language } from '../text/catalog.ts';
import { loadLevelScreens } from '../ui/load-level-screens.ts';
import { startGame, type TerminalOptions } from '../ui/start.tsx';
import type { Invocation } from './arguments.ts';
import { sayIn } from './messages.ts';
import { openPlay } from './open-play.ts';
import { printError } from './output.ts';

export async function playGame(invocation: Invocation, terminal: TerminalOptions): Promise<void> {
  const opensSandbox = invocation.command === 'sandbox';
  const { language, library, levelId } = await openPlay(opensSandbox ? { ...invocation, operands: [] } : invocation);
  const sandboxWorld = opensSandbox ? await namedWorld(invocation, language) : undefined;
  if (levelId || opensSandbox) await Promise.all([loadLevelScreens(), library.prepare?.()]);
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
    sandboxWorld,
    opensSandbox,
    save: saveIn(file),
    openStore,
    openHistory: async () => openHistory(),
    notice: (store as Store | undefined)?.notice,
    now: () => new Date().toISOString(),
    ...terminal,
  });
  const notice = (store as Store | undefined)?.notice;
  if (notice) printError(explainNotice(notice, CATALOGS[language]));
}

/** What `blackfoot sandbox WORLD` names. */
async function namedWorld({ operands, flags }: Invocation, language: Language): Promise<World | undefined> {
  const [word] = operands;
  if (word === undefined) return undefined;
  // Behind an import(), because it reaches the whole data plane, which the title does not need.
  const { findWorld } = await import('./find-world.ts');
  return findWorld({ operands, flags, language, say: sayIn(language) }, word);
}
