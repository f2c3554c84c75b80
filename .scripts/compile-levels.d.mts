export function writeLevels(paths?: { from?: string; to?: string }): void;
export function setup(): void;
