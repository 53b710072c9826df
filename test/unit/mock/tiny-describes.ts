import type { RawDescribe, RawField } from "../../../codegen/model/raw-describe.js";

/** A field that can be written; what a test is about is put over it. */
export function field(name: string, type: string, more: Partial<RawField> = {}): RawField {
  return { name, type, createable: true, updateable: true, nillable: true, ...more };
}

const id: RawField = { name: "Id", type: "id", createable: false, updateable: false, nillable: false };

/** A describe as small as they come: an id and the given fields. */
export function describeOf(name: string, fields: RawField[], more: Partial<RawDescribe> = {}): RawDescribe {
  return { name, keyPrefix: "a0x", fields: [id, ...fields], ...more };
}
