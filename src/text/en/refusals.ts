// A refusal's own sentence is English already, as EC2's is; nothing stands beside it.

export const refusals: Readonly<Record<string, string>> = {};

export const refusalKinds: readonly (readonly [code: string, sentence: string])[] = [];
