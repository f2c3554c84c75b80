/** The date of the daily packet: the same moment everywhere. */
export function todayUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
