import { jsonAnswer, type OAuthAnswer, textAnswer } from "./oauth-answer.js";
import { type OAuthCall, parameter } from "./oauth-call.js";
import { escapeHtml } from "./page.js";

type Fields = Readonly<Record<string, unknown>>;
type Format = "json" | "urlencoded" | "xml";

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  json: "application/json",
  urlencoded: "application/x-www-form-urlencoded",
  xml: "application/xml",
};

const WRITERS: Readonly<Record<Format, (fields: Fields, status: number) => OAuthAnswer>> = {
  json: (fields, status) => jsonAnswer(fields, status),
  urlencoded: (fields, status) =>
    textAnswer(
      new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString(),
      status,
      MEDIA_TYPES.urlencoded,
    ),
  xml: (fields, status) => textAnswer(xml(fields), status, `${MEDIA_TYPES.xml};charset=UTF-8`),
};

/** Writes a token answer in the format asked for: by `format`, else by `Accept`, else JSON. */
export function writeTokenAnswer(call: OAuthCall, fields: Fields, status = 200): OAuthAnswer {
  return WRITERS[formatOf(call)](fields, status);
}

function formatOf(call: OAuthCall): Format {
  const formats = Object.keys(MEDIA_TYPES) as Format[];
  const asked = parameter(call, "format");
  const accepted = (call.headers.get("Accept") ?? "").toLowerCase();
  return (
    formats.find((format) => format === asked) ??
    formats.find((format) => accepted.startsWith(MEDIA_TYPES[format])) ??
    "json"
  );
}

function xml(fields: Fields): string {
  const elements = Object.entries(fields).map(
    ([name, value]) => `<${name}>${escapeHtml(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><OAuth>${elements.join("")}</OAuth>`;
}
