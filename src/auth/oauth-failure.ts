import { AuthError, ConnectionError, type OrgtypeError } from "../errors.js";
import { isPassing, refusalHint, refusalText } from "./refusals.js";

/** What an OAuth endpoint said no with. */
export interface OAuthRefusal {
  readonly error: string;
  readonly error_description?: string | undefined;
}

/**
 * The error for a refusal.
 *
 * @param act what was refused, for the message: "the login"
 */
export function refused(host: string, act: string, { error, error_description }: OAuthRefusal): OrgtypeError {
  if (isPassing(error)) {
    return new ConnectionError("connection.login", `The login server ${host} answered ${error}.`);
  }
  return new AuthError("auth.refused", `${host} refused ${act} (${refusalText(error, error_description)}).`, {
    oauthError: error,
    description: error_description,
    hint: refusalHint(error, error_description),
  });
}

/** The error for an answer that is none of an OAuth endpoint. It has no cause: there could be a token in it. */
export function notUnderstood(url: string, status: number, location: string | null = null): OrgtypeError {
  const { host } = new URL(url);
  if (status >= 500) {
    return new ConnectionError("connection.login", `The login server ${host} answered HTTP ${status}.`);
  }
  // Browsers hide what a redirect says: its status is 0 there.
  if (status === 0 || (status >= 300 && status < 400)) return redirected(url, location);
  return new AuthError("auth.answer", `${host} did not answer as a token endpoint does (HTTP ${status}).`, {
    hint: "Check that the URL in `environment` is the org's own, and that no proxy answers in its place.",
  });
}

function redirected(url: string, location: string | null): AuthError {
  const isKnown = location !== null && URL.canParse(location, url);
  const target = isKnown ? new URL(location, url).origin : "another place";
  const use = isKnown ? `use custom("${target}") if that is your org.` : "use the org's own My Domain.";
  return new AuthError("auth.redirect", `The login server ${new URL(url).host} redirects to ${target}.`, {
    hint: `It is not followed, as the secret would go along: ${use}`,
  });
}
