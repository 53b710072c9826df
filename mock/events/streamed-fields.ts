import type { ObjectInfo } from "../catalog/object-info.js";

/** Values as events carry them: moments end in Z there. */
export function streamedFields(
  object: ObjectInfo,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, streamedValue(object, name, value)]),
  );
}

function streamedValue(object: ObjectInfo, name: string, value: unknown): unknown {
  const isMoment = typeof value === "string" && object.field(name)?.type === "datetime";
  return isMoment ? value.replace(/\+0000$/, "Z") : value;
}
