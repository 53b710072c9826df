import type { Refused } from "./refused.js";

/** An object with dependent picklists. Records of others are not looked at, which costs the compiler nothing. */
export interface HasDependents {
  dependent: unknown;
}

/**
 * Refuses a value of a dependent picklist that is not offered for that of its controlling field, both being
 * literals. `R`, the record, is inferred of the fields concerned and of no others: unknown ones are refused as
 * ever.
 */
export type DependentValues<O, R> = O extends { dependent: infer D }
  ? {
      // Never `R[F]`: it stands here for the compiler to infer R from.
      [F in keyof R & (keyof D | ControllerOf<D>)]?: F extends never ? R[F] : unknown;
    } & { [F in keyof D]?: F extends keyof R ? DependentValue<D[F], F, R[F], R> : unknown }
  : unknown;

/** The fields that the dependent picklists depend on. */
type ControllerOf<D> = { [F in keyof D]: D[F] extends { by: infer By } ? By : never }[keyof D];

type DependentValue<Dependency, F, Value, R> = Dependency extends {
  by: infer By extends keyof R;
  values: infer Values;
}
  ? [R[By]] extends [infer Controlling extends string | boolean]
    ? [`${Controlling}`, Value] extends [keyof Values, Values[keyof Values]]
      ? [Extract<Value, Values[`${Controlling}` & keyof Values]>] extends [never]
        ? Value &
            Refused<`${F & string} '${Value & string}' is not offered where ${By & string} is '${Controlling}'`>
        : unknown
      : unknown
    : unknown
  : unknown;
