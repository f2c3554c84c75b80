import { expect, test } from 'vitest';
import { reduceSession, startSession } from '../../src/game/session.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { CATALOGS } from '../../src/text/catalog.ts';
import { lineText } from '../../src/ui/lines.ts';
import { drawGoalReport } from '../../src/ui/play/draw-goal-report.ts';

/** The report of the goal on a figure, after the packets were sent in the network as it is, or as the level's own answer leaves it. */
function reportOf(position: string, { solved = false } = {}): string {
  const library = builtInLibrary();
  const id = library.find(position)!.id;
  const level = library.level(id);
  const text = library.text(id, 'en');
  if (!level.ok || !text.ok) throw new Error(`${position} does not read`);
  const edits = solved ? level.value.reference.map((operation) => ({ type: 'operate', operation }) as const) : [];
  const session = [...edits, { type: 'send' } as const].reduce(reduceSession, startSession(level.value));
  const result = session.sent!.goals.find(({ goal }) => 'atMost' in goal)!;
  const lines = drawGoalReport({ session, result, text: text.value, catalog: CATALOGS.en, width: 78 });
  return lines.map((each) => lineText(each).trim()).join('\n');
}

test('a goal on exposure names who gets in', () => {
  const report = reportOf('8.2');
  expect(report).toContain('Now 7; the limit is 0.');
  expect(report).toContain('client → db');
});

test('a goal on dollars names what costs most, and traffic that is nobody’s by its kind', () => {
  const [, figure, dearest] = reportOf('8.3').split('\n');
  expect(figure).toMatch(/^Now \$\d+\.\d\d; the limit is \$50\.00\./);
  expect(dearest).toMatch(/^nat-a +\$/);
  expect(reportOf('8.3')).toMatch(/between zones +\$/);
});

test('a figure within its limit is told without causes', () => {
  expect(reportOf('8.2', { solved: true }).split('\n')).toHaveLength(2);
});
