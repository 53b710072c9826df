import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

const queryOf = ({ url }: { url: URL }) => Object.fromEntries(url.searchParams);

describe("suggestions", () => {
  it("are asked for in Salesforce's words", async () => {
    const org = fakeOrg(() => json({ autoSuggestResults: [], hasMoreResults: true }));
    const sf = smallClient(org);
    const args = { fields: ["Industry"], where: { Name: { startsWith: "O'" } }, limit: 3 } as const;
    expect(await sf.suggest("Account", "o'b & co", args)).toEqual({ records: [], hasMore: true });
    await sf.suggest(["Account", "Contact"], "acm");
    expect(org.sent.map(queryOf)).toEqual([
      {
        q: "o'b & co",
        sobject: "Account",
        fields: "Industry",
        where: "Name LIKE 'O\\'%'",
        limit: "3",
      },
      { q: "acm", sobject: "Account,Contact" },
    ]);
  });

  it("of queries are read in any form", async () => {
    const answers = [
      ["app", "apple"],
      [{ 0: "app" }, { 0: "apple" }],
    ];
    const org = fakeOrg(() => json({ autoSuggestResults: answers.shift(), hasMoreResults: false }));
    const sf = smallClient(org);
    const expected = { queries: ["app", "apple"], hasMore: false };
    expect(await sf.suggestQueries("app", { language: "en_US", channel: "Pkb", limit: 2 })).toEqual(expected);
    expect(await sf.suggestQueries("app", { language: "en_US" })).toEqual(expected);
    expect(org.sent.map(queryOf)[0]).toEqual({ q: "app", language: "en_US", channel: "Pkb", limit: "2" });
  });

  type Client = ReturnType<typeof smallClient>;
  it.each<[string, (sf: Client) => Promise<unknown>, string]>([
    ["nothing typed", (sf) => sf.suggest("Account", " "), "`typed` is empty"],
    ["no text", (sf) => sf.suggest("Account", 7 as never), "`typed` is 7"],
    ["much text", (sf) => sf.suggest("Account", "a".repeat(256)), "`typed` is too long"],
    ["half a character", (sf) => sf.suggest("Account", "\ud83d"), "half of a surrogate pair"],
    ["no objects", (sf) => sf.suggest([], "acme"), "`objects` is empty"],
    ["many objects", (sf) => sf.suggest(Array(11).fill("Account"), "acme"), "`objects` has 11"],
    ["no name", (sf) => sf.suggest("Acc ount" as never, "acme"), "that is no API name"],
    [
      "fields of many",
      (sf) => sf.suggest(["Account"], "a", { fields: ["Id"] } as never),
      "`fields` is not known",
    ],
    ["no list", (sf) => sf.suggest("Account", "acme", { fields: "Id" as never }), "`fields` is no list"],
    ["no limit", (sf) => sf.suggest("Account", "acme", { limit: 0 }), "`limit` is 0"],
    ["no language", (sf) => sf.suggestQueries("app", {} as never), "`language` is a value of type undefined"],
  ])("are not asked for: %s", async (_, run, message) => {
    const org = fakeOrg(() => json({}));
    await expect(run(smallClient(org))).rejects.toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining(message),
    });
    expect(org.sent).toEqual([]);
  });
});
