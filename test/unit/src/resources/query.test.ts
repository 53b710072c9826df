import { describe, expect, it } from "vitest";
import { fakeOrg, json, type SentRequest } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

const DATA = "/services/data/v66.0";

function account(name: string, more: Record<string, unknown> = {}) {
  return { attributes: { type: "Account", url: `${DATA}/sobjects/Account/x` }, Name: name, ...more };
}

function page(records: unknown[], next?: string) {
  const more = next === undefined ? { done: true } : { done: false, nextRecordsUrl: `${DATA}/query/${next}` };
  return { totalSize: 99, ...more, records };
}

/** Answers by the last part of the path. */
function pagesBy(answers: Record<string, unknown>) {
  return fakeOrg(({ path }: SentRequest) => json(answers[path.split("/").at(-1) ?? ""]));
}

describe("a query", () => {
  it("is not sent before rows are asked for, and anew each time", async () => {
    const org = pagesBy({ query: page([account("a")]) });
    const query = smallClient(org).query<{ Name: string }>("SELECT Name FROM Account");
    expect(query.soql).toBe("SELECT Name FROM Account");
    expect(org.sent).toEqual([]);
    await query.all();
    await query.all();
    expect(org.sent).toHaveLength(2);
    expect(org.sent[0]?.url.search).toBe("?q=SELECT%20Name%20FROM%20Account");
  });

  it("is followed to its end, by `done` and not by the size of a page", async () => {
    const org = pagesBy({
      query: page([account("a")], "01g-1"),
      "01g-1": page([], "01g-2"),
      "01g-2": page([account("b")]),
    });
    const sf = smallClient(org);
    const query = sf.query<{ Name: string }>("SELECT Name FROM Account");
    expect((await query.all()).map((row) => row.Name)).toEqual(["a", "b"]);
    const names: string[] = [];
    for await (const row of query) names.push(row.Name);
    expect(names).toEqual(["a", "b"]);
    const sizes: number[] = [];
    for await (const rows of query.pages()) sizes.push(rows.length);
    expect(sizes).toEqual([1, 0, 1]);
    expect(org.sent.slice(0, 3).map(({ path }) => path)).toEqual([
      `${DATA}/query`,
      `${DATA}/query/01g-1`,
      `${DATA}/query/01g-2`,
    ]);
  });

  it("stops asking when the reader stops", async () => {
    const org = pagesBy({ query: page([account("a")], "01g-1") });
    for await (const row of smallClient(org).query("SELECT Name FROM Account")) {
      expect(row).toMatchObject({ Name: "a" });
      break;
    }
    expect(org.sent).toHaveLength(1);
  });

  it("is read one page ahead from the second page on, and never further", async () => {
    const org = pagesBy({
      query: page([account("a")], "01g-1"),
      "01g-1": page([account("b")], "01g-2"),
      "01g-2": page([account("c")], "01g-3"),
      "01g-3": page([account("d")]),
    });
    const sent: number[] = [];
    for await (const _ of smallClient(org).query("SELECT Name FROM Account").pages()) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      sent.push(org.sent.length);
    }
    expect(sent).toEqual([1, 3, 4, 4]);
  });

  it("gives up the page that is under way when the reader stops", async () => {
    const signals: AbortSignal[] = [];
    const org = pagesBy({ query: page([account("a")], "01g-1"), "01g-1": page([account("b")], "01g-2") });
    const hanging: typeof org.transport = (url, init) => {
      if (init.signal) signals.push(init.signal);
      return url.includes("01g-2") ? new Promise(() => {}) : org.transport(url, init);
    };
    const sf = smallClient(org, { transport: hanging });
    let seen = 0;
    for await (const _ of sf.query("SELECT Name FROM Account").pages()) if (++seen === 2) break;
    await expect.poll(() => signals.at(-1)?.aborted).toBe(true);
    expect(seen).toBe(2);
  });

  it("tells of a page that failed when it is asked for, after the rows before it", async () => {
    const org = fakeOrg(({ path }) =>
      path.endsWith("01g-2")
        ? json([{ errorCode: "INVALID_QUERY_LOCATOR", message: "gone" }], 400)
        : json(path.endsWith("01g-1") ? page([account("b")], "01g-2") : page([account("a")], "01g-1")),
    );
    const names: unknown[] = [];
    const read = async () => {
      for await (const row of smallClient(org).query<{ Name: string }>("SELECT Name FROM Account")) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        names.push(row.Name);
      }
    };
    await expect(read()).rejects.toThrow("gone");
    expect(names).toEqual(["a", "b"]);
  });

  it("first asks for one row where the text is ours, within the limit that was given", async () => {
    const org = pagesBy({ query: page([]) });
    const { Account } = smallClient(org);
    for (const clauses of [{}, { limit: 5 }, { limit: 0 }, { limit: 5, offset: 3 }, { offset: 3 }]) {
      const query = Account.find({ select: { Id: true }, ...clauses });
      await query.first();
      expect(query.soql).not.toContain("LIMIT 1");
    }
    expect(org.sent.map(({ url }) => url.searchParams.get("q")?.replace(/^.* FROM Account/, ""))).toEqual([
      " LIMIT 1",
      " LIMIT 1",
      " LIMIT 0",
      " LIMIT 1 OFFSET 3",
      " LIMIT 1 OFFSET 3",
    ]);
  });

  it("first fetches one small page", async () => {
    const org = pagesBy({ query: page([account("a"), account("b")], "01g-1") });
    const sf = smallClient(org);
    expect(await sf.Account.find({ select: { Name: true } }).first()).toEqual({ Name: "a" });
    expect(org.sent).toHaveLength(1);
    expect(org.sent[0]?.headers.get("sforce-query-options")).toBe("batchSize=200");
    const nobody = smallClient(pagesBy({ query: page([]) }));
    expect(await nobody.Account.find({ select: { Name: true } }).first()).toBeNull();
  });

  it("queryAll sees deleted rows and follows its pages as given", async () => {
    const org = pagesBy({ queryAll: page([account("a")], "01g-1"), "01g-1": page([account("b")]) });
    expect(await smallClient(org).queryAll("SELECT Name FROM Account").all()).toHaveLength(2);
    expect(org.sent.map(({ path }) => path)).toEqual([`${DATA}/queryAll`, `${DATA}/query/01g-1`]);
  });

  it.each([
    "https://evil.example/services/data/v66.0/query/x",
    "//evil.example/services/data/v66.0/query/x",
    "/services/../evil",
    "/services/data/%2e%2e/%2E./evil",
    "query/x",
    "/services\\@evil.example/",
  ])("the token does not go to %s", async (nextRecordsUrl) => {
    const org = fakeOrg(() => json({ totalSize: 2, done: false, nextRecordsUrl, records: [] }));
    await expect(smallClient(org).query("SELECT Id FROM Account").all()).rejects.toMatchObject({
      name: "DecodeError",
    });
    expect(org.sent).toHaveLength(1);
  });

  it("a page that says there are more, but not where, is an error and no silent end", async () => {
    const org = fakeOrg(() => json({ totalSize: 2, done: false, records: [] }));
    await expect(smallClient(org).query("SELECT Id FROM Account").all()).rejects.toThrow("not where");
  });
});

