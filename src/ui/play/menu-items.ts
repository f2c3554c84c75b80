// The play screen's menu: first what can be done, then one question after another until the operation is complete.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { offersAbout } from '../../control/about-thing.ts';
import { printCommand } from '../../control/command.ts';
import { answer, type Candidate, isPossible, nextQuestion, type Tool } from '../../control/form.ts';
import type { Operation } from '../../control/operation.ts';
import { findOperation } from '../../control/operations/registry.ts';
import type { LevelText } from '../../levels/level.ts';
import { memoByIdentity } from '../../memo.ts';
import type { Catalog } from '../../text/catalog.ts';
import { columns, wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import type { MenuItem } from '../components/Menu.tsx';
import { askLabel, candidateLabel, toolLabel } from '../labels.ts';

/** How far the player is in the menu: nowhere, or with a tool in hand and some questions answered. */
export interface MenuState {
  /** The thing of the map whose operations are listed at the menu's top. */
  readonly about?: string | undefined;
  /** What the choice of that thing has answered already, whenever it is asked. */
  readonly given?: readonly Candidate[] | undefined;
  readonly tool?: Tool | undefined;
  readonly answers: readonly Candidate[];
}

export const TOP_OF_MENU: MenuState = { answers: [] };

export interface MenuPage {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

function inputOf({ tool, answers }: MenuState): Readonly<Record<string, unknown>> {
  const definition = tool && findOperation(tool.name);
  if (!definition) return {};
  return answers.reduce<Readonly<Record<string, unknown>>>(
    (input, candidate) => answer(definition, input, candidate),
    {},
  );
}

export function listPage(
  world: World,
  tools: readonly Tool[],
  state: MenuState,
  catalog: Catalog,
  text: LevelText,
): MenuPage {
  const { tool, about, given } = state;
  const page = !tool && about !== undefined ? pageAbout(world, tools, about, catalog, text) : undefined;
  if (page) return page;
  if (!tool) return { title: catalog.game[titleOf(tools)], items: listTools(world, tools, catalog, text) };
  const question = nextQuestion(world, tool, inputOf(state), given);
  const items = (question?.candidates ?? []).map((candidate, index) => {
    const { label, aside } = candidateLabel(catalog, text, world, candidate);
    return { value: `answer:${index}`, label, aside };
  });
  const back = { value: 'back', label: catalog.game['menu.back'] };
  const asked = tool.values?.Question ? toolLabel(catalog, text, tool) : askLabel(catalog, question?.parameters ?? []);
  return { title: items.length > 0 ? asked : catalog.game['menu.empty'], items: [...items, back] };
}

/** The ids that the menu is about: what its cursor stands on, then what has been chosen, newest first. */
export function idsInHand(world: World, state: MenuState, highlighted: string | undefined): readonly string[] {
  const { tool, answers, given } = state;
  if (!tool) return [];
  const candidates = nextQuestion(world, tool, inputOf(state), given)?.candidates ?? [];
  const at = candidates[highlighted === undefined ? 0 : Number(highlighted.split(':')[1])];
  return [...answers, ...(at ? [at] : [])].map(({ text }) => text).reverse();
}

function titleOf(tools: readonly Tool[]): 'menu.answer' | 'menu.title' {
  return tools.every(({ values }) => values?.Question || values?.Puzzle) ? 'menu.answer' : 'menu.title';
}

/** How many answers the menu's next question has. */
export function countAnswers(world: World, state: MenuState): number {
  return (state.tool && nextQuestion(world, state.tool, inputOf(state), state.given)?.candidates.length) ?? 0;
}

/** More tools than this, and only those that lead somewhere in this network are listed. */
const ALL_LISTED = 40;

function listTools(world: World, tools: readonly Tool[], catalog: Catalog, text: LevelText): readonly MenuItem[] {
  let questions = 0;
  const edits = tools.flatMap((tool, index) => {
    if (tools.length > ALL_LISTED && !canBeUsed(world)(tool)) return [];
    const label = toolLabel(catalog, text, tool);
    const short = tool.values?.Question
      ? fillMessage(catalog.game['menu.question'], { number: ++questions })
      : wordsWithin(label, 26);
    return { value: `tool:${index}`, label, short };
  });
  return [...edits, sendItem(catalog)];
}

const canBeUsed = memoByIdentity((world: World) => memoByIdentity((tool: Tool) => isPossible(world, tool)));

/** As many whole words as fit. */
function wordsWithin(label: string, width: number): string {
  if (columns(label) <= width) return label;
  return `${wrapColumns(label, width - 2)[0]} …`;
}

function sendItem(catalog: Catalog): MenuItem {
  return { value: 'send', label: catalog.game['menu.send'], aside: catalog.game['key.space'] };
}

/** What can be done with one thing, as its console page would offer it; undefined where nothing can. */
function pageAbout(
  world: World,
  tools: readonly Tool[],
  about: string,
  catalog: Catalog,
  text: LevelText,
): MenuPage | undefined {
  const items = offersAbout(world, tools, about).map(({ tool }) => ({
    value: `tool:${tools.indexOf(tool)}`,
    label: toolLabel(catalog, text, tool),
  }));
  if (items.length === 0) return undefined;
  const title = fillMessage(catalog.map['menu.about'], { name: displayName(world, about) });
  return { title, items: [...items, { value: 'all', label: catalog.map['menu.all'] }, sendItem(catalog)] };
}

export type Chosen =
  | { readonly kind: 'menu'; readonly state: MenuState }
  | { readonly kind: 'operation'; readonly operation: Operation }
  | { readonly kind: 'send' };

export function choose(world: World, tools: readonly Tool[], state: MenuState, value: string): Chosen {
  if (value === 'send') return { kind: 'send' };
  if (value === 'back') return { kind: 'menu', state: stepBack(state) };
  const [kind, index] = value.split(':');
  if (value === 'all') return { kind: 'menu', state: TOP_OF_MENU };
  const { about, given } = state;
  if (kind === 'tool') return settle(world, openTool(world, tools[Number(index)], about));
  const question = state.tool && nextQuestion(world, state.tool, inputOf(state), given);
  const candidate = question?.candidates[Number(index)];
  return candidate ? settle(world, { ...state, answers: [...state.answers, candidate] }) : { kind: 'menu', state };
}

function openTool(world: World, tool: Tool | undefined, about: string | undefined): MenuState {
  const offer = tool && about !== undefined ? offersAbout(world, [tool], about)[0] : undefined;
  return { tool, answers: [], about, given: offer?.given };
}

/** A question with one possible answer answers itself, where the level has narrowed it to that or the player has chosen it beforehand. */
function settle(world: World, state: MenuState): Chosen {
  const { tool, given = [] } = state;
  const question = tool && nextQuestion(world, tool, inputOf(state), given);
  if (!tool || question) {
    const asked = (parameter: string) => question?.parameters.includes(parameter) ?? false;
    const isSettled =
      tool?.values?.[question?.parameters[0] as string] !== undefined || given.some((each) => asked(each.parameter));
    const only = question?.candidates.length === 1 && isSettled ? question.candidates[0] : undefined;
    return only ? settle(world, { ...state, answers: [...state.answers, only] }) : { kind: 'menu', state };
  }
  return { kind: 'operation', operation: { name: tool.name, input: inputOf(state) } };
}

/** One answer back, and with it what answered itself; from the first one to the menu's top. */
export function stepBack({ tool, answers, about, given = [] }: MenuState): MenuState {
  const isOwn = ({ parameter }: Candidate) =>
    tool?.values?.[parameter]?.length !== 1 && !given.some((each) => each.parameter === parameter);
  const last = answers.findLastIndex(isOwn);
  return last < 0 ? { answers: [], about } : { tool, answers: answers.slice(0, last), about, given };
}

/** The command that the menu is about to make: complete, or with an ellipsis. */
export function previewCommand(
  world: World,
  tools: readonly Tool[],
  state: MenuState,
  highlighted: string | undefined,
): string | undefined {
  const chosen =
    highlighted && highlighted !== 'back'
      ? choose(world, tools, state, highlighted)
      : ({ kind: 'menu', state } as const);
  if (chosen.kind === 'send') return undefined;
  if (chosen.kind === 'operation') return printCommand(chosen.operation);
  const { tool } = chosen.state;
  return tool && `${printCommand({ name: tool.name, input: inputOf(chosen.state) })} …`;
}
