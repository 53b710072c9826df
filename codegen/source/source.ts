import type { DescribeError } from "../../src/errors.js";

/** One describe as it was found, not yet checked. */
export interface DescribeInput {
  /** What to call it in errors: a file name, an object name. */
  readonly origin: string;
  readonly input: unknown;
}

/** A describe that could not even be read. */
export interface UnreadableDescribe {
  readonly origin: string;
  readonly problem: DescribeError;
}

/** Where describes come from. */
export interface DescribeSource {
  read(): AsyncIterable<DescribeInput | UnreadableDescribe>;
  /** Those of actions; their origin is the name that the action is run by, as `flow/Discount`. Left out: there are none. */
  readActions?(): AsyncIterable<DescribeInput | UnreadableDescribe>;
}
