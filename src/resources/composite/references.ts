import { SettingsError } from "../../errors.js";

/** The names by which the requests of one composite call know each other. */
export interface References {
  /** A name for one more request. */
  next(): string;
  /** Text that stands for a value of that request's answer. */
  to(referenceId: string, field: string): string;
  /** The path with its references in the form that Salesforce reads. */
  inPath(path: string): string;
  /** @throws SettingsError where text that came from elsewhere would be read as a reference */
  check(value: unknown, path: string): void;
}

/** Salesforce has no way to write it and mean the text. */
const REFERENCE = /@\{[^}]*\}/;

/**
 * References that nobody can guess: text of a user, such as a name that is saved, can neither name a request
 * of the call nor be taken for a reference.
 */
export function createReferences(): References {
  const secret = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join("");
  const known = new Set<string>();
  let count = 0;
  const references: References = {
    next: () => `r${count++}_${secret}`,
    to(referenceId, field) {
      const text = `@{${referenceId}.${field}}`;
      known.add(text);
      return text;
    },
    inPath(path) {
      return path.replace(/%40%7B.*?%7D/g, (encoded) => {
        const text = decodeURIComponent(encoded);
        if (!known.has(text)) throw refused("the URL");
        return text;
      });
    },
    check(value, path) {
      if (typeof value === "string") {
        if (REFERENCE.test(value) && !known.has(value)) throw refused(`\`${path}\``);
      } else if (typeof value === "object" && value !== null) {
        for (const [key, inner] of Object.entries(value)) references.check(inner, `${path}.${key}`);
      }
    },
  };
  return references;
}

function refused(where: string): SettingsError {
  return new SettingsError(
    "settings.composite",
    `In ${where} stands "@{…}", which Salesforce would take for a reference.`,
    {
      hint: "Write this record with a call of its own.",
    },
  );
}
