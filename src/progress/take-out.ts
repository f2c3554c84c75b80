// A file that the player takes along: in the folder where the game was started, under a name that nobody has.

import { writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';

export type TakenOut = { readonly file: string } | { readonly reason: string };

/** Never overwrites: `net.tf` is `net-2.tf` where there is one already. */
export function takeOut(folder: string, name: string, text: string): TakenOut {
  const { name: base, ext } = parse(name);
  for (let number = 1; ; number++) {
    const file = join(folder, number === 1 ? name : `${base}-${number}${ext}`);
    try {
      writeFileSync(file, text, { flag: 'wx' });
      return { file };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST') return { reason: code ?? message };
    }
  }
}
