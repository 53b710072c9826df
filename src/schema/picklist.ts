import type { OpenPicklist } from "./brand.js";
import type { Refused } from "./refused.js";
import type { Fields, Get } from "./schema.js";

/** The values a field is chosen from: of the list that decoders give, or of the text on the wire. */
type ChoiceOf<V> = V extends readonly (infer Choice extends string)[] ? Choice : Extract<V, string>;

type Dependency<S, N extends keyof S, K> = Get<Get<S[N], "dependent">, K>;

/** The values of the field that a picklist depends on. */
export type Controlling<S, N extends keyof S, K> = [Dependency<S, N, K>] extends [never]
  ? Refused<`'${K & string}' does not depend on another field`>
  : Extract<Get<Fields<S, N>, Get<Dependency<S, N, K>, "by">>, string | boolean>;

/** The values a picklist may be asked for: those offered for `C` where that is known, else all. */
export type PicklistValue<S, N extends keyof S, K extends keyof Fields<S, N>, C, Inactive> =
  | OfferedFor<C, Get<Dependency<S, N, K>, "values">, ChoiceOf<NonNullable<Fields<S, N>[K]>>>
  // The types tell of active values only.
  | (true extends Inactive ? OpenPicklist<never> : never);

type OfferedFor<C, Values, All> = [C] extends [never]
  ? All
  : `${C & (string | boolean)}` extends infer Key extends keyof Values
    ? Values[Key] & string
    : All;
