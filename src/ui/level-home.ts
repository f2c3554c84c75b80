import { dateOfDaily } from '../levels/daily/date.ts';
import { SANDBOX } from '../levels/sandbox-id.ts';
import type { Route } from './game-context.ts';

/** Where one comes back to from a level: its chapter, the days, or the sandboxes. */
export function homeOf(levelId: string): Route {
  if (levelId === SANDBOX) return { screen: 'sandbox' };
  const date = dateOfDaily(levelId);
  return date === undefined ? { screen: 'chapters', levelId } : { screen: 'daily', date };
}
