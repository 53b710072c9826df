/** Any: it only shows whether a path stays where it is. */
const ANYWHERE = "https://host.invalid";

/**
 * A path below `/services/` as it is sent; undefined where it leads elsewhere: the token must not go there. The parser
 * of URLs knows every way out of a path.
 */
export function servicePath(path: string): string | undefined {
  const url = URL.canParse(path, ANYWHERE) ? new URL(path, ANYWHERE) : undefined;
  if (url?.origin !== ANYWHERE || !path.startsWith("/services/")) return undefined;
  return url.pathname + url.search;
}
