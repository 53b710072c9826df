import { AuthError, ConnectionError, type OrgtypeError } from "../errors.js";
import type { OAuthAnswer } from "./oauth-answer.js";
import { isPassing, refusalHint, refusalText } from "./refusals.js";

/**
 * The error for an answer that brought nothing. It has no cause: there could be a token in the answer.
 *
 * @param act what was asked for, for the message: "the login"
 */
export function oauthFailure(url: string, answer: OAuthAnswer, act: string): OrgtypeError {
  const { status, location, body } = answer;
  const { host } = new URL(url);
  if (status >= 400 && status < 500 && typeof body?.error === "string" && body.error !== "") {
    const { error, error_description: description } = body;
    return refused(host, act, error, typeof description === "string" ? description : undefined);
  }
  if (status >= 500) {
    return new ConnectionError("connection.login", `The login server ${host} answered HTTP ${status}.`);
  }
  // Browsers hide what a redirect says: its status is 0 there.
  if (status === 0 || (status >= 300 && status < 400)) return redirected(url, location);
  return new AuthError("auth.answer", `${host} did not answer as a token endpoint does (HTTP ${status}).`, {
    hint: "Check that the URL in `environment` is the org's own, and that no proxy answers in its place.",
  });
}

function refused(host: string, act: string, error: string, description: string | undefined): OrgtypeError {
  if (isPassing(error)) {
    return new ConnectionError("connection.login", `The login server ${host} answered ${error}.`);
  }
  return new AuthError("auth.refused", `${host} refused ${act} (${refusalText(error, description)}).`, {
    oauthError: error,
    description,
    hint: refusalHint(error, description),
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
