/** What generated code tells of an object only where there is anything to tell. */
type Told<O, K> = K extends keyof O ? O[K] : Record<never, never>;

/**
 * What is refused of a record though the types of its fields would take it: a value of a dependent picklist that
 * is not offered for that of its controlling field, both being literals; and compound fields, with an error
 * that names their components. `R` is inferred of the fields concerned and of no others, so that unknown ones are
 * refused as ever, and costs objects nothing that have neither.
 */
export type RecordChecks<O, R> = O extends { dependent: unknown } | { compound: unknown }
  ? Inferred<Told<O, "dependent">, Told<O, "compound">, R> & DependentValues<Told<O, "dependent">, R>
  : unknown;

type Inferred<D, C, R> = {
  [F in keyof R & (keyof C | keyof D | ControllerOf<D>)]: F extends keyof C
    ? Refused<`'${F & string}' is compound: set ${C[F] & string}`>
    : // Never `R[F]`: it stands here for the compiler to infer R from.
      F extends never
      ? R[F]
      : unknown;
};

/** The fields that the dependent picklists depend on. */
type ControllerOf<D> = { [F in keyof D]: D[F] extends { by: infer By } ? By : never }[keyof D];

type DependentValues<D, R> = {
  [F in keyof D]?: F extends keyof R ? DependentValue<D[F], F, R[F], R> : unknown;
};

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

/** The type of what is refused, so that the error says why. */
interface Refused<Message extends string> {
  readonly error: Message;
}
