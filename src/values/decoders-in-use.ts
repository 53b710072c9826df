import type { Decoders } from "../schema/decoders.js";

/** Whether any value is to be given in another form than on the wire. */
export function isDecoding(decoders: Decoders): boolean {
  return Object.values(decoders).some((decoder) => decoder !== undefined);
}
