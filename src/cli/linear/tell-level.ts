// A level in words: what it is about, what must be so at the end, what is on offer, and the figures.

import { displayName } from '../../cloud/lookup.ts';
import { scoreOf } from '../../game/session.ts';
import { listExposure } from '../../levels/score.ts';
import { recordOf } from '../../progress/progress.ts';
import { fillMessage } from '../../text/message.ts';
import { drawNotebook, drawTiles, hasNotebook } from '../../ui/play/draw-notebook.ts';
import { listPage, type MenuState } from '../../ui/play/menu-items.ts';
import type { Linear, Open } from './linear.ts';
import { UNBROKEN, words } from './sentences.ts';

const ENDLESS = { width: UNBROKEN, height: UNBROKEN };

export function tellLevel(open: Open): readonly string[] {
  const { entry, text, level, say } = open;
  return [
    say('level', { position: entry.position, title: text.title, par: level.par }),
    ...text.story,
    ...tellGoals(open),
    say('level.words'),
  ];
}

export function tellGoals({ level, text, session, say }: Open): readonly string[] {
  const { sent, present } = session;
  const isFresh = sent?.world === present.world;
  const goals = level.goals.map(({ id }, index) => {
    const met = isFresh ? sent.goals[index]?.met : undefined;
    const key = met === undefined ? 'goal' : met ? 'goal.met' : 'goal.unmet';
    return say(key, { number: index + 1, goal: text.goals[id] ?? id });
  });
  const given = hasNotebook(level) ? words(drawNotebook(session, text, ENDLESS)) : [];
  return [say('goals'), ...goals, ...(given.length > 0 ? [say('notebook'), ...given.map((row) => `  ${row}`)] : [])];
}

export function tellMenu({ session, text, catalog, say }: Open, menu: MenuState): readonly string[] {
  const { title, items } = listPage(session.present.world, session.level.tools, menu, catalog, text);
  const puzzle = menu.tool?.values?.Puzzle?.[0];
  const placed = puzzle === undefined ? [] : words(drawTiles(session, puzzle, text, UNBROKEN));
  return [
    ...placed.map((row) => `  ${row}`),
    title,
    ...items.map(({ label, aside, value }, index) => {
      const shown = aside && value !== 'send' ? `${label}, ${aside}` : label;
      return say('choice', { number: index + 1, choice: shown });
    }),
  ];
}

export function tellPrediction({ session, text, level, catalog, say }: Open): readonly string[] {
  const title = catalog.game[session.present.world === level.start ? 'predict.title' : 'predict.title-of-start'];
  const choices = (level.predict?.choices ?? []).map((choice, index) =>
    say('choice', { number: index + 1, choice: text.choices[choice] ?? choice }),
  );
  return [title, text.predict ?? '', ...choices, say('predict.skip')];
}

export function tellScore({ session, catalog, say }: Open): readonly string[] {
  const { moves, par, cost, exposure } = scoreOf(session);
  const { world } = session.present;
  const exposed = listExposure(session.level, world).map(
    ({ from, to, traffic }) => `${displayName(world, from)} → ${displayName(world, to)} ${traffic}`,
  );
  return [
    say('score', { moves, par, dollars: cost.toFixed(2), exposure }),
    ...(exposed.length > 0 ? [fillMessage(catalog.game['help.exposed'], { list: exposed.join(', ') })] : []),
  ];
}

/** How often a level's stars are said: never for one that was not played. */
export function tellStars(linear: Linear, id: string, say: Open['say']): string {
  const { solved, stars } = recordOf(linear.save, id);
  return solved ? say('stars', { stars }) : '';
}
