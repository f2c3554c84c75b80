/** What a file that somebody wrote may hold at most: bytes, levels of nesting, and YAML aliases. */
export const FILE_LIMITS = { bytes: 4_000_000, depth: 64, aliases: 100 } as const;
