import { requestFault } from "../http/fault.js";
import type { JsonObject } from "../http/json-body.js";

const DELIMITERS = { COMMA: ",", TAB: "\t", SEMICOLON: ";", PIPE: "|", CARET: "^", BACKQUOTE: "`" } as const;
const LINE_ENDINGS = { LF: "\n", CRLF: "\r\n" } as const;

/** How a job's CSV is written. */
export interface CsvFormat {
  readonly columnDelimiter: keyof typeof DELIMITERS;
  readonly lineEnding: keyof typeof LINE_ENDINGS;
}

export function delimiterOf({ columnDelimiter }: CsvFormat): string {
  return DELIMITERS[columnDelimiter];
}

export function newlineOf({ lineEnding }: CsvFormat): "\n" | "\r\n" {
  return LINE_ENDINGS[lineEnding];
}

/** The format a job asks for. Throws where there is none such. */
export function readFormat(body: JsonObject): CsvFormat {
  const contentType = body.contentType ?? "CSV";
  if (contentType !== "CSV") throw invalidJob(`Content type is not supported: ${String(contentType)}`);
  return {
    columnDelimiter: choice(body.columnDelimiter ?? "COMMA", DELIMITERS, "columnDelimiter"),
    lineEnding: choice(body.lineEnding ?? "LF", LINE_ENDINGS, "lineEnding"),
  };
}

function choice<T extends object>(value: unknown, choices: T, name: string): keyof T {
  if (typeof value === "string" && Object.hasOwn(choices, value)) return value as keyof T;
  throw invalidJob(`Invalid ${name}: ${String(value)}. Must be one of ${Object.keys(choices).join(", ")}`);
}

/** The refusal of a job that cannot be. */
export function invalidJob(message: string) {
  return requestFault(400, "INVALIDJOB", message);
}
