import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clientCredentials, connect, custom, defineOrg } from "orgtype";
import { generate, orgSource } from "orgtype/codegen";
import {
  boolean,
  createOrg,
  describeObjects,
  type Listening,
  object,
  picklist,
  standardObjects,
  text,
} from "orgtype/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typeErrors } from "../../scripts/type-errors.js";

const site = object(
  "Site__c",
  { label: "Site", prefix: "a09" },
  {
    Name: text(80),
    Country__c: picklist(["US", { value: "Old", active: false }, "CA", "FR"], { restricted: true }),
    State__c: picklist(
      [
        { value: "NY", for: ["US"] },
        { value: "ON", for: ["CA"] },
        { value: "Gone", for: ["US", "CA"], active: false },
        { value: "Other", for: ["US", "CA"] },
      ],
      { restricted: true, controller: "Country__c" },
    ),
    Open__c: boolean(),
    Reason__c: picklist(
      [
        { value: "Sale", for: [true] },
        { value: "Repairs", for: [false] },
      ],
      { controller: "Open__c" },
    ),
  },
);

const PROGRAM = `import type { Client } from "./index.js";
export async function use(sf: Client): Promise<void> {
  const us = await sf.Site__c.picklist("State__c", { controlledBy: "US" });
  const values: ("NY" | "Other")[] = us.map(({ value }) => value);
  const none: never[] = (await sf.Site__c.picklist("State__c", { controlledBy: "FR" })).map(({ value }) => value);
  await sf.Site__c.create({ Name: "x", Country__c: "CA", State__c: "ON", Open__c: true, Reason__c: "Sale" });
  console.log(values, none);
`;

/** Types generated from an org, beside what the same org answers at run time. */
describe("dependent picklists of an org", () => {
  const org = createOrg({ describes: describeObjects([...standardObjects, site]) });
  let server: Listening;
  let folder: string;

  const client = () =>
    connect({
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
      apiVersion: "66.0",
    });

  beforeAll(async () => {
    server = await org.listen();
    folder = await mkdtemp(join(tmpdir(), "orgtype-dependent-"));
    const source = orgSource(await client(), { objects: ["Site__c", "Account"] });
    await generate({ source, apiVersion: "66.0", out: folder });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function errorsOf(mistake: string): Promise<string[]> {
    const path = join(folder, "program.ts");
    await writeFile(path, `${PROGRAM}${mistake}}\n`);
    return [...(await typeErrors(folder, [path])).values()].flat();
  }

  it("are in the generated types", async () => {
    expect(await errorsOf("")).toEqual([]);
  }, 240_000);

  it.each([
    [
      'await sf.Site__c.create({ Name: "x", Country__c: "US", State__c: "ON" });',
      "State__c 'ON' is not offered where Country__c is 'US'",
    ],
    [
      'await sf.Site__c.update("a09", { Open__c: false, Reason__c: "Sale" });',
      "Reason__c 'Sale' is not offered where Open__c is 'false'",
    ],
    [
      'await sf.Site__c.upsert("Id" as never, "x" as never, { Name: "x", Country__c: "FR", State__c: "NY" });',
      "State__c 'NY' is not offered where Country__c is 'FR'",
    ],
    ['await sf.Site__c.picklist("State__c", { controlledBy: "Old" });', '"Old"'],
  ])(
    "%s does not compile",
    async (mistake, message) => {
      const errors = await errorsOf(mistake);
      expect(errors).toHaveLength(1);
      expect(errors[0]).toContain(message);
    },
    240_000,
  );

  it("are what the org answers", async () => {
    const metadata = { Site__c: { fields: {}, parents: {}, children: {} } };
    const sf = await defineOrg<{ Site__c: never }>({ contract: 1, apiVersion: "66.0", metadata }).connect({
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
    });
    const untyped = sf.sobject("Site__c") as unknown as {
      picklist(field: string, options: object): Promise<{ value: string }[]>;
    };
    const offered = async (field: string, controlledBy: string | boolean) =>
      (await untyped.picklist(field, { controlledBy })).map(({ value }) => value);
    expect(await offered("State__c", "US")).toEqual(["NY", "Other"]);
    expect(await offered("State__c", "CA")).toEqual(["ON", "Other"]);
    expect(await offered("State__c", "FR")).toEqual([]);
    expect(await offered("Reason__c", true)).toEqual(["Sale"]);
    expect(await offered("Reason__c", false)).toEqual(["Repairs"]);
  });
});
