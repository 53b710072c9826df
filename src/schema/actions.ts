import type { Fields, Get } from "./schema.js";

/** What generated code says of one action: what it takes, and what it gives. */
export interface ActionDef {
  inputs: object;
  outputs: object;
}

/** No action is known: all can be run, with inputs and outputs that nobody checks. */
export type NoActions = Record<never, never>;

/** Never present at run time: it only stands for what the schema says of an object. */
declare const record: unique symbol;

/** In generated code, the place of a record of an object. */
export interface RecordOf<N extends string = string> {
  readonly [record]: N;
}

/**
 * A record as actions take and give it: with its object in `attributes`, and any of its fields. Records of objects
 * that the client does not hold have any fields.
 */
export type ActionRecord<S, N extends string> = { attributes: { type: N; url?: string } } & (N extends keyof S
  ? { [F in keyof Fields<S, N>]?: Fields<S, N>[F] }
  : Record<string, unknown>);

/** Names of the actions that are known, as `"flow/Discount_Calculator"`. */
export type ActionName<A> = keyof A & string;

/** The name of an action: one of those that are known, and any where `T` is no name but what the action gives. */
export type NameOfAction<A, T> = T extends string
  ? [keyof A] extends [never]
    ? T
    : T extends ActionName<A>
      ? T
      : ActionName<A>
  : string;

/** What an action takes. */
export type ActionInputs<S, A, T> = T extends keyof A
  ? Resolved<S, Get<A[T], "inputs">>
  : Readonly<Record<string, unknown>>;

/** What an action gives. */
export type ActionOutputs<S, A, T> = T extends keyof A
  ? Resolved<S, Get<A[T], "outputs">>
  : T extends string
    ? Record<string, unknown>
    : T;

type Resolved<S, Values> = { [P in keyof Values]: ResolvedValue<S, Values[P]> };

type ResolvedValue<S, V> = [Extract<V, RecordOf | readonly RecordOf[]>] extends [never]
  ? V
  : V extends RecordOf<infer N>
    ? ActionRecord<S, N>
    : V extends RecordOf<infer N>[]
      ? ActionRecord<S, N>[]
      : V extends readonly RecordOf<infer N>[]
        ? readonly ActionRecord<S, N>[]
        : V;
