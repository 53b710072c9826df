import { createCatalog } from "../../mock/catalog/catalog.js";
import type { DataContext } from "../../mock/data-context.js";
import { fillRecords } from "../../mock/fill/fill-records.js";
import { standardDescribes } from "../../mock/schema/index.js";
import { createCursors } from "../../mock/soql/cursors.js";
import { runQuery } from "../../mock/soql/run-query.js";
import { createIdSource } from "../../mock/store/record-id.js";
import { Store } from "../../mock/store/store.js";

const ACCOUNTS = 25_000;
const CONTACTS = 75_000;
const ROUNDS = 15;

const now = () => new Date("2026-06-01T00:00:00Z");
const ids = createIdSource();
const context: DataContext = {
  catalog: createCatalog(standardDescribes()),
  store: new Store(),
  ids,
  userId: ids.next("005"),
  now,
  timeZone: "UTC",
  fiscalYearStartMonth: 1,
};
const made = fillRecords(context, { Account: ACCOUNTS, Contact: CONTACTS });
const invoices = fillRecords(context, { Invoice__c: 1_000 });
const account = made.Account?.[ACCOUNTS / 2] ?? "";
const contact = made.Contact?.[CONTACTS / 2] ?? "";
const invoice = context.store.table("Invoice__c").get(invoices.Invoice__c?.[500] ?? "");

const queries: readonly (readonly [what: string, soql: string])[] = [
  ["one record by id", `SELECT Name FROM Contact WHERE Id = '${contact}'`],
  [
    "an external id",
    `SELECT Id FROM Invoice__c WHERE External_Key__c = '${invoice?.values.External_Key__c}'`,
  ],
  ["a lookup", `SELECT Name FROM Contact WHERE AccountId = '${account}'`],
  ["a full scan, counted", "SELECT COUNT() FROM Contact WHERE Title LIKE 'Head%'"],
  ["a full scan by a parent", "SELECT COUNT() FROM Contact WHERE Account.Name LIKE 'B%'"],
  ["groups of all records", "SELECT Title, COUNT(Id) FROM Contact GROUP BY Title"],
  ["all records, sorted, the first 100", "SELECT Name FROM Contact ORDER BY LastName LIMIT 100"],
];

function medianMs(soql: string): number {
  const cursors = createCursors(ids, now);
  const environment = {
    context,
    cursors,
    includeDeleted: false,
    dataPath: "/services/data/v66.0",
    batchSize: 2_000,
  };
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    const results = runQuery(environment, soql);
    results.rows(0, Math.min(results.length, 2_000));
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

console.log(`${(ACCOUNTS + CONTACTS).toLocaleString("en")} records, median of ${ROUNDS} rounds\n`);
console.log("| query | ms |\n|---|---:|");
for (const [what, soql] of queries) console.log(`| ${what} | ${medianMs(soql).toFixed(3)} |`);
