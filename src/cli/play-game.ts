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
import { chooseLanguage } from './language.ts';
import { nearestLevel, openTitles } from './library.ts';
import { sayIn } from './messages.ts';
import { printError } from './output.ts';
import { Refusal } from './refusal.ts';
import { refuseUnknownLanguage } from './tell.ts';

export async function playGame({ operands, flags }: Invocation, handOver: () => void): Promise<void> {
  const language = chooseLanguage(flags.lang);
  const say = sayIn(language);
  refuseUnknownLanguage(say, flags.lang);
  const library = await openTitles({ flags, say });
  const [name] = operands;
  const levelId = name === undefined ? undefined : library.find(name)?.id;
  if (name !== undefined && !levelId) {
    const near = nearestLevel(library, name);
    throw new Refusal(say('no-level', { word: name }), near && say('did-you-mean', { word: near }));
  }
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
    now: () => new Date().toISOString(),
    handOver,
  });
  const notice = (store as Store | undefined)?.notice;
  if (notice) printError(explainNotice(notice, CATALOGS[language]));
}
