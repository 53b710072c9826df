/** An answer of an OAuth endpoint or a login page. */
export interface OAuthAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const NO_STORE = { "Cache-Control": "no-cache, no-store", Pragma: "no-cache" };

export function jsonAnswer(body: unknown, status = 200): OAuthAnswer {
  const headers = { ...NO_STORE, "Content-Type": "application/json;charset=UTF-8" };
  return { status, headers, body: JSON.stringify(body) };
}

export function textAnswer(
  body: string,
  status = 200,
  contentType = "text/plain;charset=UTF-8",
): OAuthAnswer {
  return { status, headers: { ...NO_STORE, "Content-Type": contentType }, body };
}

/** A refusal as form-encoded text, as the authorize and revoke endpoints give it. */
export function formError(error: string, description: string, status = 400): OAuthAnswer {
  const body = `error=${error}&error_description=${encodeURIComponent(description)}`;
  return textAnswer(body, status, "application/x-www-form-urlencoded");
}

export function redirect(location: string, headers: Record<string, string> = {}): OAuthAnswer {
  return { status: 302, headers: { ...NO_STORE, ...headers, Location: location }, body: "" };
}
