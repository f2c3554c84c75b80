import type { Plugin } from 'esbuild';

export interface Edit {
  readonly find?: string;
  readonly replace?: string;
  readonly from?: string;
  readonly to?: string;
}
export interface Patch {
  readonly file: string;
  readonly why: string;
  readonly edits: readonly Edit[];
}
export const patches: readonly Patch[];
export function applyPatch(patch: Patch, source: string): string;
export function patchLibraries(options?: { list?: readonly Patch[]; applied?: Set<string> }): Plugin;
