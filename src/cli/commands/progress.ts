import { existsSync } from 'node:fs';
import { nearest } from '../../control/nearest.ts';
import { readText } from '../../levels/load.ts';
import { moveFile } from '../../progress/busy.ts';
import { explainNotice } from '../../progress/explain-notice.ts';
import { freeName } from '../../progress/free-name.ts';
import { countStars, mergeSaves, type Save } from '../../progress/progress.ts';
import { readSaveFile, readSaveText, type SaveFile, saveIn } from '../../progress/read-save.ts';
import { listDue, nextDay } from '../../progress/review.ts';
import { savePath } from '../../progress/saved-file.ts';
import { writeWhole } from '../../progress/write-whole.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { EXIT } from '../exit.ts';
import { openShelf, unreadable } from '../library.ts';
import { print, printError } from '../output.ts';
import { readStandardInput } from '../read-script.ts';
import { Refusal } from '../refusal.ts';
import type { Call } from '../run-command.ts';

type Action = (call: Call) => Promise<number>;

const ACTIONS: Readonly<Record<string, Action>> = { path, show, export: exportSave, import: importSave, reset };

export async function progress(call: Call): Promise<number> {
  const { operands, say } = call;
  const [word = '', file] = operands;
  const action = Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
  if (!action) {
    const close = nearest(word, Object.keys(ACTIONS));
    const remedy = close ? say('did-you-mean', { word: `blackfoot progress ${close}` }) : seeHelp(call);
    throw new Refusal(say('no-action', { word }), remedy);
  }
  if (file !== undefined && word !== 'export' && word !== 'import')
    throw new Refusal(say('too-many', { word: file, command: `progress ${word}` }), seeHelp(call));
  return action(call);
}

function seeHelp({ say }: Call): string {
  return say('see-command-help', { command: 'progress' });
}

async function path(): Promise<number> {
  print(savePath());
  return EXIT.yes;
}

async function show(call: Call): Promise<number> {
  const { say, language } = call;
  const save = saveIn(readable(call, readSaveFile(savePath())));
  const { library } = await openShelf(call);
  const known = library.entries.filter(({ id }) => Object.hasOwn(save.levels, id));
  const rows = known.map(({ id, position }) => {
    const { stars, moves } = save.levels[id] as Save['levels'][string];
    const text = library.text(id, language);
    const best = moves === undefined ? '' : `  ${say('progress.moves', { moves })}`;
    return `  ${position}  ${'★'.repeat(stars)}${'·'.repeat(3 - stars)}  ${text.ok ? text.value.title : id}${best}`;
  });
  const solved = Object.values(save.levels).filter((record) => record.solved).length;
  const sum = say('progress.sum', { solved, levels: library.entries.length, stars: countStars(save) });
  print([sum, ...rows, ...sayDue(call, save), savePath()].join('\n'));
  return EXIT.yes;
}

/** How many reviews wait, and from when on there is another. */
function sayDue({ say }: Call, save: Save): readonly string[] {
  const now = new Date().toISOString();
  const count = listDue(save, now).length;
  const day = nextDay(save, now);
  return [
    ...(count > 0 ? [say('progress.due', { count })] : []),
    ...(day === undefined ? [] : [say('progress.next-due', { day })]),
  ];
}

/** A save that does not read is told about and left as it is. */
function readable({ say }: Call, file: SaveFile): SaveFile {
  if (file.kind === 'read' || file.kind === 'none') return file;
  const values = { path: savePath(), version: file.kind === 'newer' ? file.version : 0 };
  throw new Refusal(say(file.kind === 'newer' ? 'progress.newer' : 'progress.unreadable', values));
}

async function exportSave(call: Call): Promise<number> {
  const text = `${JSON.stringify(saveIn(readable(call, readSaveFile(savePath()))), undefined, 2)}\n`;
  const [, file] = call.operands;
  if (file === undefined || file === '-') {
    print(text);
    return EXIT.yes;
  }
  const reason = writeWhole(file, text);
  if (reason) throw new Refusal(call.say('cannot-write', { file, reason }));
  return EXIT.yes;
}

async function importSave(call: Call): Promise<number> {
  const { say, language } = call;
  const [, file] = call.operands;
  if (file === undefined) {
    const command = 'progress import';
    throw new Refusal(say('too-few', { command, usage: `blackfoot ${command} FILE` }), seeHelp(call));
  }
  const { openStore } = await import('../../progress/store.ts');
  const theirs = await readImport(call, file);
  const store = openStore();
  const before = countStars(store.progress);
  // What is set here stays set here.
  const merged = mergeSaves({ version: 1, ...store.progress, settings: store.settings }, theirs);
  store.save(merged);
  const { notice } = store;
  if (notice) printError(explainNotice(notice, CATALOGS[language]));
  if (notice?.kind === 'newer' || notice?.kind === 'unwritable') return EXIT.usage;
  print(say('progress.imported', { added: countStars(store.progress) - before, stars: countStars(store.progress) }));
  return EXIT.yes;
}

async function readImport(call: Call, file: string): Promise<Save> {
  const text = file === '-' ? await readStandardInput(call) : readImportFile(call, file);
  const read = readSaveText(text);
  if (read.kind === 'read' && !read.damaged) return read.save;
  const version = read.kind === 'newer' ? read.version : 0;
  throw new Refusal(
    call.say(read.kind === 'newer' ? 'progress.newer' : 'progress.not-a-save', { path: file, version }),
  );
}

function readImportFile({ say }: Call, file: string): string {
  const text = readText(file);
  if (!text.ok) throw unreadable(say, text.error);
  return text.value;
}

/** Never gone for good: the old file stays beside the new one. */
async function reset({ say }: Call): Promise<number> {
  const file = savePath();
  if (!existsSync(file)) {
    print(say('progress.nothing'));
    return EXIT.yes;
  }
  const keptAs = freeName(file, 'before-reset');
  try {
    moveFile(file, keptAs);
  } catch (error) {
    throw new Refusal(say('cannot-write', { file, reason: (error as NodeJS.ErrnoException).code ?? '' }));
  }
  print(say('progress.reset', { file: keptAs }));
  return EXIT.yes;
}
