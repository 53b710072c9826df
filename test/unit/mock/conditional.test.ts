import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";

const NOW = "Thu, 01 Jan 2026 00:00:00 GMT";
const BEFORE = "Wed, 31 Dec 2025 23:59:59 GMT";

function seeded() {
  let time = new Date("2026-01-01T00:00:00Z");
  const org = createOrg({ now: () => time });
  const ids = org.seed({ Account: [{ Name: "A" }], Contact: [{ LastName: "C" }] });
  const [account = ""] = ids.Account ?? [];
  const [contact = ""] = ids.Contact ?? [];
  return {
    org,
    account: `/sobjects/Account/${account}`,
    contact: `/sobjects/Contact/${contact}`,
    later: () => {
      time = new Date(time.getTime() + 1_000);
    },
    ...api(org),
  };
}

describe("conditional reads", () => {
  it("of an account answer 304 to its tag, until it changes", async () => {
    const { account, get, patch } = seeded();
    const etag = (await get(account)).headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"[A-Za-z0-9+/]{43}="$/);
    const known = await get(account, { "If-None-Match": etag });
    expect([known.status, known.body, known.headers.get("ETag")]).toEqual([304, undefined, etag]);
    expect((await get(account, { "If-None-Match": etag.replace(/"$/, '--gzip"') })).status).toBe(304);
    expect((await get(account, { "If-None-Match": `"other", ${etag}` })).status).toBe(304);
    // Changed within the same second: the date says nothing, the tag does.
    await patch(account, { Name: "B" });
    const changed = await get(account, { "If-None-Match": etag, "If-Modified-Since": NOW });
    expect([changed.status, changed.body.Name]).toEqual([200, "B"]);
  });

  it("of other objects go by their date alone", async () => {
    const { contact, get } = seeded();
    const first = await get(contact);
    expect(first.headers.get("ETag")).toBeNull();
    expect(first.headers.get("Last-Modified")).toBe(NOW);
    expect((await get(contact, { "If-Modified-Since": NOW })).status).toBe(304);
    expect((await get(contact, { "If-Modified-Since": BEFORE })).status).toBe(200);
    expect((await get(contact, { "If-Match": '"whatever"' })).status).toBe(200);
  });

  it("answer 412 where another version is asked for", async () => {
    const { account, get } = seeded();
    expect((await get(account, { "If-Match": '"other"' })).status).toBe(412);
    expect((await get(account, { "If-Unmodified-Since": BEFORE })).status).toBe(412);
    expect((await get(account, { "If-Unmodified-Since": NOW })).status).toBe(200);
  });

  it("of describes answer 304 to their tag", async () => {
    const { get } = seeded();
    for (const path of ["/sobjects", "/sobjects/Account/describe"]) {
      const etag = (await get(path)).headers.get("ETag") ?? "";
      expect(etag).toMatch(/^"[0-9a-f]{8}"$/);
      expect((await get(path, { "If-None-Match": etag })).status).toBe(304);
      expect((await get(path, { "If-None-Match": '"other"', "If-Modified-Since": NOW })).status).toBe(200);
    }
  });
});

describe("conditional writes", () => {
  it("happen for the version they are meant for, and answer 412 for another", async () => {
    const { account, org, get, patch, later } = seeded();
    const etag = (await get(account)).headers.get("ETag") ?? "";
    later();
    expect((await patch(account, { Name: "B" }, { "If-Match": etag })).status).toBe(204);
    const stale = await patch(account, { Name: "C" }, { "If-Match": etag });
    expect([stale.status, stale.body]).toEqual([412, undefined]);
    expect((await patch(account, { Name: "C" }, { "If-Unmodified-Since": NOW })).status).toBe(412);
    const current = (await get(account)).headers.get("ETag") ?? "";
    expect((await patch(account, { Name: "C" }, { "If-None-Match": current })).status).toBe(412);
    expect(org.records("Account")[0]?.Name).toBe("B");
  });

  it("with a malformed header answer 400", async () => {
    const { account, patch } = seeded();
    expect((await patch(account, { Name: "B" }, { "If-Match": "no quotes" })).status).toBe(400);
    expect((await patch(account, { Name: "B" }, { "If-Unmodified-Since": "some day" })).status).toBe(400);
  });
});