describe("rows of find", () => {
  it("are plain objects with exactly the selected keys; children are lists", async () => {
    const org = pagesBy({
      query: page([
        account("a", {
          Owner: { attributes: { type: "User" }, Name: "o", Manager: null },
          Parent: null,
          BillingAddress: { city: "Bern" },
          Contacts: page([
            { attributes: { type: "Contact" }, LastName: "l", Account: { attributes: {}, Name: "a" } },
          ]),
          ChildAccounts: null,
        }),
      ]),
    });
    const rows = await smallClient(org)
      .Account.find({
        select: {
          Name: true,
          BillingAddress: true,
          Owner: { select: { Name: true, Manager: { select: { Name: true } } } },
          Parent: { select: { Name: true } },
          Contacts: { select: { LastName: true, Account: { select: { Name: true } } } },
          ChildAccounts: { select: { Name: true } },
        },
      })
      .all();
    expect(rows).toStrictEqual([
      {
        Name: "a",
        BillingAddress: { city: "Bern" },
        Owner: { Name: "o", Manager: null },
        Parent: null,
        Contacts: [{ LastName: "l", Account: { Name: "a" } }],
        ChildAccounts: [],
      },
    ]);
  });

  it("hold the children of further pages, at every depth", async () => {
    const child = (name: string, more = {}) => ({ attributes: { type: "Contact" }, LastName: name, ...more });
    const task = (subject: string) => ({ attributes: { type: "Task" }, Subject: subject });
    const org = pagesBy({
      query: page([
        account("a", { Contacts: page([child("1", { Tasks: page([task("t1")], "tasks-1") })], "kids-1") }),
      ]),
      "kids-1": page([child("2")], "kids-2"),
      "kids-2": page([child("3", { Tasks: page([task("t3")], "tasks-3") })]),
      "tasks-1": page([task("t2")]),
      "tasks-3": page([task("t4")]),
    });
    const query = smallClient(org).Account.find({
      select: { Contacts: { select: { LastName: true, Tasks: { select: { Subject: true } } } } },
    });
    expect(await query.all()).toStrictEqual([
      {
        Contacts: [
          { LastName: "1", Tasks: [{ Subject: "t1" }, { Subject: "t2" }] },
          { LastName: "2", Tasks: [] },
          { LastName: "3", Tasks: [{ Subject: "t3" }, { Subject: "t4" }] },
        ],
      },
    ]);
  });
});

