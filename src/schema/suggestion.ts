import type { Fields, Flat } from "./schema.js";
import type { RecordAttributes } from "./soql/record.js";

/** Where an object has no `Name`, the field that names its records (`CaseNumber`, `Title`) is answered in its place. */
type Named<F> = "Name" extends keyof F ? Pick<F, "Name"> : Partial<F>;

/** A record that is suggested: its id, its name, and what else was asked for. */
export type Suggestion<S, N extends keyof S, K extends keyof Fields<S, N> = never> = N extends unknown
  ? Flat<
      { attributes: RecordAttributes<N & string> } & Named<Fields<S, N>> &
        Pick<Fields<S, N>, Extract<"Id" | K, keyof Fields<S, N>>>
    >
  : never;
