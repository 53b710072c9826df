import { remembered } from "./remembered.js";

type Method = (...args: never[]) => Promise<unknown>;

/**
 * Methods whose code is loaded when the first of them is called. What they were called with is theirs: lists and
 * records that the caller fills anew in the meantime are sent as they were.
 */
export function methodsOnDemand<Name extends string, Methods extends Record<Name, Method>>(
  names: readonly Name[],
  load: () => Promise<Methods>,
): Pick<Methods, Name> {
  let methods: Methods | undefined;
  const loaded = remembered(async () => {
    methods = await load();
    return methods;
  });
  const later =
    (name: Name) =>
    async (...args: never[]) => {
      if (methods !== undefined) return methods[name](...args);
      const given = copyOf(args) as never[];
      return (await loaded())[name](...given);
    };
  return Object.fromEntries(names.map((name) => [name, later(name)])) as Pick<Methods, Name>;
}

/** A copy of lists and plain objects, at every depth and with its rings; all else is as it is. */
export function copyOf(value: unknown, copies = new Map<unknown, unknown>()): unknown {
  const isPlain =
    value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain && !Array.isArray(value)) return value;
  if (copies.has(value)) return copies.get(value);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copies.set(value, copy);
  for (const [name, part] of Object.entries(copy))
    Reflect.defineProperty(copy, name, { value: copyOf(part, copies) });
  return copy;
}
