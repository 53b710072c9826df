/** A request to an OAuth endpoint or a login page. */
export interface OAuthCall {
  readonly method: string;
  readonly path: string;
  /** Scheme and host the caller used. */
  readonly origin: string;
  readonly query: URLSearchParams;
  /** The posted form; empty where there is none. */
  readonly form: URLSearchParams;
  readonly headers: Headers;
}

/** Like Salesforce, takes a parameter from the form or from the query. */
export function parameter(call: OAuthCall, name: string): string | null {
  return call.form.get(name) ?? call.query.get(name);
}

export function cookie(call: OAuthCall, name: string): string | undefined {
  for (const pair of (call.headers.get("Cookie") ?? "").split(";")) {
    const [key, value] = pair.trim().split("=", 2);
    if (key === name) return value;
  }
  return undefined;
}
