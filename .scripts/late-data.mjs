// Words and levels are most of our bytes, and whoever asks wants one language, and of that some words, or one level. So they are no code,
// which would all be read at every start, but files from which late-record.mjs takes a piece when it is first asked for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';

const lateRecord = fileURLToPath(new URL('late-record.mjs', import.meta.url));
const importLateRecord = `import { lateRecord } from ${JSON.stringify(lateRecord)};\n`;

/** An esbuild plugin; the files that the program will read are put into `files`. */
export function readDataLate(files) {
  const asFile = (name, record) => {
    const pieces = Object.entries(record).map(([key, value]) => [key, `${JSON.stringify(value)}\n`]);
    files.set(name, pieces.map(([, text]) => text).join(''));
    const lengths = pieces.map(([key, text]) => [key, Buffer.byteLength(text)]);
    return `lateRecord(${JSON.stringify(name)}, ${JSON.stringify(lengths)})`;
  };
  return {
    name: 'read-data-late',
    setup(building) {
      building.onLoad({ filter: /[\\/]src[\\/]text[\\/]catalog\.ts$/ }, async ({ path }) => {
        const words = await readWords(path);
        const languages = Object.entries(words).map(
          ([code, areas]) => `${code}: ${asFile(`words.${code}.json`, areas)}`,
        );
        const contents = `${importLateRecord}
          export { LANGUAGES } from './language.ts';
          export const CATALOGS = { ${languages.join(', ')} };`;
        return { contents, loader: 'js', resolveDir: join(path, '..') };
      });
      building.onLoad({ filter: /[\\/]built-in\.json$/ }, ({ path }) => {
        const { index, levels, texts, chapterTexts } = JSON.parse(readFileSync(path, 'utf8'));
        const languages = Object.entries(texts).map(([code, of]) => [code, asFile(`levels.${code}.json`, of)]);
        const contents = `${importLateRecord}
          export default {
            index: ${JSON.stringify(index)},
            levels: ${asFile('levels.json', levels)},
            texts: { ${languages.map(([code, record]) => `${code}: ${record}`).join(', ')} },
            chapterTexts: ${asFile('chapters.json', chapterTexts)},
          };`;
        return { contents, loader: 'js', resolveDir: join(path, '..') };
      });
    },
  };
}

async function readWords(path) {
  const code = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm', charset: 'utf8' });
  const encoded = Buffer.from(code.outputFiles[0].contents).toString('base64');
  const { CATALOGS: words } = await import(`data:text/javascript;base64,${encoded}`);
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(words)), words)) throw new Error(`${path} holds more than words.`);
  return words;
}
