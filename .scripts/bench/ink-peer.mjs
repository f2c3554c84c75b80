// The least that an Ink program can be, with its libraries as they come.
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';

export const HELLO = `
  import React from 'react';
  import { render, Text } from 'ink';
  render(React.createElement(Text, null, 'HELLO'.toLowerCase()));`;

/** A screen of 40 rows of one Text each, of which every key changes one. */
export const ROWS = `
  import React, { useState } from 'react';
  import { Box, render, Text, useInput } from 'ink';
  const h = React.createElement;
  function Rows() {
    const [count, setCount] = useState(0);
    useInput(() => setCount((current) => current + 1));
    const row = (_, at) => h(Text, { key: at }, at === 20 ? 'pressed ' + count + ' times' : ('row ' + at + ' ').padEnd(118, '─'));
    return h(Box, { flexDirection: 'column' }, Array.from({ length: 40 }, row));
  }
  render(h(Rows), { alternateScreen: true, incrementalRendering: true, maxFps: 60 });`;

export async function bundlePeer(root, code, outfile, { minify = true } = {}) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    absWorkingDir: root,
    outfile,
    write: false,
    bundle: true,
    minify,
    platform: 'node',
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Ink's bundle asks for it at load, and it is not installed.
    alias: { 'react-devtools-core': 'node:events' },
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  writeFileSync(outfile, outputFiles[0].contents);
  return outfile;
}
