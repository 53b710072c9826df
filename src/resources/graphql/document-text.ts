import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";
import { printDocument } from "./print-document.js";

/**
 * The text of a document. Parsed ones are printed: what they were parsed of may lack the fragments that were put to
 * them later.
 *
 * @throws SettingsError where it is none
 */
export function documentText(document: unknown): string {
  const text = textOf(document);
  if (text?.trim()) return text;
  throw new SettingsError(
    "settings.graphql",
    text === undefined ? `\`document\` is ${kindOf(document)}.` : "`document` is empty.",
    { hint: "Give text as `query { uiapi { … } }`, or a document that tools made of it." },
  );
}

function textOf(document: unknown): string | undefined {
  if (typeof document === "string") return document;
  if (typeof document !== "object" || document === null) return undefined;
  if ((document as { kind?: unknown }).kind === "Document") return printDocument(document);
  const { trim } = document as { trim?: unknown };
  return typeof trim === "function" ? String(document) : undefined;
}
