// What is saved of a player: what each level has seen, by the level's permanent id, and the settings. Two saves merge into the best
// of both, so that two games at once, or a save carried from another machine, never lose anything.

import * as v from 'valibot';
import { slugSchema } from '../levels/level.ts';
import { fail, ok, type Result } from '../result.ts';
import { LANGUAGES } from '../text/language.ts';
import { type DailyRecords, dailyRecordSchema, mergeDaily } from './daily.ts';

/** The format that this program writes. An older one is brought up to it; a newer one is left alone. */
export const SAVE_VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const amount = v.pipe(v.number(), v.minValue(0));
const isoTime = v.pipe(v.string(), v.isoTimestamp());

const predictionRecordSchema = v.object({
  choice: v.optional(v.string()),
  right: v.boolean(),
  /** Whether the player had ticked to be sure. */
  sure: v.optional(v.boolean()),
});

const levelRecordSchema = v.object({
  solved: v.optional(v.boolean(), false),
  /** The best of all right answers, each figure for itself. */
  moves: v.optional(count),
  dollars: v.optional(amount),
  exposure: v.optional(count),
  stars: v.optional(v.pipe(count, v.maxValue(3)), 0),
  /** When it was first solved: an ISO 8601 time. */
  solvedAt: v.optional(isoTime),
  /** Rungs of the hints that were opened. */
  hints: v.optional(count, 0),
  /** What the player foretold before the first send. */
  prediction: v.optional(predictionRecordSchema),
  /** Of a level that comes with another fault each time: those that have been mended. */
  faults: v.optional(v.array(slugSchema)),
});

/** How many times a belief is asked about again before it counts as mended. */
export const REVIEW_RUNGS = 4;

const reviewRecordSchema = v.object({
  /** How many times in a row it has been answered rightly since it was last shown. */
  rung: v.pipe(count, v.maxValue(REVIEW_RUNGS)),
  /** When it was last shown or asked about. */
  at: isoTime,
});

const settingsSchema = v.object({
  language: v.optional(v.picklist(LANGUAGES)),
  theme: v.optional(v.string()),
  motion: v.optional(v.string()),
  keys: v.optional(v.string()),
  mouse: v.optional(v.boolean()),
  ascii: v.optional(v.boolean()),
});

export type LevelRecord = Readonly<v.InferOutput<typeof levelRecordSchema>>;
/** Each setting that the player has changed; the rest is as the game starts. */
export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;

/** A wrong belief that the player has shown, and how it goes with mending it. */
export type ReviewRecord = Readonly<v.InferOutput<typeof reviewRecordSchema>>;
export type Reviews = Readonly<Record<string, ReviewRecord>>;

export interface Progress {
  readonly levels: Readonly<Record<string, LevelRecord>>;
  /** By the belief's id. */
  readonly reviews: Reviews;
  readonly daily: DailyRecords;
}

export interface Save extends Progress {
  readonly version: typeof SAVE_VERSION;
  readonly settings: Settings;
}

/** What is to be added to a save: better figures of levels, and settings that replace the old ones. */
export interface Change {
  readonly levels?: Readonly<Record<string, Partial<LevelRecord>>>;
  readonly reviews?: Reviews;
  readonly daily?: DailyRecords;
  readonly settings?: Settings;
}

export const EMPTY_SAVE: Save = { version: SAVE_VERSION, levels: {}, reviews: {}, daily: {}, settings: {} };

const EMPTY_RECORD: LevelRecord = { solved: false, stars: 0, hints: 0 };

export function recordOf({ levels }: Progress, levelId: string): LevelRecord {
  return Object.hasOwn(levels, levelId) ? (levels[levelId] as LevelRecord) : EMPTY_RECORD;
}

export type SaveProblem =
  /** Written by a later version of the game. */
  | { readonly kind: 'newer'; readonly version: number }
  /** Not a save at all. */
  | { readonly kind: 'broken' };

export interface ReadSave {
  readonly save: Save;
  /** Some entries made no sense and were left out. */
  readonly damaged: boolean;
}

/** Reads what the file holds, whatever version wrote it; entries that make no sense are left out and told about. */
export function parseSave(input: unknown): Result<ReadSave, SaveProblem> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return fail({ kind: 'broken' });
  const found = input as Readonly<Record<string, unknown>>;
  if (Object.keys(found).length === 0) return ok({ save: EMPTY_SAVE, damaged: false });
  const { version } = found;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) return fail({ kind: 'broken' });
  if (version > SAVE_VERSION) return fail({ kind: 'newer', version });
  return ok(readEntries(migrate(found, version)));
}

