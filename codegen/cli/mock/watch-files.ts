import { type FSWatcher, watch } from "node:fs";

/** An editor writes a file in several steps: they are one change. */
const SETTLE_MS = 200;

/** Calls `changed` after files, or what is in folders, were changed; one call at a time. Returns what ends it. */
export function watchFiles(paths: readonly string[], changed: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work: Promise<void> = Promise.resolve();
  const notice = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(changed);
    }, SETTLE_MS);
  };
  const watchers: FSWatcher[] = paths.map((path) => watch(path, { recursive: true }, notice));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