describe("rows of query text", () => {
  it("keep the form of the wire, with child results complete", async () => {
    const org = pagesBy({
      query: page([account("a", { Contacts: page([{ LastName: "1" }], "kids") })]),
      kids: page([{ LastName: "2" }]),
    });
    const rows = await smallClient(org)
      .query("SELECT Name, (SELECT LastName FROM Contacts) FROM Account")
      .all();
    expect(rows).toStrictEqual([
      account("a", {
        Contacts: { totalSize: 99, done: true, records: [{ LastName: "1" }, { LastName: "2" }] },
      }),
    ]);
  });
});

describe("long SOQL", () => {
  const names = Array.from({ length: 1500 }, (_, index) => `Name number ${index} & co`);

  it("goes through a composite request instead of a URL that is too long", async () => {
    const org = fakeOrg(({ path, url }) =>
      path.endsWith("/composite")
        ? json({
            compositeResponse: [
              {
                body: page([account("a")], "01g-1"),
                httpHeaders: {},
                httpStatusCode: 200,
                referenceId: "request",
              },
            ],
          })
        : path.endsWith("/01g-1") && url.href.length < 16_000
          ? json(page([account("b")]))
          : json([], 414),
    );
    const query = smallClient(org).Account.find({ select: { Name: true }, where: { Name: { in: names } } });
    expect(await query.all()).toEqual([{ Name: "a" }, { Name: "b" }]);
    const [sent] = org.sent;
    expect(sent).toMatchObject({ method: "POST", path: `${DATA}/composite` });
    const [inner] = sent?.body.compositeRequest ?? [];
    expect(inner).toMatchObject({
      method: "GET",
      url: expect.stringMatching(/^\/services\/data\/v66\.0\/query\?q=/),
    });
    expect(decodeURIComponent(inner.url.split("?q=")[1])).toBe(query.soql);
  });

  it("its errors are those of the query", async () => {
    const body = [{ errorCode: "MALFORMED_QUERY", message: "unexpected token" }];
    const org = fakeOrg(() =>
      json({ compositeResponse: [{ body, httpHeaders: {}, httpStatusCode: 400, referenceId: "request" }] }),
    );
    await expect(
      smallClient(org)
        .query(`SELECT Id FROM Account WHERE Name = '${"x".repeat(13_000)}'`)
        .all(),
    ).rejects.toMatchObject({ name: "ApiError", errorCode: "MALFORMED_QUERY", status: 400 });
  });
});
