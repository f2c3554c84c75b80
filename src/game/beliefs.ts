// Which wrong beliefs a player has just shown: by a wrong answer on file, by an edit that EC2 refused, by a prediction that the packet
// contradicted, or by the code that the player's own network fails with.

import { BELIEFS, type Belief, beliefNumbered } from '../levels/beliefs.ts';
import type { GoalResult } from '../levels/judge.ts';
import type { Level } from '../levels/level.ts';
import { editsOf, filedMistake, mistakeAtOnce } from './insight.ts';
import type { Session, SessionEvent } from './session.ts';

/** What the session shows after this event. */
export function beliefsShown(session: Session, event: SessionEvent['type']): readonly Belief[] {
  if (event === 'operate') return once([shownAtOnce(session)]);
  if (event !== 'send') return [];
  return once([foretoldWrongly(session), ...(session.sent?.goals ?? []).map((result) => shownBy(session, result))]);
}

/** The beliefs that a level is about: those it breaks first, then those its filed wrong answers show. */
function beliefsOf({ breaks, wrong }: Pick<Level, 'breaks' | 'wrong'>): readonly Belief[] {
  return once([...breaks, ...wrong.flatMap((answer) => answer.breaks ?? [])].map(beliefNumbered));
}

function shownAtOnce(session: Session): Belief | undefined {
  const { notice, level } = session;
  const filed = mistakeAtOnce(session);
  if (filed) return numbered(filed.breaks);
  return notice?.kind === 'refused' ? beliefWithCode(level, notice.error.code) : undefined;
}

/** Only the first send settles a prediction. */
function foretoldWrongly({ sends, prediction, level }: Session): Belief | undefined {
  return sends === 1 && prediction?.met === false ? numbered(level.breaks[0]) : undefined;
}

/** A network that nobody has edited shows the level's fault and no belief of the player's. */
function shownBy(session: Session, result: GoalResult): Belief | undefined {
  if (result.met || editsOf(session).length === 0) return undefined;
  const filed = filedMistake(session, result);
  return filed ? numbered(filed.breaks) : beliefWithCode(session.level, result.code);
}

function beliefWithCode(level: Level, code: string | undefined): Belief | undefined {
  return beliefsOf(level).find(({ codes }) => code !== undefined && codes.includes(code));
}

function numbered(number: number | undefined): Belief | undefined {
  return number === undefined ? undefined : beliefNumbered(number);
}

function once(beliefs: readonly (Belief | undefined)[]): readonly Belief[] {
  return BELIEFS.filter((belief) => beliefs.includes(belief)).sort((a, b) => beliefs.indexOf(a) - beliefs.indexOf(b));
}

/** The concept whose card fits what stands on screen: that of the first goal's failure, else the level's own. */
export function conceptInView(session: Session): string | undefined {
  const { level, sent } = session;
  const shown = sent?.goals.map((result) => shownBy(session, result)).find((belief) => belief !== undefined);
  return shown?.concept ?? level.introduces[0] ?? beliefsOf(level)[0]?.concept;
}
