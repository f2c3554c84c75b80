import type { Plugin } from 'esbuild';

export function readDataLate(files: Map<string, string>): Plugin;
