// Control's refusals are English already, so nothing stands beside them.

export const refusals: Readonly<Record<string, string>> = {};
