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
  const imports = new Map([...chunksOf.keys()].map((entryPoint) => [entryPoint, tiers.slice(0, 1)]));
  const share = (tier, users) => users.forEach((entryPoint) => imports.get(entryPoint).push(tier));
  const operations = listOperations(outputs);
  for (const tier of tiers.slice(1)) {
    const uses = (entryPoint) => size(tier.filter((chunk) => chunksOf.get(entryPoint).has(chunk))) > size(tier) / 5;
    const users = [...chunksOf.keys()].filter((entryPoint) => operations.includes(entryPoint) || uses(entryPoint));
    share(tier, users);
    // The little that others need of a file goes with what all have.
    const isAlone = (chunk) =>
      [...chunksOf].some(([entryPoint, chunks]) => chunks.has(chunk) && !users.includes(entryPoint));
    tiers[0].push(...tier.filter(isAlone));
  }
  // Routes and addresses, with which the registry begins, are wanted more often than what the other operations share.
  share(take([...chunksOf.get(operations[0])]), operations);
  share(take(operations.flatMap((entryPoint) => [...chunksOf.get(entryPoint)])), operations.slice(1));
  return new Map([...imports].map(([entryPoint, all]) => [entryPoint, inputsOf(all.flat())]));
}

/** What the files of operations begin with, in the registry's order. */
function listOperations(outputs) {
  const late = Object.values(outputs).flatMap(({ imports }) => imports.filter(({ kind }) => kind === 'dynamic-import'));
  const entryPoints = late.map(({ path }) => outputs[path]?.entryPoint ?? '');
  return [...new Set(entryPoints.filter((entryPoint) => entryPoint.startsWith('operations:')))];
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
