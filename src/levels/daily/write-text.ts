// A puzzle's words in one language, put together from sentences that fit each other.

import type * as v from 'valibot';
import type { World } from '../../cloud/world.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage, type Values } from '../../text/message.ts';
import type { levelTextSchema } from '../level.ts';
import type { Chance } from './chance.ts';
import type { Puzzle } from './puzzle.ts';
import type { GoalPlan } from './region.ts';

type LevelTextFile = v.InferInput<typeof levelTextSchema>;

export type Words = Catalog['dailyPuzzle'];

/** Which of several sentences of a kind is taken; the same in every language. */
export interface Tone {
  readonly title: number;
  readonly place: number;
  readonly cause: number;
}

export function drawTone(chance: Chance): Tone {
  return { title: 1 + chance.below(3), place: 1 + chance.below(3), cause: 1 + chance.below(8) };
}

type Say = (key: string, values?: Values) => string;

export function writeText(puzzle: Puzzle, world: World, tone: Tone, words: Words): LevelTextFile {
  const say = sayer(puzzle, words);
  const { goals, broken, wrong } = puzzle;
  const [first] = broken as readonly [GoalPlan, ...GoalPlan[]];
  const lessons = puzzle.drawn.mishaps.map(({ id }) => ({ id, lesson: say(`lesson.${id}`) }));
  return {
    title: say(`title.${first.id}.${tone.title}`),
    teaches: lessons[0]!.lesson,
    story: [say(`story.place.${tone.place}`), say(`story.cause.${tone.cause}`), saySymptom(broken, world, say)],
    goals: Object.fromEntries(goals.map((goal) => [goal.id, sayGoal(goal, world, say)])),
    hints: writeHints(puzzle, say),
    predict: say(`predict.${puzzle.prediction.direction}`, endsOf(puzzle.prediction.goal, world)),
    choices: Object.fromEntries(puzzle.prediction.question.choices.map((node) => [node, sayNode(node, world, say)])),
    wrong: Object.fromEntries(wrong.map(({ id }) => [id, say(`wrong.${id}`)])),
    card: lessons.map(({ id, lesson }) => say(id === 'nat-inside' ? 'card.nat-inside' : 'card.documented', { lesson })),
  };
}

function sayer({ drawn }: Puzzle, words: Words): Say {
  const { place, web, app, db, far, bucket, office } = drawn.setting;
  const word = (key: string) => words[key as keyof Words];
  const values = {
    place: word(`place.${place.id}`),
    branch: word(`branch.${place.branch}`),
    ...{ web: web.name, app: app.name, db: db.name, far: far.name, bucket: bucket.id, office: office.id },
  };
  return (key, more) => fillMessage(word(key), { ...values, ...more });
}

function endsOf({ probe }: GoalPlan, world: World) {
  const nameOf = (id: string) => (Object.hasOwn(world.instances, id) ? id.replace(/^i-/, '') : id);
  return { from: nameOf(probe.from), to: nameOf(probe.to) };
}

function sayGoal(goal: GoalPlan, world: World, say: Say): string {
  const plain = say(`goal.${goal.say}`, { ...endsOf(goal, world), way: goal.through?.[0] ?? '' });
  return goal.probe.port === undefined ? plain : say('goal.port', { goal: plain, port: goal.probe.port });
}

function saySymptom(broken: readonly GoalPlan[], world: World, say: Say): string {
  const [first, second] = broken as readonly [GoalPlan, ...GoalPlan[]];
  return second ? say('story.many', { count: broken.length }) : say('story.one', endsOf(first, world));
}

function writeHints({ drawn: { mishaps, setting } }: Puzzle, say: Say): string[] {
  const [first] = mishaps as readonly [(typeof mishaps)[number], ...typeof mishaps];
  const count = mishaps.length;
  const idea = say(`idea.${first.id}`);
  const edits = mishaps.map(({ id }) => say(`edit.${id}`));
  const moves = mishaps.reduce((sum, mishap) => sum + mishap.repair(setting).length, 0);
  return [
    count > 1 ? say('hint.several', { count, idea }) : idea,
    say('hint.where', { places: [...new Set(mishaps.map((mishap) => mishap.where(setting)))].join(', ') }),
    moves > 1 ? say('hint.edits', { count: moves, edits: edits.join(', ') }) : say('hint.edit', { edit: edits[0]! }),
    say(`sibling.${first.id}`),
  ];
}

/** A place where a packet may end. */
function sayNode(node: string, world: World, say: Say): string {
  if (Object.hasOwn(world.hosts, node)) {
    const guests = Object.keys(world.instances).filter((id) => world.instances[id]!.hostId === node);
    const name = guests.map((id) => id.replace(/^i-/, '')).join(', ');
    return name === '' ? say('node.host', { node }) : say('node.host-of', { name, node });
  }
  if (node === 'internet') return say('node.internet');
  const kind = world.gateways[node]?.kind;
  return say(`node.${kind ?? 'machine'}`, { node, name: node.replace(/^i-/, '') });
}
