import type { RawAction, RawDescribe } from "orgtype/codegen";
import { ProbedOrg, type RawField } from "./probed-org.js";

/** A statement with a caret, `|`, and all that an editor must offer there. */
export interface CompletionProbe {
  readonly what: string;
  readonly statement: string;
  readonly offered: readonly string[];
  /**
   * Names that may stand among them. Ids, days and multi-select values are strings with a mark, no primitives to
   * TypeScript: where such a value can stand instead of operators, it offers the methods that the value has.
   */
  readonly besides: readonly string[];
}

const METHODS = [String.prototype, Date.prototype].flatMap((prototype) =>
  Object.getOwnPropertyNames(prototype),
);

const LOGIC = ["AND", "OR", "NOT"];
const SCOPES = ["all", "name", "email", "phone", "sidebar"];
const EQUALITY = ["eq", "ne"];
const MEMBERSHIP = [...EQUALITY, "in", "notIn"];
const ORDERED = [...MEMBERSHIP, "gt", "gte", "lt", "lte"];

/** What a filter offers by the kind of the field. */
const operators = {
  string: [...ORDERED, "like", "startsWith", "endsWith", "contains"],
  double: ORDERED,
  boolean: EQUALITY,
  date: ORDERED,
  datetime: ORDERED,
  multipicklist: [...EQUALITY, "includes", "excludes"],
  id: MEMBERSHIP,
  reference: MEMBERSHIP,
} as const satisfies Record<string, readonly string[]>;

const MARKED = { date: true, datetime: true, multipicklist: true, id: true, reference: true };

/** Probes of one object of an org, at every depth that reads and writes have. */
export function completionProbes(describes: readonly RawDescribe[], object: string): CompletionProbe[] {
  const org = new ProbedOrg(describes);
  return [
    ...selects(org, object),
    ...filters(org, object),
    ...kinds(org, object),
    ...searches(org, object),
    ...others(org, object),
  ];
}

/** Probes inside of SOQL text, where the plugin answers. */
export function soqlProbes(describes: readonly RawDescribe[], object: string): CompletionProbe[] {
  const org = new ProbedOrg(describes);
  const [parent = "", target = ""] = last(org.parents(object));
  const [grand = "", grandTarget = ""] = last(org.parents(target));
  const [child = "", childObject = ""] = last(org.children(object));
  const closed = org.closedPicklist(object);
  const query = (text: string) => `sf.query("${text}");`;
  const rows: ProbeRow[] = [
    ["fields", query(`SELECT Id, | FROM ${object}`), org.named(object)],
    ["fields of a parent", query(`SELECT ${parent}.| FROM ${object}`), org.named(target)],
    ["fields two parents up", query(`SELECT ${parent}.${grand}.| FROM ${object}`), org.named(grandTarget)],
    ["fields of children", query(`SELECT (SELECT | FROM ${child}) FROM ${object}`), org.named(childObject)],
    ["children", query(`SELECT (SELECT Id FROM |) FROM ${object}`), [...org.children(object).keys()]],
    ["objects", query("SELECT Id FROM |"), describes.map(({ name }) => name)],
    ["fields to filter by", query(`SELECT Id FROM ${object} WHERE |`), org.named(object)],
    ["values of a picklist", query(`SELECT Id FROM ${object} WHERE ${closed.name} = '|'`), valuesOf(closed)],
  ];
  return rows.map(probe);
}

