// A script names a handful of the operations, and a level allows a few: their code is read when the first of its neighbours in the registry
// is needed. Those that are used together stand side by side there. The source knows nothing of it and imports all.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const lateOperation = fileURLToPath(new URL('late-operation.mjs', import.meta.url));
const neighbours = 13;

/** An esbuild plugin. `requireNow(import(…))` becomes a require() in common-js.mjs. */
export const readOperationsLate = {
  name: 'read-operations-late',
  setup(building) {
    const groups = new Map();
    building.onLoad({ filter: /[\\/]operations[\\/]registry\.ts$/ }, async ({ path }) => {
      const operations = await listOperations(path);
      groups.clear();
      for (let at = 0; at < operations.length; at += neighbours) {
        const some = operations.slice(at, at + neighbours);
        groups.set(some[0].name, some);
      }
      return { contents: writeRegistry(groups), loader: 'js', resolveDir: dirname(path) };
    });
    building.onResolve({ filter: /^operations:/ }, ({ path, resolveDir }) => ({
      path: path.slice('operations:'.length),
      namespace: 'operations',
      pluginData: resolveDir,
    }));
    building.onLoad({ filter: /./, namespace: 'operations' }, ({ path, pluginData }) => ({
      contents: groups
        .get(path)
        .map(({ exported, name, file }) => `export { ${exported} as ${name} } from ${JSON.stringify(file)};`)
        .join('\n'),
      loader: 'js',
      resolveDir: pluginData,
    }));
  },
};

function writeRegistry(groups) {
  const lines = [...groups].map(([group, operations]) => {
    const known = operations.map(({ service, name, effect }) => `${service} ${name} ${effect}`);
    return `...lateOperations(${JSON.stringify(known.join(','))}, () => requireNow(import(${JSON.stringify(`operations:${group}`)}))),`;
  });
  return `import { lateOperations } from ${JSON.stringify(lateOperation)};
    export const OPERATIONS = [${lines.join('\n')}];
    const byName = new Map(OPERATIONS.map((definition) => [definition.name, definition]));
    export const findOperation = (name) => byName.get(name);`;
}

/** Each operation of the registry in its order: its file, what it is exported as there, and what is known without its code. */
async function listOperations(registry) {
  const imports = [...readFileSync(registry, 'utf8').matchAll(/^import \{([^}]+)\} from '(\.\/[^']+)';$/gm)];
  const files = new Map(imports.flatMap(([, names, file]) => names.split(',').map((name) => [name.trim(), file])));
  files.delete('');
  const contents = [
    "export { OPERATIONS } from './registry.ts';",
    ...[...files].map(([exported, file]) => `export { ${exported} } from '${file}';`),
  ];
  const code = await build({
    stdin: { contents: contents.join('\n'), resolveDir: dirname(registry), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    nodePaths: [join(dirname(registry), '../../../node_modules')],
  });
  const encoded = Buffer.from(code.outputFiles[0].contents).toString('base64');
  const { OPERATIONS: all, ...module } = await import(`data:text/javascript;base64,${encoded}`);
  return all.map((definition) => {
    const [exported, file] = [...files].find(([name]) => module[name] === definition);
    const { service, name, effect } = definition;
    return { exported, file, service, name, effect };
  });
}
