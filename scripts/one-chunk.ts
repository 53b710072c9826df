import { dirname, resolve } from "node:path";
import { build, type Plugin } from "esbuild";

/**
 * Puts all that modules need at their start into one chunk, for each group of modules what is in none before it.
 * Otherwise there is one for each set of entries that share some modules: dozens of small ones, which cost time to
 * load, and bytes in the bundles of users, whose bundler cannot put together again what is apart here.
 *
 * @param groups files of modules, from the root of the repository
 */
export function oneChunk(groups: readonly (readonly string[])[]): Plugin {
  return {
    name: "one-chunk",
    async setup({ onLoad, onResolve }) {
      const chunkOf = new Map<string, number>();
      for (const [chunk, roots] of groups.entries()) {
        for (const file of await startOf(roots)) if (!chunkOf.has(file)) chunkOf.set(file, chunk);
      }

      onResolve({ filter: /^\./ }, ({ importer, path, resolveDir }) => {
        const file = resolve(resolveDir, path).replace(/\.js$/, ".ts");
        const chunk = chunkOf.get(file);
        if (chunk === undefined) return undefined;
        if (chunkOf.get(importer) === chunk) return { path: file, sideEffects: true };
        // All have the chunk or none: who imports one of its modules imports it whole.
        return { path: String(chunk), namespace: "one-chunk", sideEffects: true };
      });
      onResolve({ filter: /.*/, namespace: "one-chunk" }, ({ path }) => ({ path, sideEffects: true }));
      onLoad({ filter: /.*/, namespace: "one-chunk" }, ({ path }) => ({
        contents: [...chunkOf]
          .filter(([, chunk]) => String(chunk) === path)
          .map(([file]) => `export * from ${JSON.stringify(file)};`)
          .join("\n"),
        resolveDir: dirname(import.meta.dirname),
      }));
    },
  };
}

/** The files of modules and of all that they import, but for what is imported when needed. */
async function startOf(roots: readonly string[]): Promise<Set<string>> {
  const { metafile } = await build({
    entryPoints: [...roots],
    bundle: true,
    packages: "external",
    metafile: true,
    write: false,
    outdir: "unused",
  });
  const found = new Set(roots);
  for (const file of found) {
    for (const { kind, path } of metafile.inputs[file]?.imports ?? []) {
      if (kind === "import-statement") found.add(path);
    }
  }
  return new Set(Array.from(found, (file) => resolve(file)));
}
