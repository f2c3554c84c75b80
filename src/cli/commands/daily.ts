import { dailyId, isDate } from '../../levels/daily/date.ts';
import type { Level, LevelText } from '../../levels/level.ts';
import type { DailyRecord } from '../../progress/daily.ts';
import { streakOf } from '../../progress/daily.ts';
import { readSaveFile, saveIn } from '../../progress/read-save.ts';
import { savePath } from '../../progress/saved-file.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { shareLines } from '../../ui/daily/share-text.ts';
import { EXIT } from '../exit.ts';
import { findLevel } from '../find-world.ts';
import { print, printJson } from '../output.ts';
import { Refusal } from '../refusal.ts';
import type { Call } from '../run-command.ts';
import { todayUtc } from '../today.ts';

/** A day's puzzle in words, and how it went; or as data, with its network. */
export async function daily(call: Call): Promise<number> {
  const { flags, say, language } = call;
  const today = todayUtc();
  const date = typeof flags.date === 'string' ? flags.date : today;
  if (!isDate(date)) throw new Refusal(say('no-date', { word: date }), say('date-form', { date: today }));
  const { level, shelf } = await findLevel({ ...call, flags: {} }, dailyId(date));
  const text = shelf.library.text(level.id, flags.json ? 'en' : language);
  if (!text.ok) throw new Refusal(say('unreadable'));
  const save = saveIn(readSaveFile(savePath()));
  const record = save.daily[date];
  if (flags.json) printJson(describeDay(date, level, text.value, record));
  else print(writeDay(date, level, text.value, record, streakOf(save.daily, today), call).join('\n'));
  return EXIT.yes;
}

function describeDay(date: string, level: Level, { title, story, goals }: LevelText, record: DailyRecord | undefined) {
  return {
    date,
    level: level.id,
    title,
    story,
    par: level.par,
    goals: level.goals.map(({ id, expect }) => ({ id, expect, text: goals[id] ?? id })),
    tools: level.tools.map(({ name }) => name),
    solved: record?.solvedAt !== undefined,
    result: record ?? null,
    world: level.start,
  };
}

function writeDay(
  date: string,
  level: Level,
  { title, story, goals }: LevelText,
  record: DailyRecord | undefined,
  streak: number,
  { say, language }: Call,
): readonly string[] {
  const shared = shareLines(date, record, CATALOGS[language], false);
  return [
    `${date}  ${title}  (${say('daily.par', { par: level.par })})`,
    '',
    ...story,
    '',
    ...level.goals.map(({ id }) => `  ○ ${goals[id] ?? id}`),
    '',
    ...(shared ?? [say('daily.play', { id: level.id })]),
    ...(streak > 0 ? [say('daily.streak', { streak })] : []),
  ];
}
