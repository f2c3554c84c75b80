import { dateOfDaily } from '../levels/daily/date.ts';
import type { Route } from './game-context.ts';

/** Where one comes back to from a level: its chapter, or the days. */
export function homeOf(levelId: string): Route {
  const date = dateOfDaily(levelId);
  return date === undefined ? { screen: 'chapters', levelId } : { screen: 'daily', date };
}
