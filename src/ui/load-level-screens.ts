export type LevelScreens = typeof import('./level-screens.tsx');

let loaded: LevelScreens | undefined;

/** Undefined until they have been loaded once. */
export function loadedLevelScreens(): LevelScreens | undefined {
  return loaded;
}

export async function loadLevelScreens(): Promise<LevelScreens> {
  loaded ??= await import('./level-screens.tsx');
  return loaded;
}
