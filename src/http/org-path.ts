/** The path of a request from the host on. */
export function fullPath(path: string, apiVersion: string): string {
  const isFull = path.startsWith("/services/") || path.startsWith("/id/");
  return isFull ? path : `/services/data/v${apiVersion}${path === "/" ? "" : path}`;
}

export function withoutQuery(path: string): string {
  return path.split("?", 1)[0] ?? path;
}

/** Whether a path from the host on stays below `/services/`: the token must not go elsewhere. */
export function isServicesPath(path: string): boolean {
  // The parser of URLs knows every way out of a path; what it leaves unchanged leads nowhere else.
  return path.startsWith("/services/") && new URL(path, "https://a.invalid").pathname === withoutQuery(path);
}
