import { readFileSync } from "node:fs";
import {
  type ApexTestHandlers,
  createOrg,
  type Org,
  type QuickActionDefinitions,
  type SeedRecords,
  standardDescribes,
} from "orgtype/mock";
import type { RawDescribe } from "../../../../codegen/model/raw-describe.js";
import { orgdata } from "../../../support/orgdata.js";
import { api } from "../api.js";
import type { Recording } from "./recording.js";

/** What an org needs so that a recorded request means something there. */
export interface Replay {
  /** Real describes in place of the org's own, by file. */
  readonly describes?: readonly string[];
  /** Records besides, or instead of, the usual ones. */
  readonly seed?: SeedRecords;
  readonly empty?: true;
  /** Apex tests of the org. */
  readonly apexTests?: ApexTestHandlers;
  readonly quickActions?: QuickActionDefinitions;
  /** What to write in place of texts of the recorded request, such as its ids. */
  readonly instead?: (
    org: Org,
  ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** How the answer's shape differs from the recorded one, and why that is right. */
  readonly differs?: { readonly because: string; readonly how: readonly (string | RegExp)[] };
}

const USUAL: SeedRecords = {
  Account: [{ Name: "Edge" }, { Name: "Wool" }],
  Contact: [{ LastName: "One" }],
  Case: [{ Subject: "Help" }],
  Opportunity: [{ Name: "Deal", StageName: "Prospecting", CloseDate: "2026-01-01" }],
};

/** Some of those that every org has. */
const GLOBAL_ACTIONS: QuickActionDefinitions = {
  LogACall: { type: "LogACall", label: "Log a Call" },
  NewAccount: { targetObject: "Account" },
  NewTask: {
    targetObject: "Task",
    fields: ["Subject", "ActivityDate", "WhoId", "WhatId", "OwnerId", "Status"],
  },
};

/** Makes the org a recording is about, sends its request there, and returns what comes back. */
export async function replay(
  recording: Recording,
  how: Replay = {},
): Promise<{ status: number; body: unknown }> {
  const describes = describesOf(how.describes ?? []);
  const { apexTests = {}, quickActions = {} } = how;
  const org = createOrg({ describes, apexTests, quickActions });
  const has = new Set(describes.map((describe) => describe.name));
  const usual = Object.fromEntries(Object.entries(USUAL).filter(([name]) => has.has(name)));
  org.seed({ ...(how.empty === true ? {} : usual), ...how.seed });
  const replacements = Object.entries((await how.instead?.(org)) ?? {});
  const { method = "GET", url = "", body } = recording.request ?? {};
  const here = (text: string): string =>
    replacements.reduce(
      (result, [from, to]) => result.replaceAll(from, to),
      text.replaceAll("vxx.0", "v66.0"),
    );
  const path = here(url.replace(/^https:\/\/[^/]+/, ""));
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await org.fetch(org.url + path, {
    method,
    headers: { Authorization: `Bearer ${org.credentials.accessToken}`, "Content-Type": "application/json" },
    ...(text === undefined ? {} : { body: here(text) }),
  });
  const answer = await response.text();
  return { status: response.status, body: answer === "" ? "" : JSON.parse(answer) };
}

function describesOf(files: readonly string[]): RawDescribe[] {
  const real = files.map((file): RawDescribe => JSON.parse(readFileSync(orgdata(file), "utf8")));
  const names = new Set(real.map((describe) => describe.name));
  return [...standardDescribes().filter((describe) => !names.has(describe.name)), ...real];
}

const ids = (org: Org, object: string): string[] => org.records(object).map((record) => String(record.Id));

/** Puts the org's own ids of an object in place of recorded ones, in turn. */
const idsFor =
  (object: string, ...recorded: string[]) =>
  (org: Org): Record<string, string> =>
    Object.fromEntries(recorded.map((id, place) => [id, ids(org, object)[place] ?? "none"]));

const accounts = (count: number): SeedRecords => ({
  Account: Array.from({ length: count }, (_, n) => ({ Name: `A${n}`, Description: "x" })),
});

/** Puts a locator of the org's own in place of a recorded one. */
const locatorFor =
  (recorded: string, batchSize: number) =>
  async (org: Org): Promise<Record<string, string>> => {
    const soql = "SELECT Id, Name, Description, LastModifiedDate, CreatedDate, SystemModstamp FROM Account";
    const { body } = await api(org).query(soql, { "Sforce-Query-Options": `batchSize=${batchSize}` });
    return { [recorded]: String(body.nextRecordsUrl).replace(/^.*\/(.*)-\d+$/, "$1") };
  };

const ACCOUNT_V42 = "describe/Account--grouparoo-66fields.json";
const ACCOUNT_CLEAN = "describe/Account--cumulusci.json";
const ORDINARY = { because: "the recorded org has other fields", how: [/^\.\w+: (missing|more)$/] };
const FIELDS_OF_THE_ORG = {
  because:
    "the recorded orgs have features on that add fields (states as picklists, clean data), and lack ours",
  how: [/^\.\w+: (missing|more)$/, /^\.\w+Address\.\w+Code: missing$/],
};

const EMAIL_FIELD = {
  because: "the describe was recorded before that org got this field",
  how: [".email_field__c: missing"],
};

/** Recordings whose request needs more than the usual records. */
export const REPLAYS: Readonly<Record<string, Replay>> = {
  "composite--cumulusci-4": { empty: true },
  "composite--cumulusci-5": { empty: true },
  "composite-batch--nango-composite-batch-request": {
    differs: {
      because: "version 57 did not have this limit, version 60 has",
      how: [".results[].result.PlatformEventTriggersWithParallelProcessing: more"],
    },
  },
  "composite-sobjects-delete--grouparoo": {
    instead: (org) => ({ "composite/sobjects": `composite/sobjects?ids=${ids(org, "Account").join(",")}` }),
  },
  "composite-sobjects-delete--grouparoo-2": {
    instead: (org) => ({ "composite/sobjects": `composite/sobjects?ids=${ids(org, "Account")[0]}` }),
  },
  "composite-sobjects-delete--nango-delete-sobject-collection": {
    instead: idsFor("Account", "001dM00003kREKdQAO", "001dM00003kREKeQAO"),
  },
  "composite-sobjects-patch--cumulusci": {
    instead: idsFor("Account", "0019H00000H28uBQAR", "0019H00000H28uAQAR"),
  },
  "composite-sobjects-patch--cumulusci-2": {
    seed: accounts(6),
    instead: idsFor(
      "Account",
      "0012300000bVTq1AAG",
      "0012300000bVTphAAG",
      "0012300000bVTq6AAG",
      "0012300000bVTpmAAG",
      "0012300000bVTpwAAG",
      "0012300000bVTprAAG",
    ),
  },
  "composite-sobjects-patch--grouparoo": { instead: idsFor("Account", "0014S000007NxmlQAC") },
  "composite-sobjects-patch--grouparoo-2": {
    instead: idsFor("Account", "0014S000007NxmlQAC", "0014S000007Nx5BQAS"),
  },
  // A custom email field of that org is refused its value; fields of ours stand in for it.
  "composite-sobjects-patch-partialfailure--grouparoo": {
    instead: (org) => ({
      ...idsFor("Account", "0014S000007NxmlQAC", "0014S000007Nx5BQAS")(org),
      email_field__c: "ParentId",
    }),
    differs: {
      because: "refused ids name their field in the message only",
      how: ["[].errors[].fields[]: no entries"],
    },
  },
  "composite-sobjects-patch-partialfailure--grouparoo-2": {
    seed: { Contact: [{ LastName: "One" }, { LastName: "Two" }] },
    instead: (org) => ({
      ...idsFor("Contact", "0034S000005YJVlQAO", "0034S000005YJX5QAO")(org),
      "0014S000007NeM3QAK": ids(org, "Account")[0] ?? "",
      '"Email":"additivebrian2@demo.com",': "",
      email_field__c: "Email",
    }),
  },
  "composite-sobjects-post--cumulusci-2": { instead: idsFor("Account", "0019H00000H1RMDQA3") },
  "composite-sobjects-post--grouparoo-2": {
    describes: ["describe/Topic--grouparoo.json", "describe-trimmed/TopicAssignment--libertyfund.json"],
    seed: { Topic: [{ Name: "a" }, { Name: "b" }], Contact: [{ LastName: "a" }, { LastName: "b" }] },
    instead: (org) => ({
      ...idsFor("Topic", "0TO4S000000GuXcWAK", "0TO4S000000GuXhWAK")(org),
      ...idsFor("Contact", "0034S000005YJY8QAO", "0034S000005YJVeQAO")(org),
      // The trimmed describe does not say that this field is filled in by itself.
      '"TopicId"': '"EntityKeyPrefix":"003","TopicId"',
    }),
  },
  "limits-recordCount--cumulusci-2": { empty: true },
  "query--cumulusci": { describes: [ACCOUNT_CLEAN] },
  "query--cumulusci-2": {
    differs: {
      because: "accounts of the standard objects have no record types",
      how: [".records[]: no entries"],
    },
  },
  "query--cumulusci-3": { describes: [ACCOUNT_CLEAN] },
  "query--cumulusci-4": { empty: true, describes: ["describe/Contact--grouparoo.json"] },
  "query--grouparoo": { instead: () => ({ query: "query?q=SELECT Id FROM Account WHERE Name = 'none'" }) },
  "query--grouparoo-2": { instead: () => ({ query: "query?q=SELECT Id FROM Account LIMIT 1" }) },
  "query--grouparoo-3": {
    instead: () => ({ query: "query?q=SELECT Id, AccountNumber FROM Account LIMIT 1" }),
  },
  "query--grouparoo-4": {
    instead: () => ({ query: "query?q=SELECT Id, AccountNumber FROM Account LIMIT 1" }),
  },
  "query--nango-accounts": {
    seed: accounts(2086),
    instead: async (org) => {
      const asked =
        "SELECT Id, Name, AccountNumber, Industry, Type, BillingCity, BillingState, BillingCountry, Phone, Website, CreatedDate, LastModifiedDate, SystemModstamp FROM Account";
      const { body } = await api(org).query(asked);
      return { "0r8xx5R2yF2gs3VASQ-2000": String(body.nextRecordsUrl).split("/").at(-1) ?? "" };
    },
  },
  "query--nango-articles": { seed: accounts(2086) },
  "query--nango-articles-2": {
    seed: accounts(2086),
    instead: locatorFor("0r8xx5R2yRjYJoUASW", 1000),
    differs: {
      because: "that query did not ask for SystemModstamp",
      how: [".records[].SystemModstamp: more"],
    },
  },
  "query--nango-articles-3": {
    seed: accounts(2086),
    instead: locatorFor("0r8xx5R2yRjYJoUASW", 1000),
    differs: {
      because: "that query did not ask for SystemModstamp",
      how: [".records[].SystemModstamp: more"],
    },
  },
  "query--nango-retrieve-query-more": {
    seed: accounts(2086),
    instead: locatorFor("0r8xx5R2sM3DgWhASK", 2000),
    differs: {
      because: "what that query asked for was not recorded",
      how: [/^\.records\[\]\.\w+: (more|missing)$/],
    },
  },
  "query--nango-tickets-2": {
    describes: ["describe-trimmed/CaseComment--libertyfund.json"],
  },
  "query-typeof--cumulusci": {
    instead: (org) => {
      const [WhoId = ""] = ids(org, "Contact");
      org.seed({
        Event: [{ Subject: "Talk", WhoId, ActivityDateTime: "2026-01-01T00:00:00Z", DurationInMinutes: 60 }],
      });
      return {};
    },
  },
  "quickActions--nango-get-quick-action-defaults": { quickActions: GLOBAL_ACTIONS },
  "quickActions--nango-list-quick-actions": { quickActions: GLOBAL_ACTIONS },
  "sobject-delete--nango-delete-record": { instead: idsFor("Account", "001dM00003kS5tZQAS") },
  "sobject-get--cumulusci": { instead: idsFor("Organization", "00D0xORGID00000000"), differs: ORDINARY },
  "sobject-get--cumulusci-2": { instead: idsFor("Organization", "00D0xORGID00000000"), differs: ORDINARY },
  "sobject-get--cumulusci-3": {
    differs: {
      because: "which further resources an object has is known for Salesforce's own objects only one by one",
      how: [/^\.sobjects\[\]\.urls\.\w+: (more|missing)$/],
    },
  },
  "sobject-get--grouparoo": {
    describes: [ACCOUNT_V42],
    instead: idsFor("Account", "0014S000007NxmlQAC"),
    differs: EMAIL_FIELD,
  },
  "sobject-get--grouparoo-2": {
    describes: [ACCOUNT_V42],
    instead: idsFor("Account", "0014S000007NxmlQAC"),
    differs: EMAIL_FIELD,
  },
  "sobject-get--nango-get-record": {
    seed: { Account: [{ Name: "Edge", BillingCity: "Austin", ShippingStreet: "1 Way" }] },
    instead: idsFor("Account", "001dM00003jU9GxQAK"),
    differs: FIELDS_OF_THE_ORG,
  },
  "sobject-get--nango-get-record-by-external-id": {
    instead: idsFor("User", "005dM00000aYaE3QAK"),
    differs: FIELDS_OF_THE_ORG,
  },
  "sobject-patch--nango-update-record": {
    instead: idsFor("Account", "001dM00003kS3BpQAK"),
  },
  "sobject-patch--nango-update-record-by-external-id": { instead: idsFor("Account", "001dM00003kReWpQAK") },
  "tooling-query--cumulusci": { apexTests: testClasses() },
  "tooling-query--cumulusci-2": { apexTests: testClasses(), instead: testJob },
  "tooling-query--cumulusci-3": { apexTests: testClasses(), instead: testJob },
  "tooling-runTests--cumulusci": { apexTests: testClasses(), instead: testClassIds },
  "sobject-post--grouparoo": { describes: ["describe/Topic--grouparoo.json"] },
};

function testClasses(): ApexTestHandlers {
  const names = ["SampleClass_TEST", "SamplePage_CTRL_TEST", "SampleClass2_TEST"];
  return Object.fromEntries(names.map((name) => [name, { test: () => {} }]));
}

/** The job of the recordings, in the queue. */
async function testJob(org: Org): Promise<Readonly<Record<string, string>>> {
  const { body } = await api(org).post("/tooling/runTestsAsynchronous", { testLevel: "RunLocalTests" });
  return { "7071700002rbUCv": body };
}

async function testClassIds(org: Org): Promise<Readonly<Record<string, string>>> {
  const { get } = api(org);
  const { body } = await get(`/tooling/query?q=${encodeURIComponent("SELECT Id FROM ApexClass")}`);
  const recorded = ["01p1700000PXJMTAA5", "01p1700000PXJMRAA5", "01p1700000PXUjaAAH"];
  return Object.fromEntries(recorded.map((id, place) => [id, body.records[place].Id]));
}

const LATER = "comes with the methods that use it";
const OTHER_API = "is no part of the REST API";

/** Recordings that are not replayed, and why. */
export const NOT_REPLAYED: readonly (readonly [RegExp, string])[] = [
  [/^bulk1--/, `Bulk API 1.0 ${OTHER_API}`],
  [/^soap-login--/, `SOAP ${OTHER_API}`],
  [/^communities--/, `the Connect API ${LATER}`],
];
