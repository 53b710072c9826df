import { kindOf } from "../../settings/kind-of.js";
import { wrongFile } from "./file-ids.js";
import type { LinkOptions } from "./files.js";

const VALUES = {
  shareType: ["V", "C", "I"],
  visibility: ["AllUsers", "InternalUsers", "SharedUsers"],
} as const satisfies { [Option in keyof Required<LinkOptions>]: readonly string[] };

/** The `ContentDocumentLink` that puts a document at a record. */
export function linkRecord(document: string, record: string, { shareType = "V", visibility }: LinkOptions) {
  return {
    ContentDocumentId: document,
    LinkedEntityId: record,
    ShareType: shareType,
    ...(visibility !== undefined && { Visibility: visibility }),
  };
}

/** @throws SettingsError where an option is none of its values */
export function checkLinkOptions(options: LinkOptions): void {
  for (const option of ["shareType", "visibility"] as const) {
    const values: readonly unknown[] = VALUES[option];
    const value = options[option];
    if (value === undefined || values.includes(value)) continue;
    throw wrongFile(
      `\`${option}\` is ${kindOf(value)}, and none of its values.`,
      `Give one of ${values.join(", ")}.`,
    );
  }
}
