import type { NotUnderstood } from "./select-list.js";

/** `K` as the keys of `Map` spell it, whatever its case; `never` where there is none. */
export type NameIn<Map, K> = K extends keyof Map
  ? K
  : K extends string
    ? // Not by keyof, which would go through all keys for each name.
      ByLowercase<Map> extends { [P in Lowercase<K>]: infer Name }
      ? Name
      : never
    : never;

type ByLowercase<Map> = { [K in keyof Map & string as Lowercase<K>]: K };

/** Characters that no name has: with one of them in it, text is something else than a name. */
type Odd =
  | " "
  | "("
  | ")"
  | ","
  | "."
  | "?"
  | "*"
  | ":"
  | "-"
  | "+"
  | "/"
  | "$"
  | "{"
  | "}"
  | "["
  | "]"
  | "<"
  | ">"
  | "="
  | "!"
  | "&"
  | ";"
  | "#"
  | "%"
  | "@"
  | '"'
  | "\\";

/** The message, where `Name` can be nothing but a name; otherwise the text is not understood. */
export type UnknownName<Name, Message extends string> = Name extends "" | `${string}${Odd}${string}`
  ? NotUnderstood
  : Message;
