import { readdirSync, readFileSync } from "node:fs";
import { createOrg } from "orgtype/mock";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { describeSchema, type RawDescribe } from "../../../codegen/model/raw-describe.js";
import { hasOrgdata, orgdata } from "../../support/orgdata.js";
import { api } from "./api.js";

function readDescribe(path: string): RawDescribe {
  const json = JSON.parse(readFileSync(orgdata(path), "utf8"));
  return v.parse(describeSchema, json.body ?? json);
}

describe.skipIf(!hasOrgdata)("an org made from a snapshot (needs ../shared/orgdata)", () => {
  it("of a thousand trimmed describes describes every object", async () => {
    const describes = readdirSync(orgdata("describe-trimmed"))
      .filter((name) => name.endsWith(".json"))
      .map((name) => readDescribe(`describe-trimmed/${name}`));
    // Two orgs are in the folder: an object of both is described twice.
    const byName = new Map(describes.map((raw) => [raw.name, raw]));
    const org = createOrg({ describes: [...byName.values()] });
    const { get } = api(org);
    const { sobjects } = (await get("/sobjects")).body;
    expect(sobjects).toHaveLength(byName.size);
    const prefixes = sobjects.map((entry: { keyPrefix: string }) => entry.keyPrefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const name of byName.keys()) {
      const { status, body } = await get(`/sobjects/${name}/describe`);
      expect({ name, status, fields: body.fields.length }).toEqual({
        name,
        status: 200,
        fields: byName.get(name)?.fields.length,
      });
    }
    const { post, query } = api(org);
    expect((await post("/sobjects/Contact", { LastName: "Reed" })).status).toBe(201);
    expect((await query("SELECT Name, Owner.Name FROM Contact")).body.totalSize).toBe(1);
  }, 240_000);

  it.each(["Account--nango-v58", "Product2--provus", "Lead--webtolead", "Opportunity--cumulusci"])(
    "answers the describe of %s as it was recorded, but for links",
    async (file) => {
      const raw = readDescribe(`describe/${file}.json`);
      const { body } = await api(createOrg({ describes: [raw] })).get(`/sobjects/${raw.name}/describe`);
      const { urls: _urls, recordTypeInfos: _types, ...described } = body;
      for (const [key, value] of Object.entries(raw)) {
        if (key in described) expect({ [key]: described[key] }).toEqual({ [key]: value });
      }
      expect(Object.keys(body)).toEqual(
        expect.arrayContaining(Object.keys(raw).filter((key) => key !== "_meta")),
      );
    },
  );

  it("of person accounts takes businesses and people", async () => {
    const org = createOrg({ describes: [readDescribe("describe/Account--cumulusci-personaccount.json")] });
    const { post } = api(org);
    expect((await post("/sobjects/Account", { Name: "Acme" })).status).toBe(201);
    expect((await post("/sobjects/Account", { FirstName: "Ada", LastName: "Reed" })).status).toBe(201);
    expect(org.records("Account").map((record) => record.Name)).toEqual(["Acme", "Ada Reed"]);
  });
});
