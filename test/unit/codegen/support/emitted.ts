import { emit, type Notice, normalise, type RawDescribe } from "orgtype/codegen";
import { shortHash } from "../../../../codegen/output/hash.js";

/** The text generated from describes. */
export function emitted(...describes: RawDescribe[]): ReadonlyMap<string, string> {
  return emit(normalise(describes, { apiVersion: "66.0" }), { hash: shortHash });
}

/** The declarations of one object. */
export function objectText(name: string, ...describes: RawDescribe[]): string {
  return emitted(...describes).get(`objects/${name}.d.ts`) ?? "";
}

export function noticesOf(...describes: RawDescribe[]): Notice[] {
  const notices: Notice[] = [];
  normalise(describes, { apiVersion: "66.0", onNotice: (notice) => notices.push(notice) });
  return notices;
}

/** The type of a field, or of a member of `$Def`, as it is written; undefined where there is none. */
export function typeOf(text: string, member: string): string | undefined {
  const name = member.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^ +${name}: ([^\\n]*);$`, "m").exec(text)?.[1];
}
