import type { AnswerFormName, RequestCall } from "../../http/request-call.js";

/** A value of a path: it is percent-encoded. */
export type PathValue = string | number | boolean;

/** Options of a call of an Apex REST method. */
export interface ApexRestCall<As extends AnswerFormName = "json"> extends RequestCall<As> {
  /** The values of the `{names}` in the path, percent-encoded. */
  params?: Readonly<Record<string, PathValue>>;
  /** The namespace of the package that the class is of. It stands before the path. */
  namespace?: string;
}

/** A call whose answer is checked. */
export interface ValidatedCall<Schema> extends ApexRestCall {
  /**
   * What the answer must be: a schema of Zod, Valibot, ArkType or another library that keeps to Standard Schema.
   * The result is what the schema makes of the JSON.
   */
  schema: Schema;
}
