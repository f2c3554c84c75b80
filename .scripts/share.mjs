// Left alone, esbuild makes a file for each set of parts that share something: dozens. A part that imports what it does not use, but
// what all others like it do, costs nothing and joins the sets.
import { join } from 'node:path';

/** From the outputs of a first build: what each part should import as well, by the file that the part begins with. */
export function gatherShared(outputs, title) {
  const parts = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
  const chunksOf = new Map(parts.map(([name, { entryPoint }]) => [entryPoint, closure(outputs, name)]));
  const titlePart = parts.find(([name]) => name.endsWith(`/${title}.js`))?.[1].entryPoint;
  const withTitle = chunksOf.get(titlePart) ?? new Set();
  const inputsOf = (chunks) => chunks.flatMap((chunk) => Object.keys(outputs[chunk].inputs));
  const size = (chunks) => chunks.reduce((sum, chunk) => sum + outputs[chunk].bytes, 0);
  const shared = Object.keys(outputs).filter((name) => outputs[name].entryPoint === undefined);
  const isDrawing = (chunk) =>
    Object.keys(outputs[chunk].inputs).some((input) => /node_modules\/(ink|react)\//.test(input));

  const common = shared.filter((chunk) => withTitle.has(chunk) && !isDrawing(chunk));
  const others = shared.filter((chunk) => !withTitle.has(chunk));
  const users = [...chunksOf.values()].filter((chunks) => size(others.filter((chunk) => chunks.has(chunk))) > 50_000);
  // The data plane, which all of them use, and the operations, which a trace does not.
  const core = others.filter((chunk) => users.every((chunks) => chunks.has(chunk)));
  // What only a few of them use (an export, YAML, the daily packet) nobody else should read.
  const isCommon = (chunk) => users.filter((chunks) => chunks.has(chunk)).length > users.length / 2;
  const rest = others.filter((chunk) => !core.includes(chunk) && isCommon(chunk));
  const imports = new Map();
  for (const [entryPoint, chunks] of chunksOf) {
    const uses = (group) => size(group.filter((chunk) => chunks.has(chunk))) > size(group) / 2;
    imports.set(entryPoint, inputsOf([common, core, rest].filter((group) => group === common || uses(group)).flat()));
  }
  return imports;
}

function closure(outputs, name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const { path, kind } of outputs[name].imports) if (kind === 'import-statement') closure(outputs, path, seen);
  return seen;
}

/** An esbuild plugin. */
export function alsoImport(imports, root) {
  const byFile = new Map([...imports].map(([entryPoint, inputs]) => [join(root, entryPoint), inputs]));
  return {
    name: 'also-import',
    setup(building) {
      building.onResolve({ filter: /^also:/ }, ({ path }) => ({ path: path.slice('also:'.length) }));
      building.onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === 'also' || (kind !== 'entry-point' && kind !== 'dynamic-import')) return undefined;
        const resolved = await building.resolve(path, {
          kind: 'import-statement',
          importer,
          resolveDir,
          pluginData: 'also',
        });
        return byFile.has(resolved.path) ? { path: resolved.path, namespace: 'also-import' } : resolved;
      });
      building.onLoad({ filter: /./, namespace: 'also-import' }, ({ path }) => {
        const others = byFile.get(path).filter((input) => join(root, input) !== path && !input.includes(':'));
        const lines = others.map((input) => `import ${JSON.stringify(`also:${join(root, input)}`)};`);
        const from = JSON.stringify(`also:${path}`);
        // Everything is exported by name, but JSON has only a default.
        const all = path.endsWith('.json') ? '{ default }' : '*';
        return {
          contents: `${lines.join('\n')}\nexport ${all} from ${from};`,
          loader: 'js',
          resolveDir: root,
        };
      });
    },
  };
}