function selects(org: ProbedOrg, object: string): CompletionProbe[] {
  const find = (select: string) => `sf.${object}.find({ select: { Id: true, ${select} } });`;
  const [parent = "", target = ""] = last(org.parents(object));
  const [grand = "", grandTarget = ""] = last(org.parents(target));
  const [great = "", greatTarget = ""] = last(org.parents(grandTarget));
  const [child = "", childObject = ""] = last(org.children(object));
  const [childParent = "", childTarget = ""] = last(org.parents(childObject));
  const [several = "", targets = []] = last(org.polymorphic(object));
  const [one = ""] = targets;
  const below = (depth: string) => `${parent}: { select: { ${depth} } }`;
  const rows: ProbeRow[] = [
    ["select", `sf.${object}.find({ select: { | } });`, org.selectable(object)],
    ["select of a parent", find(below("|")), org.selectable(target)],
    ["select two parents up", find(below(`${grand}: { select: { | } }`)), org.selectable(grandTarget)],
    [
      "select three parents up",
      find(below(`${grand}: { select: { ${great}: { select: { | } } } }`)),
      org.selectable(greatTarget),
    ],
    ["what a parent takes", find(`${parent}: { | }`), ["select"]],
    ["what children take", find(`${child}: { | }`), ["select", "where", "orderBy", "limit"]],
    ["select of children", find(`${child}: { select: { | } }`), org.selectable(childObject)],
    [
      "select of a parent of children",
      find(`${child}: { select: { Id: true, ${childParent}: { select: { | } } } }`),
      org.selectable(childTarget),
    ],
    [
      "where of children",
      find(`${child}: { select: { Id: true }, where: { | } }`),
      [...org.named(childObject), ...LOGIC],
    ],
    [
      "orderBy of children",
      find(`${child}: { select: { Id: true }, orderBy: { | } }`),
      sortable(org, childObject),
    ],
    ["targets of a polymorphic parent", find(`${several}: { on: { | } }`), targets],
    [
      "fields by target of a polymorphic parent",
      find(`${several}: { on: { ${one}: { select: { | } } } }`),
      org.fields(one),
    ],
    [
      "a row, two parents up",
      `async () => (await ${find(below(`Id: true, ${grand}: { select: { Name: true } }`)).slice(0, -1)}.first())!.${parent}!.|;`,
      ["Id", grand],
    ],
  ];
  return rows.map(probe);
}

function filters(org: ProbedOrg, object: string): CompletionProbe[] {
  const where = (condition: string) =>
    `sf.${object}.find({ select: { Id: true }, where: { ${condition} } });`;
  const [parent = "", target = ""] = last(org.parents(object));
  const [grand = "", grandTarget = ""] = last(org.parents(target));
  const all = [...org.named(object), ...LOGIC];
  const rows: ProbeRow[] = [
    ["where", where("|"), all],
    ["where of a parent", where(`${parent}: { | }`), [...org.named(target), ...LOGIC]],
    ["where two parents up", where(`${parent}: { ${grand}: { | } }`), [...org.named(grandTarget), ...LOGIC]],
    ["where, in OR", where(`OR: [{ Name: "x" }, { | }]`), all],
    ["where, in NOT", where("NOT: { | }"), all],
    ["where, in AND of OR", where("OR: [{ AND: [{ | }] }]"), all],
    ["where of count", `sf.${object}.count({ where: { | } });`, all],
  ];
  return rows.map(probe);
}

function kinds(org: ProbedOrg, object: string): CompletionProbe[] {
  const where = (condition: string) =>
    `sf.${object}.find({ select: { Id: true }, where: { ${condition} } });`;
  const byKind = Object.entries(operators).map(([kind, offered]): ProbeRow => {
    const { name } = org.field(object, ({ type }) => type === kind);
    const besides = kind in MARKED ? METHODS : [];
    return [`operators: ${kind}`, where(`${name}: { | }`), offered, besides];
  });
  const closed = org.closedPicklist(object);
  const values = valuesOf(closed);
  const rows: ProbeRow[] = [
    ...byKind,
    ["values of a picklist, in", where(`${closed.name}: { in: ["|"] }`), values],
    ["values of a picklist, equal", where(`${closed.name}: { eq: "|" }`), values],
  ];
  return rows.map(probe);
}

function searches(org: ProbedOrg, object: string): CompletionProbe[] {
  const search = (clauses: string) => `sf.search({ find: "x", returning: { ${object}: { ${clauses} } } });`;
  const [parent = "", target = ""] = last(org.parents(object));
  const closed = org.closedPicklist(object);
  const where = (condition: string) => search(`select: { Id: true }, where: { ${condition} }`);
  const rows: ProbeRow[] = [
    ["search", 'sf.search({ find: "x", returning: {}, | });', ["in", "limit"]],
    ["search: where", 'sf.search({ find: "x", in: "|", returning: {} });', SCOPES],
    ["search: what an object takes", search("|"), ["select", "where", "orderBy", "limit", "offset"]],
    ["search: select", search("select: { | }"), org.named(object)],
    [
      "search: select of a parent",
      search(`select: { ${parent}: { select: { | } } }`),
      org.selectable(target),
    ],
    ["search: conditions", where("|"), [...org.named(object), ...LOGIC]],
    ["search: values of a picklist", where(`${closed.name}: { eq: "|" }`), valuesOf(closed)],
    ["search: orderBy", search("select: { Id: true }, orderBy: { | }"), sortable(org, object)],
  ];
  return rows.map(probe);
}

