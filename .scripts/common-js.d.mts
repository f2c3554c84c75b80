export function toCommonJs(code: string, start?: string): string;
