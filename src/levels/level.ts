// A level: a World that does not work yet, the tools that may change it, and goals that say when it does. Data here, texts apart
// (one file a language). Source of the contract: levels/README.md.

import * as v from 'valibot';
import { addressSchema, portSchema, protocolSchema } from '../cloud/schema.ts';
import type { World } from '../cloud/world.ts';
import type { Tool } from '../control/form.ts';
import type { Operation } from '../control/operation.ts';

/** A permanent name in lower-case words, never a position. */
export const slugSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case words joined by dashes, such as door-with-no-road'),
);

const probeSchema = v.strictObject({
  from: v.string(),
  to: v.optional(v.string()),
  toRecord: v.optional(v.string()),
  byPublicAddress: v.optional(v.boolean()),
  protocol: v.optional(protocolSchema),
  port: v.optional(portSchema),
  sourcePort: v.optional(portSchema),
  source: v.optional(addressSchema),
  flow: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))),
  size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(28), v.maxValue(65535))),
  dontFragment: v.optional(v.boolean()),
  ttl: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255))),
  continues: v.optional(v.boolean()),
});

/** Gigabytes a month, there and back. */
const gigabytesSchema = v.strictObject({
  request: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  reply: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
});

/** Where an answer is read from a trace, so that no answer is ever typed by hand. */
export const readingSchema = v.strictObject({
  probe: probeSchema,
  direction: v.optional(v.picklist(['request', 'reply']), 'request'),
  /** Which step: the first of this kind, at this node where one is named. Left out: the last step. */
  step: v.optional(v.string()),
  node: v.optional(v.string()),
  when: v.optional(v.picklist(['before', 'after']), 'after'),
  field: v.picklist([
    'source',
    'destination',
    'source-address',
    'destination-address',
    'outer-source',
    'outer-destination',
    'vpc',
    'route',
    'target',
    'table',
    'node',
    'place',
    'code',
    'outcome',
    'hops-between-hosts',
    'failing-flows',
  ]),
  /** The event after which the trace is taken. */
  after: v.optional(slugSchema),
});

export const questionSchema = v.strictObject({
  id: slugSchema,
  reads: readingSchema,
  choices: v.pipe(v.array(v.string()), v.minLength(2, 'a question has at least two choices')),
});

/** Steps to be put in their order; false tiles match no step of the trace. */
export const puzzleSchema = v.strictObject({
  id: slugSchema,
  probe: probeSchema,
  direction: v.optional(v.picklist(['request', 'reply']), 'request'),
  tiles: v.array(
    v.strictObject({ id: slugSchema, step: v.string(), node: v.optional(v.string()), rule: v.optional(v.string()) }),
  ),
});

const goalBase = {
  id: slugSchema,
  after: v.optional(slugSchema),
  /** The goal that this one repeats on purpose, from the other end or at another time. */
  pairedWith: v.optional(slugSchema),
};

