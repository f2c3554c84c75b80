import { useEffect, useMemo, useState } from 'react';
import { BELIEFS, type Belief } from '../../levels/beliefs.ts';
import { listCards } from '../../levels/codex.ts';
import { chanceOf } from '../../levels/daily/chance.ts';
import type { Exercise } from '../../levels/review/asking.ts';
import { listClues } from '../../levels/review/clues.ts';
import { makeExercise } from '../../levels/review/exercise.ts';
import { listDue, noteAnswered } from '../../progress/review.ts';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { Over } from '../review/Over.tsx';
import { Question } from '../review/Question.tsx';
import { answer, goOn, interleave, type ReviewItem, type ReviewState, startReview } from '../review/review-state.ts';
import { Told } from '../review/Told.tsx';

/** What is due: a short question each, the packet's answer, and the refutation in one card. */
export function ReviewScreen() {
  const game = useGame();
  const { back, keep, now, progress, library, language } = game;
  const [state, setState] = useState<ReviewState>(() => startReview(listItems(game)));
  const item = state.items[state.at];
  // The levels that the player has met do not change while questions are asked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question stays the same until the next one.
  const exercise = useMemo(() => item && exerciseFor(game, item), [item, language, library]);
  useKeys(
    (key) => {
      if (key === 'q' || key === 'escape') return back({ screen: 'title' });
      if (key === 'tab' || key === 'shift-tab')
        return setState((current) => ({ ...current, thing: current.thing + (key === 'tab' ? 1 : -1) }));
      return undefined;
    },
    item !== undefined && state.choice === undefined,
  );
  // A belief that this set of levels has nothing to ask about is passed over.
  useEffect(() => {
    if (item && !exercise) setState(goOn);
  }, [item, exercise]);
  if (!item) return <Over state={state} />;
  if (!exercise) return null;
  const onSelect = (choice: string) => {
    const isRight = choice === exercise.answer;
    keep(noteAnswered(progress, item.belief.id, isRight, now()));
    setState((current) => answer(current, choice, isRight));
  };
  return state.choice === undefined ? (
    <Question exercise={exercise} state={state} onSelect={onSelect} />
  ) : (
    <Told exercise={exercise} item={item} state={state} setState={setState} />
  );
}

function listItems({ progress, now, library }: Game): readonly ReviewItem[] {
  const cards = listCards(library);
  const chapterOf = ({ concept }: Belief) =>
    library.find(cards.find((card) => card.concept === concept)?.levelId ?? '')?.chapterId;
  const time = now();
  const due = listDue(progress, time).flatMap((id) => BELIEFS.find((belief) => belief.id === id) ?? []);
  const askable = due.filter(({ number }) => listClues(library, number).length > 0);
  return interleave(askable, chapterOf, chanceOf(time.slice(0, 10))).map((belief) => ({
    belief,
    seed: `${belief.id} ${progress.reviews[belief.id]?.at}`,
  }));
}

function exerciseFor({ library, language, progress }: Game, { belief, seed }: ReviewItem): Exercise | undefined {
  const { number } = belief;
  return makeExercise(library, { number, seed, language, isMet: (level) => progress.levels[level] !== undefined });
}
