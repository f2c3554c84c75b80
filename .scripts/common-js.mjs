// Node starts a CommonJS program a fifth of its own start-up sooner than an ES module, and esbuild parts only ES modules into files. So
// what it made is turned into CommonJS file by file; dist/package.json says so to Node.
import { transform } from 'esbuild';

const address = 'addressOfThisFile';

export async function toCommonJs(code, { fast = false } = {}) {
  const { code: made } = await transform(code, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: !fast,
    charset: 'utf8',
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': address },
    // Each import() becomes a require().
    supported: { 'dynamic-import': false, 'regexp-set-notation': true, 'regexp-unicode-property-escapes': true },
  });
  return made.includes(address) ? `const ${address}=require("url").pathToFileURL(__filename);\n${made}` : made;
}
