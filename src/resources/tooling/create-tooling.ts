import type { CallOptions } from "../../http/call-options.js";
import type { Handler, Send, SendSettings } from "../../http/pipeline.js";
import type { QueuedTestOptions, TestRunOptions, TestsOfClass, TestsToRun } from "./apex-tests.js";
import { createExecuteAnonymous } from "./execute-anonymous.js";
import { runTests, runTestsSynchronous } from "./run-tests.js";
import {
  completions,
  createRecord,
  deleteRecord,
  describeGlobal,
  describeSObject,
  logBody,
  retrieveRecord,
  search,
  updateRecord,
} from "./tooling-requests.js";

type RetrieveOptions = CallOptions & { fields?: readonly string[] };

/** What of the Tooling API is loaded when it is first used. */
export function createToolingMethods(handler: Handler, send: Send, settings: SendSettings) {
  return {
    create: async (name: string, record: unknown, options?: CallOptions) =>
      send(createRecord(name, record), options),
    retrieve: async (name: string, id: string, { fields, ...options }: RetrieveOptions = {}) =>
      send(retrieveRecord(name, id, fields), options),
    update: async (name: string, id: string, changes: unknown, options?: CallOptions) =>
      send(updateRecord(name, id, changes), options),
    delete: async (name: string, id: string, options?: CallOptions) => send(deleteRecord(name, id), options),
    global: async (options?: CallOptions) => send(describeGlobal(), options),
    sobject: async (name: string, options?: CallOptions) => send(describeSObject(name), options),
    search: async (sosl: string, options?: CallOptions) => send(search(sosl), options),
    completions: async (type: "apex" | "visualforce", options?: CallOptions) =>
      send(completions(type), options),
    log: async (id: string, options?: CallOptions) => send(logBody(id), options),
    executeAnonymous: createExecuteAnonymous(handler, send, settings),
    runTests: async (tests: TestsToRun, options?: QueuedTestOptions) => runTests(send, tests, options),
    runTestsSynchronous: async (tests: TestsOfClass, options?: TestRunOptions) =>
      runTestsSynchronous(send, tests, options),
  };
}
