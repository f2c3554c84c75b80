// Node starts a CommonJS program a fifth of its own start-up sooner than an ES module, and esbuild parts only ES modules into files. So
// what it made is turned into CommonJS file by file; dist/package.json says so to Node. esbuild could do that too, but makes every name
// that one file has from another a getter of a getter. Plain values do, as no file imports another in a circle (each is read by more
// parts than those that import it) and nothing that is exported is ever set anew, to which test/package/late.test.ts sees.
import { Script } from 'node:vm';

/** A file as esbuild writes it: imports first, one list of exports last. */
export function toCommonJs(code, start = '') {
  const imports = /^(?:import\s*(?:\{[^}]*\}\s*from\s*)?"[^"]+";\s*)*/.exec(code)[0];
  const exports = /export\s*\{([^}]*)\};\s*$/.exec(code);
  const body = code.slice(imports.length, exports?.index);
  const head = imports
    .replaceAll(
      /import\s*\{([^}]*)\}\s*from\s*("[^"]+")/g,
      (_, names, file) => `const{${names.replaceAll(/ as /g, ':')}}=require(${file})`,
    )
    .replaceAll(/import\s*("[^"]+")/g, 'require($1)');
  const foot = exports ? `module.exports={${exports[1].replaceAll(/([\w$]+) as ([\w$]+)/g, '$2:$1')}};\n` : '';
  const converted = `"use strict";${start}${head}${replaceImports(body)}${foot}`;
  // Throws where anything of an ES module is left.
  new Script(converted);
  return converted;
}

function replaceImports(body) {
  return body
    .replaceAll(/requireNow\(import\(("[^"]+")\)\)/g, 'require($1)')
    .replaceAll(/\bimport\(("\.[^"]+")\)/g, 'Promise.resolve().then(()=>require($1))')
    .replaceAll('import.meta.dirname', '__dirname')
    .replaceAll('import.meta.url', 'require("url").pathToFileURL(__filename)');
}
