import type { RawDescribe, RawField } from "../../codegen/model/raw-describe.js";

/** A program of typed uses and misuses of an org's client, made of its describes: whatever org it is. */
export interface RealOrgProgram {
  readonly text: string;
  readonly uses: number;
  readonly misuses: number;
}

const TEXT = new Set(["string", "textarea", "phone", "url"]);
const NUMBER = new Set(["double", "currency", "percent", "int"]);

/** Each statement on a line of its own, so that what is expected to be wrong is just this. */
class Program {
  readonly lines: string[] = [];
  uses = 0;
  misuses = 0;

  use(statement: string): void {
    this.uses++;
    this.lines.push(statement);
  }

  misuse(statement: string): void {
    this.misuses++;
    this.lines.push("// @ts-expect-error", statement);
  }
}

export function realOrgProgram(describes: readonly RawDescribe[]): RealOrgProgram {
  const program = new Program();
  program.lines.push('import type { Client } from "./index.js";', "declare const sf: Client;");
  const names = new Set(describes.map(({ name }) => name));
  for (const describe of describes) {
    reads(program, describe);
    conditions(program, describe);
    relations(program, describe, names);
    writes(program, describe);
    soql(program, describe);
  }
  program.misuse('sf.sobject("Nothing__c");');
  program.misuse("sf.Nothing__c;");
  return { text: `${program.lines.join("\n")}\nexport {};\n`, uses: program.uses, misuses: program.misuses };
}

function plainFields({ fields }: RawDescribe): RawField[] {
  return fields.filter(
    ({ type }) => !["address", "location", "base64", "complexvalue", "anyType"].includes(type),
  );
}

function reads(program: Program, describe: RawDescribe): void {
  const { name } = describe;
  const [one, two] = plainFields(describe);
  program.use(`sf.${name}.find({ select: { ${one?.name}: true, ${two?.name}: true }, limit: 5 });`);
  program.use(`void (async () => (await sf.${name}.find({ select: { Id: true } }).first())?.Id.length)();`);
  program.misuse(`sf.${name}.find({ select: { Nmae__x: true } });`);
  program.misuse(
    `void (async () => (await sf.${name}.find({ select: { Id: true } }).first())?.${two?.name}Unread)();`,
  );
  program.misuse(`sf.${name}.find({ select: { Id: true }, limit: "5" });`);
  const sortable = plainFields(describe).find(({ sortable: can }) => can === true);
  const unsortable = describe.fields.find(({ sortable: can }) => can === false);
  if (sortable)
    program.use(`sf.${name}.find({ select: { Id: true }, orderBy: { ${sortable.name}: "desc" } });`);
  if (sortable) {
    const order = (nulls: string): string =>
      `sf.${name}.find({ select: { Id: true }, orderBy: [{ ${sortable.name}: { direction: "asc", nulls: "${nulls}" } }] });`;
    program.use(order("last"));
    program.misuse(order("end"));
  }
  if (unsortable)
    program.misuse(`sf.${name}.find({ select: { Id: true }, orderBy: { ${unsortable.name}: "asc" } });`);
  const number = plainFields(describe).find(
    ({ type, aggregatable }) => NUMBER.has(type) && aggregatable !== false,
  );
  const text = plainFields(describe).find(({ type }) => TEXT.has(type));
  if (number)
    program.use(
      `sf.${name}.aggregate({ select: { total: { sum: "${number.name}" }, n: { count: true } } });`,
    );
  if (text) program.misuse(`sf.${name}.aggregate({ select: { total: { sum: "${text.name}" } } });`);
}

function conditions(program: Program, describe: RawDescribe): void {
  const { name } = describe;
  const where = (condition: string): string => `sf.${name}.count({ where: { ${condition} } });`;
  const filterable = plainFields(describe).filter(({ filterable: can }) => can !== false);
  const ofType = (types: ReadonlySet<string>) => filterable.find(({ type }) => types.has(type))?.name;
  const text = ofType(TEXT);
  const number = ofType(NUMBER);
  const flag = ofType(new Set(["boolean"]));
  const day = ofType(new Set(["date", "datetime"]));
  if (text) program.use(where(`${text}: { startsWith: "A" }`));
  if (text) program.misuse(where(`${text}: { gt: 5 }`));
  if (number) program.use(where(`${number}: { gte: 5, lt: 10 }`));
  if (number) program.misuse(where(`${number}: { like: "5%" }`));
  if (flag) program.use(where(`${flag}: true`));
  if (flag) program.misuse(where(`${flag}: "true"`));
  if (day) program.use(where(`${day}: "LAST_N_DAYS:30"`));
  if (day) program.misuse(where(`${day}: 5`));
  const unfilterable = describe.fields.find(({ filterable: can }) => can === false);
  if (unfilterable) program.misuse(where(`${unfilterable.name}: null`));
  const closed = filterable.find(isClosed);
  const value = closed?.picklistValues?.find(({ active }) => active !== false)?.value;
  if (closed && value) program.use(where(`${closed.name}: ${JSON.stringify(value)}`));
  if (closed && value) program.misuse(where(`${closed.name}: "no value of it"`));
  program.misuse(where("Nmae__x: 1"));
  program.use(where(`Id: { in: sf.${name}.subquery("Id"), notIn: ["001000000000001AAA"] }`));
  program.misuse(where(`Id: { in: sf.${name}.subquery("Nmae__x") }`));
  program.use(where(`OR: [{ Id: "001000000000001AAA" }, { NOT: { Id: { ne: "001000000000001AAA" } } }]`));
  program.misuse(where(`OR: { Id: "001000000000001AAA" }`));
}

