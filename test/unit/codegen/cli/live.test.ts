import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Workplace, workplace } from "../support/cli.js";
import { field, id, sobject } from "../support/describes.js";
import { type DescribingOrg, describingOrg } from "../support/describing-org.js";

const SECRET = "hush.of_the!app";
const env = {
  ORGTYPE_URL: "https://acme.my.salesforce.com",
  ORGTYPE_CLIENT_ID: "key",
  ORGTYPE_CLIENT_SECRET: SECRET,
};

let place: Workplace;
let org: DescribingOrg;
beforeEach(async () => {
  place = await workplace();
  org = describingOrg(sobject("Account", [id, field("Name")]), sobject("Contact"));
  vi.stubGlobal("fetch", org.fake.transport);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await place.remove();
});

describe("orgtype pull", () => {
  it("logs in and makes a snapshot that generate reads", async () => {
    const pulled = await place.run(["pull"], { env });
    expect(pulled).toEqual({
      code: 0,
      out: "Pulled 2 objects into salesforce/snapshot: 2 new or changed, 0 unchanged, 0 removed.\n",
      err: "Describing 0 of 2\nDescribing 2 of 2\n",
    });
    expect(org.fake.logins).toEqual([expect.objectContaining({ client_id: "key", client_secret: SECRET })]);
    expect((await place.run(["generate"])).code).toBe(0);
    expect(await readFile(join(place.folder, "salesforce/index.ts"), "utf8")).toContain('apiVersion: "66.0"');
  });

  it("flags win over the environment, which wins over the config", async () => {
    await place.run(["pull", "--client-id", "flag", "--objects", "Contact", "--snapshot", "s"], { env });
    expect(org.fake.logins[0]).toMatchObject({ client_id: "flag" });
    expect(await place.files("s")).toEqual(["Contact.json", "_snapshot.json"]);
  });

  it("tells of problems, ends with 1, and says it all in one line with --json", async () => {
    org.refuseInComposite.set("Contact", 400);
    org.refuseAlone.set("Contact", 400);
    const { code, out, err } = await place.run(["pull", "--json"], { env });
    expect(code).toBe(1);
    expect(err).toContain("problem Contact: INVALID_TYPE: sObject type is not supported.\n");
    expect(JSON.parse(out)).toEqual({
      apiVersion: "66.0",
      snapshot: join(place.folder, "salesforce/snapshot"),
      changed: ["Account"],
      unchanged: [],
      removed: [],
      actions: { changed: [], unchanged: [], removed: [] },
      problems: ["Contact: INVALID_TYPE: sObject type is not supported."],
    });
  });

  it("never shows the secret or a token, whatever happens", async () => {
    vi.stubGlobal("fetch", () =>
      Promise.resolve(
        Response.json(
          { error: "invalid_client", error_description: "invalid client credentials" },
          { status: 400 },
        ),
      ),
    );
    const refused = await place.run(["pull"], { env });
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toContain("invalid client credentials");
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
    const broken = await place.run(["pull"], { env });
    expect(broken.code).toBe(1);
    for (const text of [refused.err, broken.err]) expect(text).not.toContain(SECRET);
  });

  it("shows progress on one line where a person watches", async () => {
    const { err } = await place.run(["pull"], { env: { ...env, NO_COLOR: "1" }, interactive: true });
    expect(err).toBe(`\rDescribing 0 of 2\rDescribing 2 of 2\r${" ".repeat(17)}\r`);
  });
});

describe("orgtype generate --live", () => {
  it("describes the org instead of a snapshot, and only what is selected", async () => {
    const { code, out } = await place.run(["generate", "--live", "--objects", "Account"], { env });
    expect(code).toBe(0);
    expect(out).toContain("Generated 1 object with 2 fields");
    expect(await place.files("salesforce")).toEqual([
      "index.ts",
      "manifest.json",
      "metadata.ts",
      "objects/Account.d.ts",
      "picklists.ts",
      "schema.d.ts",
    ]);
    const asked = org.fake.sent.flatMap(({ body }) => body?.compositeRequest ?? []).map(({ url }) => url);
    expect(asked).toEqual(["/services/data/v66.0/sobjects/Account/describe"]);
  });
});
