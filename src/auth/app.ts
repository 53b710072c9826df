import * as oauth from "oauth4webapi";
import { SettingsError } from "../errors.js";

/** The app (External Client App or connected app) that a grant logs in for. */
export interface App {
  /** The app's consumer key. */
  clientId: string;
  /** The app's consumer secret. */
  clientSecret?: string;
  /** Whether signed token answers are checked with the client secret. Default: true. */
  verifySignature?: boolean;
}

/** How an app shows that it is itself. */
export function clientAuthentication({ clientSecret }: App): oauth.ClientAuth {
  // In the body: Basic would percent-encode the dots and underscores of Salesforce's secrets.
  return clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(clientSecret);
}

/**
 * @param hints say what to give, by the option's name
 * @throws SettingsError where an option of a grant is empty or no text
 */
export function checkTexts(
  grant: string,
  texts: Readonly<Record<string, unknown>>,
  hints: Readonly<Record<string, string>> = {},
): void {
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value === "string" && value !== "") continue;
    const problem = value === "" ? "empty" : "no text";
    throw new SettingsError("settings.auth", `${grant}({ ${name} }) is ${problem}.`, {
      hint: hints[name] ?? "Take it from the app in Setup; keep secrets in the environment, not in the code.",
    });
  }
}

/** The client secret among an app's options, where it has one. */
export function secretTexts({ clientSecret }: App): Record<string, unknown> {
  return clientSecret === undefined ? {} : { clientSecret };
}
