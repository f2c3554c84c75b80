// What the game needs from the outside: levels, language, the save, a clock.

import { readSaveFile, saveIn } from '../progress/read-save.ts';
import { savePath } from '../progress/saved-file.ts';
import { startGame } from '../ui/start.tsx';
import type { Invocation } from './arguments.ts';
import { chooseLanguage } from './language.ts';
import { nearestLevel, openShelf } from './library.ts';
import { sayIn } from './messages.ts';
import { Refusal } from './refusal.ts';
import { refuseUnknownLanguage } from './tell.ts';

export async function playGame({ operands, flags }: Invocation, handOver: () => void): Promise<void> {
  const language = chooseLanguage(flags.lang);
  const say = sayIn(language);
  refuseUnknownLanguage(say, flags.lang);
  const { library } = await openShelf({ flags, say });
  const [name] = operands;
  const levelId = name === undefined ? undefined : library.find(name)?.id;
  if (name !== undefined && !levelId) {
    const near = nearestLevel(library, name);
    throw new Refusal(say('no-level', { word: name }), near && say('did-you-mean', { word: near }));
  }
  await startGame({
    library,
    language,
    levelId,
    save: saveIn(readSaveFile(savePath())),
    openStore: async () => (await import('../progress/store.ts')).openStore(),
    now: () => new Date().toISOString(),
    handOver,
  });
}
