import { SettingsError } from "../../../errors.js";

/**
 * Bytes and texts as bytes. A text may be cut between the halves of a surrogate pair.
 *
 * @throws SettingsError for what is neither
 */
export async function* csvBytes(pieces: AsyncIterable<unknown>): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let half = "";
  for await (const piece of pieces) {
    if (piece instanceof Uint8Array) {
      yield piece;
      continue;
    }
    if (typeof piece !== "string") throw wrong(piece);
    const text = half + piece;
    const last = text.charCodeAt(text.length - 1);
    half = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : "";
    yield encoder.encode(half === "" ? text : text.slice(0, -1));
  }
  if (half !== "") throw wrong(half);
}

function wrong(piece: unknown): SettingsError {
  const kind = typeof piece === "string" ? "half of a surrogate pair" : `a piece of type ${typeof piece}`;
  return new SettingsError("settings.records", `The CSV holds ${kind}.`, { hint: "Give bytes or text." });
}
