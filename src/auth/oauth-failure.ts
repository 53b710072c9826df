import { AuthError, ConnectionError, explained, type OrgtypeError } from "../errors.js";
import type { GrantContext } from "./grant.js";
import type { OAuthAnswer } from "./oauth-answer.js";

/**
 * The error for an answer that brought nothing. It has no cause: there could be a token in the answer.
 *
 * @param act what was asked for, for the message: "the login"
 */
export async function oauthFailure(
  url: string,
  answer: OAuthAnswer,
  act: string,
  hintFor: GrantContext["hintFor"],
): Promise<OrgtypeError> {
  const { status, location, body } = answer;
  const { host } = new URL(url);
  if (status >= 400 && status < 500 && typeof body?.error === "string" && body.error !== "") {
    const { error } = body;
    const description = typeof body.error_description === "string" ? body.error_description : undefined;
    // These may let the login in if it is asked for once more.
    if (/^(server_error|service_unavailable|system_down)$/.test(error)) {
      return new ConnectionError("connection.login", `The login server ${host} answered ${error}.`);
    }
    return new AuthError("auth.refused", `${host} refused ${act} (${refusalText(error, description)}).`, {
      oauthError: error,
      description,
      hint: hintFor === undefined ? explained(error) : await hintFor(error, description),
    });
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

/** What the server said, for messages. */
export function refusalText(error: string, description: string | undefined): string {
  return description === undefined ? error : `${error}: ${description}`;
}

function redirected(url: string, location: string | null): AuthError {
  const isKnown = location !== null && URL.canParse(location, url);
  const target = isKnown ? new URL(location, url).origin : "another place";
  const use = isKnown ? `use custom("${target}") if that is your org.` : "use the org's own My Domain.";
  return new AuthError("auth.redirect", `The login server ${new URL(url).host} redirects to ${target}.`, {
    hint: `It is not followed, as the secret would go along: ${use}`,
  });
}
