import { type DescribeError, isOrgtypeError } from "../../src/errors.js";
import type { NamedAction } from "../model/normalise-actions.js";
import { parseDescribe } from "../model/parse-describe.js";
import { parseAction } from "../model/raw-action.js";
import type { RawDescribe } from "../model/raw-describe.js";
import type { DescribeSource } from "./source.js";

export interface ReadDescribes {
  readonly describes: readonly RawDescribe[];
  /** What could not be read or is not valid. */
  readonly problems: readonly DescribeError[];
}

export interface ReadActions {
  readonly actions: readonly NamedAction[];
  readonly problems: readonly DescribeError[];
}

/** Reads the actions of a source to their end, as far as they can be used. */
export async function readActions(source: DescribeSource): Promise<ReadActions> {
  const actions: NamedAction[] = [];
  const problems: DescribeError[] = [];
  for await (const item of source.readActions?.() ?? []) {
    try {
      if ("problem" in item) problems.push(item.problem);
      else actions.push({ name: item.origin, describe: parseAction(item.input, item.origin) });
    } catch (error) {
      if (!isOrgtypeError(error, "DescribeError")) throw error;
      problems.push(error);
    }
  }
  return { actions, problems };
}

/** Reads a source to its end: one describe that cannot be used does not keep the others from being read. */
export async function readDescribes(source: DescribeSource): Promise<ReadDescribes> {
  const describes: RawDescribe[] = [];
  const problems: DescribeError[] = [];
  for await (const item of source.read()) {
    try {
      if ("problem" in item) problems.push(item.problem);
      else describes.push(parseDescribe(item.input, item.origin));
    } catch (error) {
      if (!isOrgtypeError(error, "DescribeError")) throw error;
      problems.push(error);
    }
  }
  return { describes, problems };
}
