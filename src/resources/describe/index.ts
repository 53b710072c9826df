import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { DescribeGlobal, DescribeSObject } from "../../http/schemas.js";
import { describeGlobal } from "./describe-global.js";
import { describeSObject } from "./describe-sobject.js";

/** What objects and fields the org has, as the user may see them. */
export interface Describe {
  /** Every object, in short. `GET /sobjects`. */
  global(options?: CallOptions): Promise<DescribeGlobal>;
  /** The same, or null where nothing changed since then. */
  global(options: CallOptions & { ifModifiedSince: Date | string }): Promise<DescribeGlobal | null>;
  /**
   * One object with its fields, relationships and record types. `GET /sobjects/{sObject}/describe`.
   *
   * @throws NotFoundError where there is no such object, or the user may not see it
   */
  sobject(name: string, options?: CallOptions): Promise<DescribeSObject>;
  /** The same, or null where nothing changed since then. */
  sobject(
    name: string,
    options: CallOptions & { ifModifiedSince: Date | string },
  ): Promise<DescribeSObject | null>;
}

type Options = CallOptions & { ifModifiedSince?: Date | string };

export function createDescribe(send: Send): Describe {
  return {
    global: async ({ ifModifiedSince, ...options }: Options = {}) =>
      send(describeGlobal(ifModifiedSince === undefined ? {} : { ifModifiedSince }), options),
    sobject: async (name: string, { ifModifiedSince, ...options }: Options = {}) =>
      send(describeSObject(name, ifModifiedSince === undefined ? {} : { ifModifiedSince }), options),
  } as Describe;
}
