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

/** How an app shows that it is itself: in the form, as Basic is read in several ways where a secret has dots. */
export function appParameters({ clientId, clientSecret }: App): Record<string, string> {
  return { client_id: clientId, ...(clientSecret !== undefined && { client_secret: clientSecret }) };
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
