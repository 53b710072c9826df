import { methodsOnDemand } from "../../async/methods-on-demand.js";
import { createSend, type Handler, type SendSettings } from "../../http/pipeline.js";
import { boundQuery } from "../query/bound-query.js";
import { createQuery } from "../query/create-query.js";
import type { QueryResource } from "../query/first-page.js";
import { bindMetadata } from "./bind-metadata.js";
import type { Tooling } from "./tooling.js";

/** `sf.tooling`. The code behind it is loaded when it is first used, but for that of queries. */
export function createTooling(handler: Handler, settings: SendSettings): Tooling {
  // Without decoders: their types are those of the generated schema.
  const send = createSend(handler, settings);
  const names = [
    "create",
    "retrieve",
    "update",
    "delete",
    "global",
    "sobject",
    "search",
    "completions",
    "log",
    "executeAnonymous",
    "runTests",
    "runTestsSynchronous",
  ] as const;
  const methods = methodsOnDemand(names, async () =>
    (await import("./create-tooling.js")).createToolingMethods(handler, send, settings),
  );
  const runOn =
    (resource: QueryResource) =>
    (text: string, ...args: readonly unknown[]) => {
      const { soql, options } = boundQuery(text, args, bindMetadata(text));
      return createQuery({ soql, resource, toRows }, { send, readRecords: undefined }, options);
    };
  const { create, retrieve, update, delete: remove, global, sobject: describe, ...others } = methods;
  const made = {
    query: runOn("/tooling/query"),
    queryAll: runOn("/tooling/queryAll"),
    sobject: (name: string) => ({
      name,
      create: create.bind(null, name),
      retrieve: retrieve.bind(null, name),
      update: update.bind(null, name),
      delete: remove.bind(null, name),
    }),
    describe: { global, sobject: describe },
    ...others,
  };
  // What a record of which object holds is known to the types only.
  return made as unknown as Tooling;
}

function toRows<Row>(records: Row[]): Row[] {
  return records;
}
