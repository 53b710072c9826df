import { type Answer, type ApiCall, json } from "./call.js";

/** What a resource can be asked not to repeat by. */
export interface ResourceVersion {
  readonly lastModified: Date;
  /** Quoted, as in the header; undefined for resources that have none. */
  readonly entityTag: string | undefined;
}

const TAG_LIST = /^\s*(?:\*|(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*)\s*$/;
/** What a compressed answer appends to its tag. */
const COMPRESSED_TAG = /-{1,2}gzip"$/;

/**
 * Answers 304 where the caller has this version already, and 412 where it asked for another one, both without a
 * body. HTTP dates count whole seconds.
 */
export function unlessModified(call: ApiCall, version: ResourceVersion, answer: () => Answer): Answer {
  const headers = versionHeaders(version);
  const refused = refusePrecondition(call, version);
  if (refused !== undefined) return refused;
  if (isKnown(call, version)) return { status: 304, headers };
  const full = answer();
  return { ...full, headers: { ...headers, ...full.headers } };
}

/** The refusal of a write that is meant for another version of the record; undefined where it may go ahead. */
export function refuseStaleWrite(call: ApiCall, version: ResourceVersion): Answer | undefined {
  for (const name of ["If-Match", "If-None-Match"]) {
    const value = call.headers.get(name);
    if (value !== null && !TAG_LIST.test(value)) return malformed(name);
  }
  const since = call.headers.get("If-Unmodified-Since");
  if (since !== null && Number.isNaN(Date.parse(since))) return malformed("If-Unmodified-Since");
  const refused = refusePrecondition(call, version);
  if (refused !== undefined) return refused;
  return namesTag(call, "If-None-Match", version) ? preconditionFailed() : undefined;
}

function refusePrecondition(call: ApiCall, version: ResourceVersion): Answer | undefined {
  const isTagged = version.entityTag !== undefined && call.headers.has("If-Match");
  if (isTagged && !namesTag(call, "If-Match", version)) return preconditionFailed();
  const since = Date.parse(call.headers.get("If-Unmodified-Since") ?? "");
  return seconds(version.lastModified.getTime()) > seconds(since) ? preconditionFailed() : undefined;
}

/** A tag is worth more than a date where both are given. */
function isKnown(call: ApiCall, version: ResourceVersion): boolean {
  if (version.entityTag !== undefined && call.headers.has("If-None-Match"))
    return namesTag(call, "If-None-Match", version);
  const since = Date.parse(call.headers.get("If-Modified-Since") ?? "");
  return seconds(since) >= seconds(version.lastModified.getTime());
}

function namesTag(call: ApiCall, header: string, { entityTag }: ResourceVersion): boolean {
  const value = call.headers.get(header);
  if (value === null || entityTag === undefined) return false;
  if (value.trim() === "*") return true;
  const tags = value.match(/"[^"]*"/g) ?? [];
  return tags.some((tag) => tag.replace(COMPRESSED_TAG, '"') === entityTag);
}

function versionHeaders({ lastModified, entityTag }: ResourceVersion): Record<string, string> {
  const tag = entityTag === undefined ? {} : { ETag: entityTag };
  return { "Last-Modified": lastModified.toUTCString(), ...tag };
}

function seconds(time: number): number {
  return Math.floor(time / 1000);
}

function preconditionFailed(): Answer {
  return { status: 412, headers: {} };
}

function malformed(header: string): Answer {
  return json([{ errorCode: "INVALID_ARGUMENT_TYPE", message: `The ${header} header is malformed` }], 400);
}
