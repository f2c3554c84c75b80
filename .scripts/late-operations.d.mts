import type { Plugin } from 'esbuild';

export const readOperationsLate: Plugin;
