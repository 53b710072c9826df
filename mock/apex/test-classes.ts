import type { DataContext } from "../data-context.js";
import { type ApiFault, requestFault } from "../http/fault.js";
import { insertToolingRecord } from "../tooling/insert-record.js";
import type { ApexTestHandlers } from "./apex-handlers.js";
import { noApex } from "./no-apex.js";

/** A class of tests, and those of its methods that are to be run. */
export interface TestClass {
  readonly id: string;
  readonly name: string;
  readonly methods: readonly string[];
}

/** Puts the classes in whose tests were given. */
export function createTestClasses(context: DataContext, tests: ApexTestHandlers): void {
  const known = new Set([...context.store.table("ApexClass").all()].map(({ values }) => values.Name));
  for (const [name, methods] of Object.entries(tests)) {
    if (known.has(name)) continue;
    const bodies = Object.keys(methods).map((method) => `  @IsTest static void ${method}() {}`);
    const body = ["@IsTest", `private class ${name} {`, ...bodies, "}"].join("\n");
    insertToolingRecord(context, "ApexClass", {
      Name: name,
      Body: body,
      LengthWithoutComments: body.length,
      ApiVersion: 66,
    });
  }
}

/** The classes whose tests were given. */
export function allTests(context: DataContext, tests: ApexTestHandlers): TestClass[] {
  const names = Object.keys(tests);
  if (names.length === 0) throw noApex("apexTests");
  return names.map((name) => testClass(context, tests, { name }));
}

/**
 * The tests of a class, by its name or id.
 *
 * @throws ApiFault where there is no such class or method, or nothing is known of what its tests do
 */
export function testClass(
  context: DataContext,
  tests: ApexTestHandlers,
  asked: { readonly name?: string; readonly id?: string; readonly methods?: readonly string[] },
): TestClass {
  const found = [...context.store.table("ApexClass").all()].find(({ id, values }) => {
    const isNamed = String(values.Name).toLowerCase() === asked.name?.toLowerCase();
    return values.IsDeleted !== true && (isNamed || (asked.id !== undefined && id.startsWith(asked.id)));
  });
  if (found === undefined) throw invalid(`Invalid class: ${asked.name ?? asked.id}`);
  const name = String(found.values.Name);
  const handlers = Object.hasOwn(tests, name) ? tests[name] : undefined;
  if (handlers === undefined) throw noApex("apexTests");
  const unknown = asked.methods?.find((method) => !Object.hasOwn(handlers, method));
  if (unknown !== undefined) throw invalid(`Invalid test method: ${name}.${unknown}`);
  return { id: found.id, name, methods: asked.methods ?? Object.keys(handlers) };
}

function invalid(message: string): ApiFault {
  return requestFault(400, "INVALID_INPUT", message);
}
