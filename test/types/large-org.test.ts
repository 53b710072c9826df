import { rm } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectName, syntheticDescribes } from "../../bench/types/synthetic-describes.js";
import { Compiler } from "../support/compiler.js";
import { COMPILER_OPTIONS, writeGeneratedApp } from "../support/generated-app.js";

const OBJECTS = 500;
const object = objectName(7);
const record = `{ Name: "x", Owner__c: owner }`;
const changes = `/data/${object.replace("__c", "__ChangeEvent")}`;
const head = `import type { Id } from "orgtype";
import type { Client } from "./index.js";
declare const sf: Client;
declare const id: Id<"${object}">;
declare const owner: Id<"${objectName(0)}">;
`;

/** Far below the five millions at which TypeScript gives up, which types of every object soon reach. */
const LIMIT = 25_000;

describe(`in an org of ${OBJECTS} objects, what names one of them costs the compiler little`, () => {
  let app: string;
  let compiler: Compiler;
  let shared: number;

  beforeAll(async () => {
    app = await writeGeneratedApp(syntheticDescribes(OBJECTS));
    const { options } = ts.convertCompilerOptionsFromJson({ ...COMPILER_OPTIONS, noEmit: true }, app);
    compiler = new Compiler(join(app, "app.ts"), options);
    const other = compiler.cost(`${head}sf.${objectName(6)}.find({ select: { Id: true } });`);
    expect(other.errors).toEqual([]);
    shared = other.instantiations;
  }, 240_000);
  afterAll(() => rm(app, { recursive: true, force: true }));

  it.each([
    `sf.sobject("${object}").find({ select: { Name: true, Owner__r: { select: { Name: true } } } });`,
    `sf.query("SELECT Id, Owner__r.Name FROM ${object} WHERE Name = 'x'");`,
    `sf.search({ find: "x", returning: { ${object}: { select: { Name: true } } } });`,
    `sf.${object}.create(${record});`,
    `sf.${object}.createTree([${record}]);`,
    `sf.${object}.updateWhere({ Name: "x" }, { Name: "y" });`,
    `sf.bulk.query("SELECT Id, Name FROM ${object}");`,
    `sf.bulk.insert("${object}", [${record}]);`,
    `sf.bulk.update("${object}", [{ Id: id, Name: "x" }]);`,
    `sf.bulk.delete("${object}", [id]);`,
    `sf.composite((c) => [c.sobject("${object}").create(${record})]);`,
    `sf.batch((b) => [b.${object}.update(id, { Name: "x" })]);`,
    `sf.events.subscribe("${changes}").next().then(({ value }) => value?.fields.Name);`,
    `sf.${object}.listView("X").rows().first().then((row) => row?.Name);`,
    `sf.suggest("${object}", "x", { fields: ["Name"], where: { Name: "x" } });`,
    `sf.rules.list("${object}");`,
    `sf.quickActions.run("X", { target: "${object}", record: { Name: "x" } });`,
    `sf.quickActions.run("X", { record: { Name: "x" } });`,
    `sf.${object}.quickActions.run("X", { target: "${object}", contextId: id, record: {} });`,
    `sf.quickActions.defaultValues("X", { target: "${object}" }).then(({ Name }) => Name);`,
  ])("%s", (statement) => {
    const { errors, instantiations } = compiler.cost(head + statement);
    expect(errors).toEqual([]);
    expect(instantiations - shared).toBeLessThan(LIMIT);
  });

  it.each([
    [`sf.quickActions.run("X", { target: "${object}", record: { Nmae: "x" } });`, /'Nmae' does not exist/],
    [`sf.quickActions.run("X", { target: "${object}", record: { Name: 5 } });`, /'number' is not assignable/],
    [`sf.quickActions.run("X", { target: "Objct_7__c", record: {} });`, /Did you mean '"Object_7__c"'/],
    [`sf.suggest("Objct_7__c", "x");`, /No overload matches/],
    [`sf.suggest("${object}", "x", { fields: ["Nmae"] });`, /No overload matches/],
    [`sf.bulk.insert("${object}", [{ Name: 5, Owner__c: owner }]);`, /'number' is not assignable/],
    [`sf.bulk.insert("Objct_7__c", [${record}]);`, /"Objct_7__c"' is not assignable/],
  ])("and so does a mistake: %s", (statement, error) => {
    const { errors, instantiations } = compiler.cost(head + statement);
    expect(errors).toEqual([expect.stringMatching(error)]);
    expect(instantiations - shared).toBeLessThan(LIMIT);
  });
});
