import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";

function orgWith(count: number, now: () => Date = () => new Date()) {
  const org = createOrg({ now });
  org.seed({ Account: Array.from({ length: count }, (_, n) => ({ Name: `A${n}` })) });
  return { org, ...api(org) };
}

async function readAll(client: ReturnType<typeof api>, first: { body: Record<string, unknown> }) {
  const names: string[] = [];
  const sizes: number[] = [];
  let page = first.body;
  for (;;) {
    const records = page.records as { Name: string }[];
    names.push(...records.map((record) => record.Name));
    sizes.push(records.length);
    if (page.done === true) return { names, sizes, last: page };
    page = (await client.get(String(page.nextRecordsUrl))).body;
  }
}

describe("a long result", () => {
  it("comes in pages of 2,000, each telling the whole size", async () => {
    const client = orgWith(4500);
    const first = await client.query("SELECT Name FROM Account");
    expect(first.body).toMatchObject({ totalSize: 4500, done: false });
    expect(first.body.nextRecordsUrl).toMatch(/^\/services\/data\/v66\.0\/query\/0r8\w{15}-2000$/);
    const { names, sizes, last } = await readAll(client, first);
    expect(sizes).toEqual([2000, 2000, 500]);
    expect(new Set(names).size).toBe(4500);
    expect(last).toMatchObject({ totalSize: 4500, done: true });
    expect(last).not.toHaveProperty("nextRecordsUrl");
  });

  it("comes in pages of the size asked for, between 200 and 2,000", async () => {
    const client = orgWith(450);
    const sizesOf = async (batchSize: number) => {
      const first = await client.query("SELECT Name FROM Account", {
        "Sforce-Query-Options": `batchSize=${batchSize}`,
      });
      return (await readAll(client, first)).sizes;
    };
    expect(await sizesOf(250)).toEqual([250, 200]);
    expect(await sizesOf(1)).toEqual([200, 200, 50]);
    expect(await sizesOf(9999)).toEqual([450]);
  });

  it("does not change between its pages", async () => {
    const client = orgWith(500);
    const first = await client.query("SELECT Id, Name FROM Account", {
      "Sforce-Query-Options": "batchSize=200",
    });
    client.org.seed({ Account: [{ Name: "late" }] });
    const rows = client.org.records("Account");
    await client.delete(`/sobjects/Account/${rows[450]?.Id}`);
    await client.patch(`/sobjects/Account/${rows[451]?.Id}`, { Name: "changed" });
    const { names } = await readAll(client, first);
    expect(names).toEqual(Array.from({ length: 500 }, (_, n) => `A${n}`));
  });

  it("can be read again from any page, until it ends after two days", async () => {
    let now = new Date("2026-01-01T00:00:00Z");
    const client = orgWith(500, () => now);
    const first = await client.query("SELECT Name FROM Account", { "Sforce-Query-Options": "batchSize=200" });
    const next = String(first.body.nextRecordsUrl);
    const second = await client.get(next);
    expect((await client.get(next)).body).toEqual(second.body);
    expect((await client.get(next.replace("/query/", "/queryAll/"))).body).toEqual(second.body);
    now = new Date("2026-01-03T00:00:01Z");
    const late = await client.get(next);
    expect(late).toMatchObject({ status: 400, body: [{ errorCode: "INVALID_QUERY_LOCATOR" }] });
  });

  it("is refused under a name that was never given", async () => {
    const client = orgWith(1);
    for (const locator of ["0r8Ot0000000009AAA-2000", "nonsense", "0r8Ot0000000009AAA"]) {
      const { status, body } = await client.get(`/query/${locator}`);
      expect({ status, code: body[0].errorCode }).toEqual({ status: 400, code: "INVALID_QUERY_LOCATOR" });
    }
  });

  it("inside a record is paged by itself", async () => {
    const client = orgWith(1);
    const [account] = client.org.records("Account");
    const contacts = Array.from({ length: 450 }, (_, n) => ({ LastName: `C${n}`, AccountId: account?.Id }));
    client.org.seed({ Contact: contacts });
    const { body } = await client.query("SELECT Name, (SELECT Name FROM Contacts) FROM Account", {
      "Sforce-Query-Options": "batchSize=200",
    });
    expect(body.done).toBe(true);
    const children = body.records[0].Contacts;
    expect(children).toMatchObject({ totalSize: 450, done: false });
    const { names, sizes } = await readAll(client, { body: children });
    expect(sizes).toEqual([200, 200, 50]);
    expect(names.at(-1)).toBe("C449");
  });

  it("of groups cannot be paged", async () => {
    const client = orgWith(2001);
    const { status, body } = await client.query("SELECT Name, COUNT(Id) FROM Account GROUP BY Name");
    expect(status).toBe(400);
    expect(body[0].errorCode).toBe("EXCEEDED_ID_LIMIT");
    expect((await client.query("SELECT Name, COUNT(Id) FROM Account GROUP BY Name LIMIT 2000")).status).toBe(
      200,
    );
  });
});

describe("COUNT()", () => {
  it("answers a size and no rows", async () => {
    const client = orgWith(3);
    expect((await client.query("SELECT COUNT() FROM Account")).body).toEqual({
      totalSize: 3,
      done: true,
      records: [],
    });
    expect((await client.query("SELECT COUNT() FROM Account LIMIT 2")).body.totalSize).toBe(2);
    expect((await client.query("SELECT COUNT() FROM Account WHERE Name > 'A0'")).body.totalSize).toBe(2);
  });
});