type Migration = (save: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** From the version of its index to the next one. Version 0 had the solved levels as a list of ids. */
const MIGRATIONS: readonly Migration[] = [
  ({ solved, ...rest }) => ({
    ...rest,
    levels: Object.fromEntries(
      Array.isArray(solved) ? solved.map((id) => [String(id), { solved: true, stars: 1 }]) : [],
    ),
  }),
];

function migrate(save: Readonly<Record<string, unknown>>, version: number): Readonly<Record<string, unknown>> {
  return MIGRATIONS.slice(version).reduce((older, next) => next(older), save);
}

function readEntries(found: Readonly<Record<string, unknown>>): ReadSave {
  const levels = readRecords(found.levels, levelRecordSchema);
  const reviews = readRecords(found.reviews, reviewRecordSchema);
  const daily = readRecords(found.daily, dailyRecordSchema);
  const settings = v.safeParse(settingsSchema, found.settings ?? {});
  const save: Save = {
    version: SAVE_VERSION,
    levels: levels.kept,
    reviews: reviews.kept,
    daily: daily.kept,
    settings: settings.success ? settings.output : {},
  };
  return { save, damaged: levels.damaged || reviews.damaged || daily.damaged || !settings.success };
}

/** The entries that make sense. A save of an older program has none of a newer kind. */
function readRecords<T>(
  found: unknown = {},
  schema: v.GenericSchema<unknown, T>,
): { readonly kept: Readonly<Record<string, T>>; readonly damaged: boolean } {
  if (typeof found !== 'object' || found === null) return { kept: {}, damaged: true };
  const kept: Record<string, T> = {};
  for (const [id, entry] of Object.entries(found)) {
    const record = v.safeParse(schema, entry);
    if (record.success && v.is(slugSchema, id)) kept[id] = record.output;
  }
  return { kept, damaged: Object.keys(kept).length < Object.keys(found).length };
}

/** Both saves' best; the first one's settings where it has any. */
export function mergeSaves(mine: Save, theirs: Save): Save {
  return { ...applyChange(theirs, mine) };
}

/** A level's record only ever gets better; of a review the latest counts, of a day the first win; a setting is replaced. */
export function applyChange(save: Save, { levels = {}, reviews = {}, daily = {}, settings = {} }: Change): Save {
  const merged = Object.entries(levels).map(([id, record]) => [id, mergeRecords(recordOf(save, id), record)] as const);
  const latest = Object.entries(reviews).map(([id, review]) => [id, laterOf(save.reviews[id], review)] as const);
  const days = Object.entries(daily).map(([date, record]) => [date, mergeDaily(save.daily[date], record)] as const);
  return {
    version: SAVE_VERSION,
    levels: { ...save.levels, ...Object.fromEntries(merged) },
    reviews: { ...save.reviews, ...Object.fromEntries(latest) },
    daily: { ...save.daily, ...Object.fromEntries(days) },
    settings: { ...save.settings, ...withoutUndefined(settings) },
  };
}

function mergeRecords(known: LevelRecord, added: Partial<LevelRecord>): LevelRecord {
  const prediction = known.prediction ?? added.prediction;
  return withoutUndefined({
    solved: known.solved || (added.solved ?? false),
    moves: least(known.moves, added.moves),
    dollars: least(known.dollars, added.dollars),
    exposure: least(known.exposure, added.exposure),
    stars: Math.max(known.stars, added.stars ?? 0),
    solvedAt: [known.solvedAt, added.solvedAt].filter((time) => time !== undefined).sort()[0],
    hints: Math.max(known.hints, added.hints ?? 0),
    prediction,
    faults: union(known.faults, added.faults),
  });
}

/** In one order, whichever of two saves comes first. */
function union(known: readonly string[] | undefined, added: readonly string[] | undefined): string[] | undefined {
  return known || added ? [...new Set([...(known ?? []), ...(added ?? [])])].sort() : undefined;
}

/** ISO times in UTC compare as texts. At the same moment the one that asks sooner, so that the order of merging makes no difference. */
function laterOf(known: ReviewRecord | undefined, added: ReviewRecord): ReviewRecord {
  if (!known || known.at < added.at) return added;
  return known.at === added.at && added.rung < known.rung ? added : known;
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

/** JSON has no undefined, and a save must read as it was written. */
function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

export function countStars({ levels }: Progress): number {
  return Object.values(levels).reduce((sum, { stars }) => sum + stars, 0);
}