export const goalSchema = v.variant('expect', [
  v.strictObject({
    ...goalBase,
    /** `converse`: there and back. `deliver`: the request arrives. The others forbid exactly that. */
    expect: v.picklist(['converse', 'deliver', 'not-deliver', 'not-converse']),
    probe: probeSchema,
    /** Nodes that the request must pass, and must not. */
    through: v.optional(v.array(v.string()), []),
    avoids: v.optional(v.array(v.string()), []),
    /** The source address that the far end must see. */
    seenAs: v.optional(v.string()),
    /** The month's traffic of this kind, for the bill. */
    gigabytes: v.optional(gigabytesSchema),
  }),
  v.strictObject({ ...goalBase, expect: v.literal('answer'), question: slugSchema }),
  v.strictObject({ ...goalBase, expect: v.literal('order'), puzzle: slugSchema }),
  /** Deliveries that nobody asked for. */
  v.strictObject({
    ...goalBase,
    expect: v.literal('exposure'),
    atMost: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** US dollars a month. */
  v.strictObject({ ...goalBase, expect: v.literal('dollars'), atMost: v.pipe(v.number(), v.minValue(0)) }),
]);

/** One way to break a network that works. Such a level is played again and again, each time with another fault. */
const faultSchema = v.strictObject({
  id: slugSchema,
  breaks: v.optional(v.number()),
  /** What somebody did: command lines. */
  commands: v.pipe(v.array(v.string()), v.minLength(1, 'a fault comes from at least one command')),
  /** The goal that the ticket is about, and the code that it fails with. */
  goal: slugSchema,
  code: v.string(),
  /** The reference answer; its length is par. */
  mend: v.pipe(v.array(v.string()), v.minLength(1, 'a fault is mended by at least one command')),
});

export const levelFileSchema = v.strictObject({
  id: slugSchema,
  version: v.optional(v.number(), 1),
  /** The version of the simulator's rules that the level was written for. */
  semantics: v.optional(v.number(), 1),
  introduces: v.optional(v.pipe(v.array(slugSchema), v.maxLength(1, 'a level introduces at most one concept')), []),
  requires: v.optional(v.array(slugSchema), []),
  /** Numbers of wrong beliefs in the curriculum. */
  breaks: v.optional(v.array(v.number()), []),
  world: v.record(v.string(), v.unknown()),
  /** Operation names, or `{ CreateRoute: { DestinationCidrBlock: [...] } }` to narrow a parameter. */
  tools: v.array(v.union([v.string(), v.record(v.string(), v.record(v.string(), v.array(v.string())))])),
  goals: v.pipe(v.array(goalSchema), v.minLength(1, 'a level has at least one goal')),
  questions: v.optional(v.array(questionSchema), []),
  puzzles: v.optional(v.array(puzzleSchema), []),
  /** Things that happen, by name: command lines that the goals marked `after` are judged behind. */
  events: v.optional(v.record(slugSchema, v.array(v.string())), {}),
  /** The question asked before the first send. */
  predict: v.optional(questionSchema),
  /** The reference answer: command lines. Its length is par. A level with faults has one for each of them. */
  reference: v.optional(v.array(v.string()), []),
  /** The world works; each time that the level is played, one of these has befallen it. */
  faults: v.optional(v.array(faultSchema), []),
  wrong: v.optional(
    v.array(
      v.strictObject({
        id: slugSchema,
        breaks: v.optional(v.number()),
        commands: v.array(v.string()),
        /** The code that a goal must fail with, or of EC2's refusal. */
        code: v.string(),
        goal: v.optional(slugSchema),
      }),
    ),
    [],
  ),
  /** Only a level with faults leaves it out. */
  par: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** No search can try every shorter answer, so par is the shortest that anybody has found. */
  bestKnown: v.optional(v.boolean(), false),
  /** The packets over which exposure is counted; left out: every machine outside, to every public address, on the level's ports. */
  exposureProbes: v.optional(v.array(probeSchema)),
  /** The most open state that the tools can build need not fail a must-not goal. */
  noForbidden: v.optional(v.boolean(), false),
  sources: v.pipe(v.array(v.string()), v.minLength(1, 'a level names at least one source')),
});

export type LevelFile = v.InferOutput<typeof levelFileSchema>;
export type Goal = v.InferOutput<typeof goalSchema>;
export type ProbeGoal = Extract<Goal, { probe: unknown }>;
/** A goal on a figure of the score. */
export type LimitGoal = Extract<Goal, { atMost: number }>;
export type Question = v.InferOutput<typeof questionSchema>;
export type Puzzle = v.InferOutput<typeof puzzleSchema>;
export type Reading = v.InferOutput<typeof readingSchema>;

/** A level ready to be played: its World read, its command lines parsed. */
export interface Level
  extends Omit<LevelFile, 'world' | 'tools' | 'events' | 'reference' | 'wrong' | 'faults' | 'par'> {
  readonly start: World;
  readonly par: number;
  readonly tools: readonly Tool[];
  readonly events: Readonly<Record<string, readonly Operation[]>>;
  readonly reference: readonly Operation[];
  readonly wrong: readonly WrongAnswer[];
  /** Of a level with faults: the one that has befallen this start. */
  readonly fault?: Fault;
}

export interface Fault {
  readonly id: string;
  readonly breaks?: number | undefined;
  readonly operations: readonly Operation[];
  readonly goal: string;
  readonly code: string;
  readonly mend: readonly Operation[];
}

export interface WrongAnswer {
  readonly id: string;
  readonly breaks?: number | undefined;
  readonly operations: readonly Operation[];
  readonly code: string;
  readonly goal?: string | undefined;
}

/** A level's words in one language. */
export const levelTextSchema = v.strictObject({
  title: v.string(),
  /** One sentence: what the player will know afterwards. */
  teaches: v.string(),
  /** Three lines at most. */
  story: v.array(v.string()),
  /** A sentence for each goal. */
  goals: v.record(slugSchema, v.string()),
  /** Four rungs: the idea, where to look, what kind of edit, a worked sibling. */
  hints: v.array(v.string()),
  predict: v.optional(v.string()),
  /** What each choice of the prediction and of the questions is called; the choice itself where it says enough. */
  choices: v.optional(v.record(v.string(), v.string()), {}),
  questions: v.optional(v.record(slugSchema, v.string()), {}),
  puzzles: v.optional(v.record(slugSchema, v.string()), {}),
  tiles: v.optional(v.record(slugSchema, v.string()), {}),
  events: v.optional(v.record(slugSchema, v.string()), {}),
  /** For each filed wrong answer, the belief it shows and what is so. */
  wrong: v.optional(v.record(slugSchema, v.string()), {}),
  /** What is known of each fault when it is reported: its symptom. Follows the story. */
  tickets: v.optional(v.record(slugSchema, v.array(v.string()))),
  /** Shown after the win: the concept in two or three sentences. */
  card: v.array(v.string()),
});

export type LevelText = v.InferOutput<typeof levelTextSchema>;
