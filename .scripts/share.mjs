// Left alone, esbuild makes a file for each set of parts that share something: dozens. A part that imports what it does not use, but
// what all others like it do, costs nothing and joins the sets.
import { join, relative, sep } from 'node:path';

/**
 * From the outputs of a first build: what each part should import as well, by what the part begins with. What the parts called `quick`
 * need lies in one file each: what the first of them needs, what the second needs besides, and so on.
 */
export function gatherShared(outputs, quick) {
  const parts = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
  const chunksOf = new Map(parts.map(([name, { entryPoint }]) => [entryPoint, closure(outputs, name)]));
  const size = (chunks) => chunks.reduce((sum, chunk) => sum + outputs[chunk].bytes, 0);
  const inputsOf = (chunks) => chunks.flatMap((chunk) => Object.keys(outputs[chunk].inputs));
  const isDrawing = (chunk) =>
    Object.keys(outputs[chunk].inputs).some((input) => /node_modules\/(ink|react)\//.test(input));
  const left = new Set(
    Object.keys(outputs).filter((name) => outputs[name].entryPoint === undefined && !isDrawing(name)),
  );
  const take = (chunks) => chunks.filter((chunk) => left.delete(chunk));
  const tiers = quick.map((part) => {
    const [, { entryPoint }] = parts.find(([name]) => new RegExp(`/${part}(-\\w{8})?\\.js$`).test(name));
    return take([...chunksOf.get(entryPoint)]);
  });
  // What operations share among themselves and with others goes with the last, which carries some of them out.
  const isOperations = (entryPoint) => entryPoint.startsWith('operations:');
  const operations = [...chunksOf].filter(([entryPoint]) => isOperations(entryPoint));
  tiers.at(-1).push(...take(operations.flatMap(([, chunks]) => [...chunks])));
  const [first, ...others] = tiers;
  const imports = new Map();
  for (const [entryPoint, chunks] of chunksOf) {
    const uses = (tier) => size(tier.filter((chunk) => chunks.has(chunk))) > size(tier) / 5;
    imports.set(entryPoint, [first, ...others.filter((tier) => isOperations(entryPoint) || uses(tier))]);
  }
  // The little that others need of a file goes with what all have.
  const isAlone = (tier) => (chunk) =>
    [...chunksOf].some(([entryPoint, chunks]) => chunks.has(chunk) && !imports.get(entryPoint).includes(tier));
  for (const tier of others) first.push(...tier.filter(isAlone(tier)));
  return new Map([...imports].map(([entryPoint, all]) => [entryPoint, inputsOf(all.flat())]));
}

function closure(outputs, name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const { path, kind } of outputs[name].imports) if (kind === 'import-statement') closure(outputs, path, seen);
  return seen;
}

/** An esbuild plugin. */
export function alsoImport(imports, root) {
  // As esbuild's own account of the files names them, on Windows too.
  const fromRoot = (path) => relative(root, path).replaceAll(sep, '/');
  const nameOf = ({ namespace, path }) => (namespace === 'file' ? fromRoot(path) : `${namespace}:${path}`);
  return {
    name: 'also-import',
    setup(building) {
      building.onResolve(
        { filter: /^also:/ },
        ({ path, pluginData }) => pluginData?.get(path) ?? { path: path.slice('also:'.length) },
      );
      building.onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === 'also' || (kind !== 'entry-point' && kind !== 'dynamic-import')) return undefined;
        const resolved = await building.resolve(path, {
          kind: 'import-statement',
          importer,
          resolveDir,
          pluginData: 'also',
        });
        if (!imports.has(nameOf(resolved))) return resolved;
        return { path: nameOf(resolved), namespace: 'also-import', pluginData: resolved };
      });
      building.onLoad({ filter: /./, namespace: 'also-import' }, ({ path, pluginData }) => {
        const others = imports.get(path).filter((input) => input !== path && !input.includes(':'));
        const lines = others.map((input) => `import ${JSON.stringify(`also:${join(root, input)}`)};`);
        // Everything is exported by name, but JSON has only a default.
        const all = path.endsWith('.json') ? '{ default }' : '*';
        return {
          contents: `${lines.join('\n')}\nexport ${all} from "also:";`,
          loader: 'js',
          resolveDir: root,
          pluginData: new Map([['also:', pluginData]]),
        };
      });
    },
  };
}