function isClosed({ type, restrictedPicklist, picklistValues = [] }: RawField): boolean {
  return (
    type === "picklist" &&
    restrictedPicklist === true &&
    (picklistValues ?? []).some(({ active }) => active !== false)
  );
}

function relations(program: Program, describe: RawDescribe, names: ReadonlySet<string>): void {
  const { name } = describe;
  const isGenerated = (object: string): boolean => names.has(object);
  const parent = describe.fields.find(
    ({ relationshipName, referenceTo = [] }) =>
      typeof relationshipName === "string" && referenceTo?.length === 1 && names.has(referenceTo[0] ?? ""),
  );
  if (parent) {
    const key = parent.relationshipName;
    program.use(`sf.${name}.find({ select: { ${key}: { select: { Id: true } } } });`);
    program.misuse(`sf.${name}.find({ select: { ${key}: { select: { Nmae__x: true } } } });`);
    program.use(`sf.${name}.count({ where: { ${key}: { Id: "001000000000001AAA" } } });`);
  }
  const several = describe.fields.find(
    ({ relationshipName, referenceTo }) =>
      relationshipName && (referenceTo ?? []).filter(isGenerated).length > 1,
  );
  const target = several?.referenceTo?.find(isGenerated);
  if (several && target) {
    const on = (object: string, field: string): string =>
      `sf.${name}.find({ select: { ${several.relationshipName}: { on: { ${object}: { select: { ${field}: true } } } } } });`;
    program.use(on(target, "Id"));
    program.misuse(on(target, "Nmae__x"));
    program.misuse(on("Nothing__c", "Id"));
  }
  const child = (describe.childRelationships ?? []).find(
    ({ relationshipName, childSObject }) => relationshipName && names.has(childSObject),
  );
  if (child) {
    const key = child.relationshipName;
    program.use(`sf.${name}.find({ select: { Id: true, ${key}: { select: { Id: true }, limit: 3 } } });`);
    program.misuse(`sf.${name}.find({ select: { Id: true, ${key}: { select: { Nmae__x: true } } } });`);
    const where = (condition: string): string =>
      `sf.${name}.find({ select: { ${key}: { select: { Id: true }, where: { ${condition} } } } });`;
    program.use(where(`Id: { ne: "001000000000001AAA" }`));
    program.misuse(where(`Id: "001000000000001AAA", Nmae__x: null`));
  }
}

function writes(program: Program, describe: RawDescribe): void {
  const { name, fields } = describe;
  if (!fields.some(({ createable }) => createable === true)) return;
  const fixed = fields.find(({ type, updateable }) => updateable === false && type !== "id");
  const text = fields.find(({ type, updateable }) => TEXT.has(type) && updateable === true);
  const id = "001000000000001AAA";
  if (fixed) program.misuse(`sf.${name}.update("${id}", { ${fixed.name}: null });`);
  if (text) program.use(`sf.${name}.update("${id}", { ${text.name}: "x" });`);
  if (text) program.misuse(`sf.${name}.update("${id}", { ${text.name}: 5 });`);
  if (text) program.use(`sf.bulk.update("${name}", [{ Id: "${id}", ${text.name}: "x" }]);`);
  program.misuse(`sf.${name}.update("${id}", { Nmae__x: "x" });`);
  program.misuse(`sf.bulk.update("${name}", [{ Nmae__x: "x" }]);`);
  program.misuse(`sf.${name}.upsert("Nmae__x", "1", {} as never);`);
  program.misuse(`sf.${name}.delete(5);`);
  program.misuse(`sf.${name}.createMany([{ Nmae__x: "x" }]);`);
  program.misuse(`sf.${name}.createTree([{ Nmae__x: [] }]);`);
  program.misuse(`sf.${name}.deleteWhere();`);
  for (const [method, parameter] of [
    ["composite", "c"],
    ["batch", "b"],
  ] as const) {
    const run = (request: string): string =>
      `sf.${method}((${parameter}) => [${parameter}.${name}.${request}]);`;
    program.use(run(`delete("${id}")`));
    if (text) program.use(run(`update("${id}", { ${text.name}: "x" })`));
    program.misuse(run(`update("${id}", { Nmae__x: "x" })`));
    program.misuse(run("delete(5)"));
  }
  program.misuse(`sf.graphs([1], (c) => c.${name}.update("${id}", { Nmae__x: "x" }));`);
  const required = fields.some(
    ({ createable, nillable, defaultedOnCreate, type }) =>
      createable === true && nillable === false && defaultedOnCreate === false && type !== "boolean",
  );
  if (required) program.misuse(`sf.${name}.create({});`);
}

function soql(program: Program, describe: RawDescribe): void {
  const { name } = describe;
  const [one, two] = plainFields(describe);
  program.use(`sf.query("SELECT ${one?.name}, ${two?.name} FROM ${name} LIMIT 5");`);
  program.use(`sf.query("SELECT Id FROM ${name} WHERE Id = :id", { id: "001000000000001AAA" });`);
  program.use(`sf.bulk.query("SELECT Id FROM ${name}");`);
  program.misuse(`sf.query("SELECT Nmae__x FROM ${name}");`);
  program.misuse(`sf.query("SELECT Id FROM ${name} WHERE Id = :id");`);
  program.misuse(`sf.query("SELECT Id FROM ${name} WHERE Id = :id", { id: 5 });`);
  program.use(`sf.query("select count(Id) n from ${name}").first();`);
  program.misuse(`sf.query("SELECT MAX(Nmae__x) most FROM ${name}");`);
  program.misuse(`sf.bulk.query("SELECT Nmae__x FROM ${name}");`);
}
