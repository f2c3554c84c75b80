export function makeSchemas(): Promise<Readonly<Record<string, string>>>;
export function writeSchemas(folder?: string): Promise<void>;
export function staleSchemas(folder?: string): Promise<readonly string[]>;
