import { readFileSync } from "node:fs";
import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { hasOrgdata, orgdata } from "../../support/orgdata.js";
import { api } from "./api.js";

interface Recording {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

function recorded(name: string): Recording {
  return JSON.parse(readFileSync(orgdata(`responses/${name}.json`), "utf8"));
}

/** The shape of a JSON value: keys and kinds of values, a list by its first entry. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shape(value[0])];
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, shape(item)]),
  );
}

const seeded = () => {
  const org = createOrg();
  const [id = ""] = org.seed({ Account: [{ Name: "Edge" }, { Name: "Wool" }] }).Account ?? [];
  return { org, id, ...api(org) };
};
type Seeded = ReturnType<typeof seeded>;

/** Each recording with the request that it answers. */
const CASES: [string, (org: Seeded) => Promise<{ status: number; body: unknown }>][] = [
  ["versions--nango-list-available-resources", ({ get }) => get("/services/data")],
  ["sobject-get--nango-get-sobject-basic-info", ({ get }) => get("/sobjects/Account/")],
  ["sobject-post--nango-create-record", ({ post }) => post("/sobjects/Account/", { Name: "x" })],
  ["sobject-get-error404--grouparoo", ({ get }) => get("/sobjects/Account/001Ot0000zzzzzzIAA")],
  [
    "sobject-patch--nango-upsert-record",
    ({ patch }) => patch("/sobjects/Contact/Email/a%40example.com", { LastName: "U" }),
  ],
  [
    "sobject-patch--nango-update-record-by-external-id",
    ({ patch, id }) => patch(`/sobjects/Account/Id/${id}?updateOnly=true`, { Phone: "555" }),
  ],
  [
    "composite-sobjects-post--nango-create-sobject-collection",
    ({ post }) => post("/composite/sobjects", { records: [{ attributes: { type: "Account" }, Name: "x" }] }),
  ],
  [
    "composite-sobjects-post-failure--grouparoo",
    ({ post }) => post("/composite/sobjects", { records: [{ attributes: { type: "Account" }, Name: null }] }),
  ],
  [
    "composite-sobjects-patch--nango-update-sobject-collection",
    ({ patch }) =>
      patch("/composite/sobjects", {
        records: [{ attributes: { type: "Account" }, id: "001Ot0000zzzzzzIAA", Name: "x" }],
      }),
  ],
  [
    "composite-sobjects-patch--nango-upsert-sobject-collection",
    ({ patch }) =>
      patch("/composite/sobjects/Account/Id", { records: [{ Id: "001000000000000000", Name: "x" }] }),
  ],
  [
    "composite-sobjects-delete--grouparoo-2",
    ({ delete: remove, id }) => remove(`/composite/sobjects?ids=${id}`),
  ],
  ["limits-recordCount--cumulusci", ({ get }) => get("/limits/recordCount?sObjects=Account")],
  ["limits-recordCount--cumulusci-2", ({ get }) => get("/limits/recordCount?sObjects=Contact")],
  ["query--nango-query-records", ({ query }) => query("SELECT Id, Name FROM Account LIMIT 5")],
  ["query-count--cumulusci", ({ query }) => query("select count(Id) from Account")],
];

describe.skipIf(!hasOrgdata)("answers have the shape of recorded ones (needs ../shared/orgdata)", () => {
  it.each(CASES)("%s", async (name, ask) => {
    const expected = recorded(name);
    const { status, body } = await ask(seeded());
    expect({ status, shape: shape(body) }).toEqual({ status: expected.status, shape: shape(expected.body) });
  });

  it("and errors their words", async () => {
    const { post, get } = seeded();
    const failed = await post("/composite/sobjects", {
      records: [{ attributes: { type: "Account" }, Name: null }],
    });
    expect(failed.body).toEqual(recorded("composite-sobjects-post-failure--grouparoo").body);
    const missing = await get("/sobjects/Account/001Ot0000zzzzzzIAA");
    expect(missing.body).toEqual(recorded("sobject-get-error404--grouparoo").body);
  });

  it("and limits their entries", async () => {
    const { get } = seeded();
    const { body } = await get("/limits");
    const names = Object.keys(recorded("limits--nango-get-limits").body as object);
    expect(names).toEqual(expect.arrayContaining(Object.keys(body)));
    for (const entry of Object.values(body)) {
      expect(entry).toEqual({ Max: expect.any(Number), Remaining: expect.any(Number) });
    }
  });

  it("and who the user is", async () => {
    const { get } = seeded();
    const info = (await get("/services/oauth2/userinfo")).body;
    const expected = recorded("userinfo--nango-get-current-user").body as object;
    expect(Object.keys(info).sort()).toEqual(Object.keys(expected).sort());
    const identity = (await get(new URL(info.sub).pathname)).body;
    expect(Object.keys(identity).sort()).toEqual(
      Object.keys(recorded("identity--swiftly").body as object).sort(),
    );
  });
});
