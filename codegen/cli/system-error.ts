/** What to do, by the code of the operating system. */
const hints: Readonly<Record<string, string>> = {
  EACCES: "You may not write or read there: name another place, or change its rights.",
  EADDRINUSE: "Another program has the port: name another one, or none.",
  EEXIST: "A file is where a folder should be.",
  EISDIR: "A folder is where a file should be.",
  ENOSPC: "The disk is full: what was written before is whole, and the next run goes on from there.",
  ENOTDIR: "A file is where a folder should be.",
  EPERM: "You may not write or read there: name another place, or change its rights.",
  EROFS: "Nothing can be written there: name another folder.",
};

/** What to do about an error of the operating system; undefined for other errors. */
export function systemHint(error: unknown): string | undefined {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  if (typeof syscall !== "string" || typeof code !== "string") return undefined;
  return Object.hasOwn(hints, code) ? hints[code] : undefined;
}
