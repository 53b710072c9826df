import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { hasOrgdata } from "../../support/orgdata.js";
import { api } from "./api.js";
import { differences } from "./recordings/differences.js";
import { recorded, recordings } from "./recordings/recording.js";
import { NOT_REPLAYED, REPLAYS, replay } from "./recordings/replays.js";

const withRequest = recordings.filter((recording) => recording.request !== undefined);
const isLeftOut = (name: string): boolean => NOT_REPLAYED.some(([pattern]) => pattern.test(name));
const replayed = withRequest.filter(({ name }) => !isLeftOut(name));

describe.skipIf(!hasOrgdata)("recorded requests are answered as recorded (needs ../shared/orgdata)", () => {
  it.each(replayed)("$name", async (recording) => {
    const how = REPLAYS[recording.name] ?? {};
    const { status, body } = await replay(recording, how);
    expect(status).toBe(recording.status);
    const explained = how.differs?.how ?? [];
    const unexplained = differences(recording.body, body).filter(
      (difference) =>
        !explained.some((known) =>
          typeof known === "string" ? known === difference : known.test(difference),
        ),
    );
    expect(unexplained).toEqual([]);
  });

  it("with a reason for each difference and each one left out that there is", async () => {
    const names = new Set(withRequest.map(({ name }) => name));
    expect(Object.keys(REPLAYS).filter((name) => !names.has(name))).toEqual([]);
    for (const [pattern] of NOT_REPLAYED) {
      expect([pattern, withRequest.some(({ name }) => pattern.test(name))]).toEqual([pattern, true]);
    }
    expect(replayed.length).toBeGreaterThan(70);
  });
});

describe.skipIf(!hasOrgdata)("answers have the shape of those written down without a request", () => {
  function seeded() {
    const org = createOrg();
    const [first = "", second = ""] =
      org.seed({ Account: [{ Name: "Edge" }, { Name: "Wool" }] }).Account ?? [];
    return { org, first, second, ...api(org) };
  }
  const window = () => {
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    return `start=${at(-1)}&end=${at(1)}`;
  };

  it("changes", async () => {
    const { get, delete: remove, second } = seeded();
    await remove(`/sobjects/Account/${second}`);
    for (const what of ["updated", "deleted"]) {
      const { status, body } = await get(`/sobjects/Account/${what}?${window()}`);
      expect(status).toBe(200);
      expect(differences(recorded(`get-${what}-success--restforce`).body, body)).toEqual([]);
    }
  });

  it("upserts by a key that is not the record's only one", async () => {
    const { org, patch } = seeded();
    org.seed({
      Contact: [
        { LastName: "a", Email: "a@b.ch" },
        { LastName: "b", Email: "a@b.ch" },
      ],
    });
    const { status, body } = await patch("/sobjects/Contact/Email/a@b.ch", { LastName: "c" });
    expect(status).toBe(300);
    expect(differences(recorded("upsert-multiple-error--restforce").body, body)).toEqual([]);
  });

  it("errors, to the word", async () => {
    const { get, patch, post } = seeded();
    const unknownField = await patch("/sobjects/Account/Namez/x", { Phone: "1" });
    expect([unknownField.status, unknownField.body[0]]).toMatchObject([
      404,
      (recorded("upsert-error--restforce").body as object[])[0] ?? {},
    ]);
    expect((await get("/sobjects/Nothing__c/describe")).body).toEqual(
      recorded("sobject-describe-error--restforce").body,
    );
    const failed = await post("/composite/sobjects", {
      records: [{ attributes: { type: "Account" }, Name: null }],
    });
    expect(failed.body).toEqual(recorded("composite-sobjects-post-failure--grouparoo").body);
    const missing = await get("/sobjects/Account/001Ot0000zzzzzzIAA");
    expect(missing.body).toEqual(recorded("sobject-get-error404--grouparoo").body);
  });

  it("results of list views", async () => {
    const { get } = seeded();
    const { listviews } = (await get("/sobjects/Account/listviews")).body;
    const mine = listviews.find(
      ({ developerName }: { developerName: string }) => developerName === "MyAccounts",
    );
    const { status, body } = await get(mine.resultsUrl);
    expect(status).toBe(200);
    expect(differences(recorded("list-view-results-success--restforce").body, body)).toEqual([]);
  });

  it("who the user is", async () => {
    const { get } = seeded();
    const info = (await get("/services/oauth2/userinfo")).body;
    const identity = (await get(new URL(info.sub).pathname)).body;
    expect(Object.keys(identity).sort()).toEqual(
      Object.keys(recorded("identity--swiftly").body as object).sort(),
    );
  });
});
