import type { CallOptions } from "../../http/call-options.js";
import type { DescribeGlobal, DescribeSObject, WireRecord } from "../../http/schemas.js";
import type { Id } from "../../schema/brand.js";
import type { Refused } from "../../schema/refused.js";
import type { Fields, Get } from "../../schema/schema.js";
import type { CreateInput, UpdateInput } from "../../schema/write.js";
import type { RunQuery } from "../query/run-query.js";
import type { ExecuteAnonymous } from "./anonymous-apex.js";
import type {
  ApexTestRun,
  QueuedTestOptions,
  SynchronousTestRun,
  TestRunOptions,
  TestsOfClass,
  TestsToRun,
} from "./apex-tests.js";
import type { ToolingSchema } from "./schema/index.js";

/** Single records of an object of the Tooling API. */
export interface ToolingObject<S, N extends keyof S & string> {
  /** API name of the object. */
  readonly name: N;
  /**
   * Creates a record and returns its id. `POST /tooling/sobjects/{sObject}`. Never repeated by itself.
   *
   * @throws ApiError with what the compiler says, where it is Apex that does not compile
   */
  create(record: Written<S, N, CreateInput<S, N>>, options?: CallOptions): Promise<Id<N>>;
  /**
   * Reads one record by id: every field, or those in `fields`. `GET /tooling/sobjects/{sObject}/{id}`.
   *
   * @throws NotFoundError
   */
  retrieve(id: Id<N>, options?: CallOptions): Promise<Fields<S, N>>;
  retrieve<const F extends keyof Fields<S, N>>(
    id: Id<N>,
    options: CallOptions & { fields: readonly F[] },
  ): Promise<Pick<Fields<S, N>, F>>;
  /** Changes a record. `PATCH /tooling/sobjects/{sObject}/{id}`. */
  update(id: Id<N>, changes: Written<S, N, UpdateInput<S, N>>, options?: CallOptions): Promise<void>;
  /** Deletes a record. `DELETE /tooling/sobjects/{sObject}/{id}`. */
  delete(id: Id<N>, options?: CallOptions): Promise<void>;
}

/** Records that can be written. Of others Salesforce has all the fields. */
type Written<S, N extends keyof S & string, Input> = [keyof Fields<S, N>] extends [Get<S[N], "notCreateable">]
  ? Refused<`Salesforce alone writes ${N}`>
  : Input;

/** An object of which these types know nothing. */
export interface OtherToolingObject {
  readonly name: string;
  create(record: Readonly<Record<string, unknown>>, options?: CallOptions): Promise<Id>;
  retrieve(id: Id, options?: CallOptions & { fields?: readonly string[] }): Promise<Record<string, unknown>>;
  update(id: Id, changes: Readonly<Record<string, unknown>>, options?: CallOptions): Promise<void>;
  delete(id: Id, options?: CallOptions): Promise<void>;
}

/**
 * The Tooling API: Apex, its tests and logs, and the org's metadata as records. Values have the form they have on the
 * wire, whatever the client's `decode` says.
 *
 * @typeParam S its main objects
 */
export interface Tooling<S = ToolingSchema> {
  /**
   * Runs SOQL text over the objects of the Tooling API. The row is inferred from it, and its `:name` binds are asked
   * for, where the object is one of the main ones (`ToolingSchema`); for others name the row, as
   * `query<{ Id: string }>("SELECT Id FROM Layout")`. `GET /tooling/query`.
   *
   * @example
   * const slow = await sf.tooling.query("SELECT Name, Status FROM ApexClass WHERE NamespacePrefix = null").all();
   */
  readonly query: RunQuery<S>;
  /** As `query`, with deleted rows. `GET /tooling/queryAll`. */
  readonly queryAll: RunQuery<S>;
  /** Single records of an object. Nothing is sent. */
  sobject<const N extends keyof S & string>(name: N): ToolingObject<S, N>;
  sobject(name: string): OtherToolingObject;
  /** Runs SOSL text; records have the form they have on the wire. `GET /tooling/search`. */
  search(sosl: string, options?: CallOptions): Promise<WireRecord[]>;
  readonly describe: {
    /** Every object of the Tooling API, in short. `GET /tooling/sobjects`. */
    global(options?: CallOptions): Promise<DescribeGlobal>;
    /** One object with its fields. `GET /tooling/sobjects/{sObject}/describe`. */
    sobject(name: (keyof S & string) | (string & {}), options?: CallOptions): Promise<DescribeSObject>;
  };
  /** What an editor may offer to complete: declarations, as a tree. `GET /tooling/completions`. */
  completions(type: "apex" | "visualforce", options?: CallOptions): Promise<Record<string, unknown>>;
  /**
   * The text of a debug log. `GET /tooling/sobjects/ApexLog/{id}/Body`.
   *
   * @throws NotFoundError
   */
  log(id: Id<"ApexLog">, options?: CallOptions): Promise<string>;
  /**
   * Runs Apex statements as the user who is logged in. `GET /tooling/executeAnonymous`; code that is too long for a
   * URL, and code whose log is wanted, goes by `POST /services/Soap/s/{version}`. Never repeated by itself.
   *
   * @throws SettingsError where the code is empty or cannot be sent
   * @throws ApexError where it does not compile or an exception ends it, with line and column, unless `as` is
   * `"outcome"`
   *
   * @example
   * const { log } = await sf.tooling.executeAnonymous("System.debug(1 + 1);", { log: true });
   */
  readonly executeAnonymous: ExecuteAnonymous;
  /**
   * Runs tests in the org's queue, waits until they have ended, and gives what became of each. A test that fails is
   * no exception: look at `passed`. Where the signal aborts, the tests go on.
   * `POST /tooling/runTestsAsynchronous`, then `GET /tooling/query`.
   *
   * @throws SettingsError where no tests are named, or they cannot be asked for together
   * @throws TimeoutError where they take longer than `testTimeout`
   *
   * @example
   * const { passed, failures } = await sf.tooling.runTests({ level: "RunLocalTests" });
   */
  runTests(tests: TestsToRun, options?: QueuedTestOptions): Promise<ApexTestRun>;
  /**
   * Runs tests of one class while the call waits, so that `timeout` is for all of them.
   * `POST /tooling/runTestsSynchronous`.
   *
   * @throws SettingsError where the class or a method is no name
   */
  runTestsSynchronous(tests: TestsOfClass, options?: TestRunOptions): Promise<SynchronousTestRun>;
}
