/** A short name for what a level file says, the same on every machine: whatever was worked out for it is good as long as that stays. */
export function fingerprint(content: unknown): string {
  // FNV-1a, 32 bits: against change, not against anybody.
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(content) ?? '') hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
