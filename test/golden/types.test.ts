import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generate } from "../../codegen/generate.js";
import { openSnapshot } from "../../codegen/source/snapshot.js";
import { typeErrors } from "../../scripts/type-errors.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "orgtype-golden-"));
  await cp(join(import.meta.dirname, "small-org/output"), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function errorsOf(program: string): Promise<string[]> {
  const path = join(folder, "program.ts");
  await writeFile(path, `import type { Client, Schema } from "./index.js";\n${program}`);
  return [...(await typeErrors(folder, [path])).values()].flat();
}

const PROGRAM = `
import type { ObjectDef, UpdateInput } from "orgtype";
type Unfit = { [N in keyof Schema]: Schema[N] extends ObjectDef ? never : N }[keyof Schema];
export const fits: [Unfit] extends [never] ? true : Unfit = true;

export async function use(sf: Client): Promise<void> {
  const invoice = await sf.Invoice__c.create({ Account__c: "001000000000001AAA", Due__c: "2030-01-31" });
  await sf.Invoice__c.upsert("External_Key__c", "K1", { Account__c: "001000000000001AAA", Due__c: "2030-01-31" });
  const row = await sf.Invoice__c.find({
    select: { Name: true, Channels__c: true, Account__r: { select: { Tier__c: true, Owner: { select: { IsActive: true } } } } },
    where: { Account__r: { Tier__c: "Gold" }, Paid__c: false },
    orderBy: { Total__c: "desc" },
  }).first();
  const tier: "Gold" | "Silver" | null | undefined = row?.Account__r.Tier__c;
  const account = await sf.Account.find({ select: { Events: { select: { What: { select: { Type: true } } } } } }).first();
  const what: string | undefined = account?.Events[0]?.What?.Type;
  const changes: UpdateInput<Schema, "Event"> = { Subject: "Anything", WhatId: null };
  console.log(invoice, tier, what, changes);
`;

describe("generated types", () => {
  it("check strictly, declaration files included, and fit the type layer", async () => {
    expect(await errorsOf(`${PROGRAM}}\n`)).toEqual([]);
  });

  it("of code in JavaScript are the same", async () => {
    const source = await openSnapshot(join(import.meta.dirname, "small-org/describes"));
    const { removed } = await generate({ source, apiVersion: "66.0", out: folder, language: "js" });
    expect(removed).toEqual(["index.ts", "metadata.ts", "picklists.ts"]);
    const connecting = `
import type { ConnectOptions } from "orgtype";
import { connect, createClient } from "./index.js";
import { picklists } from "./picklists.js";
export const clients = async (options: ConnectOptions): Promise<Client[]> =>
  [await connect(options), createClient(options)];
export const values: readonly string[] | undefined = picklists.Account?.Tier__c;
`;
    expect(await errorsOf(`${PROGRAM}}\n${connecting}`)).toEqual([]);
    expect(await errorsOf(`${PROGRAM}  sf.Account.find({ select: { Nmae: true } });\n}\n`)).toHaveLength(1);
  });

  it("refuse what the org would refuse", async () => {
    const mistakes = [
      'await sf.Invoice__c.create({ Due__c: "2030-01-31" });',
      'await sf.Invoice__c.create({ Account__c: "001000000000001AAA", Due__c: "2030-01-31", Total__c: 1 });',
      'await sf.Account.update("001000000000001AAA", { Tier__c: "Bronze" });',
      'await sf.Invoice__c.update(invoice, { Account__c: "001000000000001AAA" });',
      "await sf.Account.delete(invoice);",
      "sf.Account.find({ select: { Nmae: true } });",
      'sf.Account.find({ select: { Id: true }, where: { Description: "x" } });',
    ];
    const errors = await errorsOf(`${PROGRAM}${mistakes.map((line) => `  ${line}\n`).join("")}}\n`);
    expect(errors.join("\n").match(/TS\d+/g), errors.join("\n")).toHaveLength(mistakes.length);
  });
});