function others(org: ProbedOrg, object: string): CompletionProbe[] {
  const [parent = "", target = ""] = last(org.parents(object));
  const parents = [...org.parents(object).keys()];
  const createable = [...org.fields(object, (field) => field.createable === true), ...parents];
  const updateable = [...org.fields(object, (field) => field.updateable === true), ...parents];
  const number = (field: RawField) => ["double", "currency", "percent", "int"].includes(field.type);
  const find = (clause: string) => `sf.${object}.find({ select: { Id: true }, ${clause} });`;
  const rows: ProbeRow[] = [
    ["orderBy", find("orderBy: { | }"), sortable(org, object)],
    ["orderBy of a parent", find(`orderBy: { ${parent}: { | } }`), sortable(org, target)],
    ["orderBy, in a list", find("orderBy: [{ | }]"), sortable(org, object)],
    ["orderBy: how", find(`orderBy: { Name: "|" }`), ["asc", "desc"]],
    ["aggregates", `sf.${object}.aggregate({ select: { n: { | } } });`, AGGREGATES],
    [
      "aggregate: what to sum",
      `sf.${object}.aggregate({ select: { n: { sum: "|" } } });`,
      org.fields(object, number),
    ],
    [
      "aggregate: where",
      `sf.${object}.aggregate({ select: { n: { count: true } }, where: { | } });`,
      [...org.named(object), ...LOGIC],
    ],
    ["create", `sf.${object}.create({ | });`, createable],
    ["bulk: a record", `sf.bulk.insert("${object}", [{ | }]);`, createable],
    ["bulk: changes", `sf.bulk.update("${object}", [{ | }]);`, ["Id", ...updateable]],
    ["updated", `sf.${object}.updated({ | });`, ["since", "until"]],
    ["events: options", `sf.events.subscribe("${changesOf(object)}", { | });`, SUBSCRIPTION],
    [
      "events: where to begin",
      `sf.events.subscribe("${changesOf(object)}", { replay: "|" });`,
      ["new", "all"],
    ],
    [
      "events: fields of a change",
      `async () => (await sf.events.subscribe("${changesOf(object)}").next()).value!.fields.|;`,
      org.fields(object),
    ],
    ["graphql: options", 'sf.graphql("{ uiapi }", {}, { | });', GRAPHQL],
    [
      "graphql: pages",
      'sf.graphql.pages("{ uiapi }", {}, (data: { a: { edges: { node: { Id: string; Name: string } }[]; pageInfo: { hasNextPage: boolean } } }) => data.a).all().then((all) => all[0]!.|);',
      ["Id", "Name"],
    ],
    ["suggestions: fields", `sf.suggest("${object}", "x", { fields: ["|"] });`, org.fields(object)],
    ["suggestions: options", `sf.suggest("${object}", "x", { | });`, ["fields", "where", "limit"]],
    ["menus", 'sf.appMenu("|");', ["AppSwitcher", "Salesforce1", "NetworkTabs"]],
    ["approvals: many", "sf.approvals.process([{ | }]);", APPROVALS],
    [
      "reports: filters",
      `sf.reports.run("00O", { metadata: { reportFilters: [{ column: "A", operator: "|" }] } });`,
      FILTERS,
    ],
    [
      "reports: columns",
      `sf.reports.query({ reportType: { type: "A" }, detailColumns: ["B", "C"] }).then((r) => r.rows()[0]!.|);`,
      ["B", "C"],
    ],
    ["list view: find", `sf.${object}.listView("X").find({ select: { | } });`, org.selectable(object)],
    ["list view: results", `sf.${object}.listView("X").results({ | });`, ["limit", "offset"]],
    [
      "quick action: arguments",
      `sf.${object}.quickActions.run("X", { | });`,
      ["target", "record", "contextId"],
    ],
    ["quick action: record", `sf.quickActions.run("X", { target: "${object}", record: { | } });`, createable],
    ["layouts", `sf.${object}.layouts.|;`, ["list", "page", "named", "compact", "approval"]],
    ["update", `sf.${object}.update("a00000000000001AAA", { | });`, updateable],
  ];
  return rows.map(probe);
}

