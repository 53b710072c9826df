import { SettingsError } from "../../errors.js";

/** A record of an object as it is sent; undefined where the client does not hold the object. */
export type RecordEncoder = (object: string, record: object, place: string) => object | undefined;

/**
 * The inputs of an action as they are sent: records say of what object they are, and have their dates and lists of
 * choices as text.
 *
 * @throws SettingsError that names what cannot be sent
 */
export function encodeInputs(inputs: unknown, place: string, encode: RecordEncoder): object {
  if (typeof inputs === "object" && inputs !== null && !Array.isArray(inputs)) {
    return encodeEach(inputs, place, encode);
  }
  throw new SettingsError("settings.action", `\`${place}\` holds no inputs.`, {
    hint: "Give { name: value }; {} where the action needs none.",
  });
}

function encodeEach(values: object, place: string, encode: RecordEncoder): object {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, encoded(value, `${place}.${name}`, encode)]),
  );
}

function encoded(value: unknown, place: string, encode: RecordEncoder): unknown {
  checkSendable(value, place);
  if (Array.isArray(value)) return value.map((item, index) => encoded(item, `${place}[${index}]`, encode));
  if (typeof value !== "object" || value === null || "toJSON" in value) return value;
  const object = objectOf(value);
  const record = object === undefined ? undefined : encode(object, value, place);
  return record ?? encodeEach(value, place, encode);
}

function objectOf(value: object): string | undefined {
  const { attributes } = value as { attributes?: { type?: unknown } | null };
  return typeof attributes?.type === "string" ? attributes.type : undefined;
}

/** JSON would turn it into null, and an action then go on without it. */
function checkSendable(value: unknown, place: string): void {
  const isLost =
    (typeof value === "number" && !Number.isFinite(value)) ||
    (value instanceof Date && Number.isNaN(value.getTime()));
  if (!isLost) return;
  throw new SettingsError(
    "settings.action",
    `\`${place}\` is ${value instanceof Date ? "an invalid Date" : value}.`,
    { hint: "Give a value that can be sent, or leave it out." },
  );
}