/** What an editor must offer of an action with these inputs, outputs, and a record of an object among the inputs. */
export function actionProbes(
  describes: readonly RawDescribe[],
  name: string,
  { inputs, outputs }: RawAction,
): CompletionProbe[] {
  const record = inputs.find(({ sobjectType }) => sobjectType);
  const org = new ProbedOrg(describes);
  const run = (input: string) => `sf.actions.run("${name}", { ${input} });`;
  const fields = ["attributes", ...org.fields(record?.sobjectType ?? "")];
  const names = (parameters: RawAction["inputs"]) => parameters.map((parameter) => parameter.name);
  const rows: ProbeRow[] = [
    ["action: inputs", run("|"), names(inputs)],
    ["action: inputs of many", `sf.actions.runMany("${name}", [{ | }]);`, names(inputs)],
    ["action: a record", run(`${record?.name}: { | }`), fields],
    ["action: outputs", `async () => (await ${run("").slice(0, -1)}).|;`, names(outputs)],
  ];
  return rows.map(probe);
}

const ROUTES =
  '{ "GET /orders/{id}": object; "GET /orders": { query: { open?: boolean } }; "POST /orders": object }';

/** What an editor must offer of Apex REST and the Tooling API, which are the same in every org. */
export const apexProbes: readonly CompletionProbe[] = [
  ["Apex REST: paths", `sf.apexRest.routes<${ROUTES}>().get("|");`, ["/orders/{id}", "/orders"]],
  [
    "Apex REST: values of a path",
    `sf.apexRest.routes<${ROUTES}>().get("/orders/{id}", { params: { | } });`,
    ["id"],
  ],
  [
    "Tooling: a new record",
    'sf.tooling.sobject("ApexClass").create({ | });',
    ["ApiVersion", "Body", "FullName", "Metadata", "Name", "Status"],
  ],
  ["Tooling: tests", "sf.tooling.runTests({ | });", ["classes", "methods", "suites", "level"]],
  [
    "Tooling: what is logged",
    'sf.tooling.executeAnonymous("", { log: { Db: "|" } });',
    ["None", "Error", "Warn", "Info", "Debug", "Fine", "Finer", "Finest"],
  ],
].map((row) => probe(row as unknown as ProbeRow));

/** The same inside of SOQL text, by the plugin. */
export const toolingSoqlProbe: CompletionProbe = probe([
  "Tooling: fields",
  'sf.tooling.query("SELECT | FROM ApexTestSuite");',
  [
    "Id",
    "CreatedById",
    "CreatedDate",
    "LastModifiedById",
    "LastModifiedDate",
    "SystemModstamp",
    "TestSuiteName",
    "CreatedBy",
    "LastModifiedBy",
  ],
  ["FIELDS", "TYPEOF", "FORMAT", "COUNT"],
]);

function valuesOf({ picklistValues }: RawField): string[] {
  return (picklistValues ?? []).flatMap(({ value }) => value ?? []);
}

const FILTERS = [
  "equals",
  "notEqual",
  "lessThan",
  "greaterThan",
  "lessOrEqual",
  "greaterOrEqual",
  "contains",
  "notContain",
  "startsWith",
  "includes",
  "excludes",
  "within",
];

/** The channel of an object's changes. */
export function changesOf(object: string): string {
  return `/data/${object.replace(/__c$/, "__")}ChangeEvent`;
}

const SUBSCRIPTION = ["replay", "signal", "buffer", "reconnectFor", "onReconnect"];
const GRAPHQL = ["headers", "operationName", "signal", "timeout"];
const APPROVALS = [
  "submit",
  "approve",
  "reject",
  "recall",
  "comments",
  "nextApproverIds",
  "submitterId",
  "process",
  "skipEntryCriteria",
];
const AGGREGATES = ["count", "countDistinct", "sum", "avg", "min", "max", "grouping"];

/** Unsortable fields are listed, too, and refused with a message of their own. */
function sortable(org: ProbedOrg, object: string): string[] {
  return [...org.fields(object), ...org.parents(object).keys()];
}

type ProbeRow = readonly [
  what: string,
  statement: string,
  offered: readonly string[],
  besides?: readonly string[],
];

function probe([what, statement, offered, besides = []]: ProbeRow): CompletionProbe {
  return { what, statement, offered, besides };
}

function last<T>(entries: ReadonlyMap<string, T>): readonly [string, T] | readonly [] {
  return [...entries].at(-1) ?? [];
}
