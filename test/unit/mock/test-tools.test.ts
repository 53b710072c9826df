import { createOrg, standardDescribes, useMockOrg } from "orgtype/mock";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { api } from "./api.js";
import { describeOf, field } from "./tiny-describes.js";

const detail = describeOf("Detail__c", [
  field("Name", "string", { length: 80 }),
  field("Account__c", "reference", {
    referenceTo: ["Account"],
    relationshipName: "Account__r",
    relationshipOrder: 0,
    nillable: false,
    cascadeDelete: true,
  }),
]);

const names = (org: ReturnType<typeof createOrg>): unknown[] =>
  org.records("Account").map(({ Name }) => Name);

describe("the clock of an org", () => {
  it("is set, moved, stopped and given back", () => {
    const org = createOrg({ now: () => new Date("2026-01-01T00:00:00Z") });
    const time = () => org.clock.now().toISOString();
    org.clock.set("2026-03-01T12:00:00Z");
    expect(time()).toBe("2026-03-01T12:00:00.000Z");
    org.clock.advance(60_000);
    expect(time()).toBe("2026-03-01T12:01:00.000Z");
    org.clock.resume();
    expect(time()).toBe("2026-01-01T00:00:00.000Z");
    expect(() => org.clock.set("soon")).toThrow("no time for the org's clock");
  });

  it("goes on from where it was set, unless it is stopped", async () => {
    const org = createOrg();
    org.clock.set("2030-01-01T00:00:00Z");
    const first = org.clock.now().getTime();
    await new Promise((resolve) => setTimeout(resolve, 15));
    expect(org.clock.now().getTime()).toBeGreaterThan(first);
    org.clock.freeze();
    const stopped = org.clock.now().getTime();
    await new Promise((resolve) => setTimeout(resolve, 15));
    expect(org.clock.now().getTime()).toBe(stopped);
    org.clock.advance(1_000);
    expect(org.clock.now().getTime()).toBe(stopped + 1_000);
  });

  it("is followed by records, date literals, sessions and limits", async () => {
    const org = createOrg({ limits: { DailyApiRequests: 3 } });
    const { get, query } = api(org);
    org.clock.set("2030-05-05T08:00:00Z");
    org.seed({ Account: [{ Name: "Then" }] });
    expect(org.records("Account")[0]?.CreatedDate).toBe("2030-05-05T08:00:00.000+0000");
    expect((await query("SELECT Id FROM Account WHERE CreatedDate = TODAY")).body.totalSize).toBe(1);
    org.clock.advance(24 * 3_600_000);
    expect((await query("SELECT Id FROM Account WHERE CreatedDate = YESTERDAY")).body.totalSize).toBe(1);
    for (let left = 2; left > 0; left--) await get("/sobjects");
    expect((await get("/sobjects")).status).toBe(403);
    org.clock.advance(24 * 3_600_000);
    expect((await get("/sobjects")).status).toBe(200);
  });
});

describe("the data of an org", () => {
  it("goes back to a mark: created, changed, deleted, events, jobs, auto numbers", async () => {
    const org = createOrg();
    const { post, patch, delete: remove, get } = api(org);
    const [kept = "", gone = ""] = org.seed({ Account: [{ Name: "Kept" }, { Name: "Gone" }] }).Account ?? [];
    org.seed({ Case: [{ Subject: "first" }] });
    const mark = org.snapshot();
    await patch(`/sobjects/Account/${kept}`, { Name: "Changed" });
    await remove(`/sobjects/Account/${gone}`);
    await post("/sobjects/Account", { Name: "New" });
    await post("/jobs/query", { operation: "query", query: "SELECT Id FROM Account" });
    org.seed({ Case: [{ Subject: "second" }] });
    const number = org.records("Case")[1]?.CaseNumber;
    expect(names(org)).toEqual(["Changed", "New"]);
    org.restore(mark);
    expect(names(org)).toEqual(["Kept", "Gone"]);
    expect((await get("/jobs/query")).body.records).toEqual([]);
    org.seed({ Case: [{ Subject: "second again" }] });
    expect(org.records("Case")[1]?.CaseNumber).toBe(number);
  });

  it("goes back to outer and inner marks, each as often as one likes", () => {
    const org = createOrg();
    const outer = org.snapshot();
    org.seed({ Account: [{ Name: "a" }] });
    const inner = org.snapshot();
    for (let times = 0; times < 2; times++) {
      org.seed({ Account: [{ Name: "b" }] });
      org.restore(inner);
      expect(names(org)).toEqual(["a"]);
    }
    org.restore(outer);
    expect(names(org)).toEqual([]);
    expect(() => org.restore(inner)).toThrow("from a time that was undone");
    for (const Name of ["c", "d", "e"]) org.seed({ Account: [{ Name }] });
    expect(() => org.restore(inner)).toThrow("from a time that was undone");
    expect(names(org)).toEqual(["c", "d", "e"]);
  });

  it("goes back with its indexes, and whatever a rolled-back request did", async () => {
    const org = createOrg();
    const { post, query } = api(org);
    org.seed({ Account: [{ Name: "Indexed" }] });
    const mark = org.snapshot();
    const records = [{ attributes: { type: "Account" }, Name: "ok" }, { attributes: { type: "Account" } }];
    await post("/composite/sobjects", { allOrNone: true, records });
    org.seed({ Account: [{ Name: "Indexed" }] });
    const count = async () => (await query("SELECT Id FROM Account WHERE Name = 'Indexed'")).body.totalSize;
    expect(await count()).toBe(2);
    org.restore(mark);
    expect(await count()).toBe(1);
    expect(names(org)).toEqual(["Indexed"]);
  });

  it("goes back after a deletion for good, in the order of creation", async () => {
    const org = createOrg();
    const { post, patch, get } = api(org);
    const [first = ""] = org.seed({ Account: [{ Name: "a" }, { Name: "b" }] }).Account ?? [];
    const { id } = (await post("/jobs/ingest", { object: "Account", operation: "hardDelete" })).body;
    const mark = org.snapshot();
    await org.fetch(`${org.url}/services/data/v66.0/jobs/ingest/${id}/batches`, {
      method: "PUT",
      headers: { Authorization: `Bearer ${org.credentials.accessToken}`, "Content-Type": "text/csv" },
      body: `Id\n${first}\n`,
    });
    await patch(`/jobs/ingest/${id}`, { state: "UploadComplete" });
    expect(names(org)).toEqual(["b"]);
    org.restore(mark);
    expect(names(org)).toEqual(["a", "b"]);
    expect((await get(`/jobs/ingest/${id}`)).body.state).toBe("Open");
  });

  it("costs what was changed, not what there is: nothing is copied", () => {
    const org = createOrg();
    org.seed({ Account: Array.from({ length: 20_000 }, (_, n) => ({ Name: `A${n}` })) });
    const mark = org.snapshot();
    expect(
      JSON.stringify(mark, (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value))
        .length,
    ).toBeLessThan(1_000);
    org.seed({ Account: [{ Name: "one more" }] });
    org.restore(mark);
    expect(org.records("Account")).toHaveLength(20_000);
  });

  it("comes out of the recycle bin, with what went there with it", async () => {
    const org = createOrg({ describes: [...standardDescribes(), detail] });
    const { delete: remove } = api(org);
    const [account = ""] = org.seed({ Account: [{ Name: "A" }] }).Account ?? [];
    const [first = "", second = ""] =
      org.seed({ Detail__c: [{ Account__c: account }, { Account__c: account }] }).Detail__c ?? [];
    org.clock.set("2030-01-01T00:00:00Z");
    await remove(`/sobjects/Detail__c/${first}`);
    org.clock.set("2030-01-02T00:00:00Z");
    await remove(`/sobjects/Account/${account}`);
    expect(org.records("Detail__c")).toEqual([]);
    org.undelete([account]);
    expect(org.records("Detail__c").map(({ Id }) => Id)).toEqual([second]);
    expect(() => org.undelete([first, account])).toThrow("UNDELETE_FAILED");
    expect(org.records("Detail__c")).toHaveLength(1);
    expect(() => org.undelete(["nothing"])).toThrow("MALFORMED_ID");
  });
});

describe("the exported data of an org", () => {
  it("makes the same org again: ids, numbers, the recycle bin", async () => {
    const first = createOrg();
    const [kept = "", gone = ""] =
      first.seed({ Account: [{ Name: "Kept" }, { Name: "Gone" }] }).Account ?? [];
    first.seed({ Case: [{ Subject: "one" }], Attachment: [{ Name: "a", Body: "YQ==", ParentId: kept }] });
    await api(first).delete(`/sobjects/Account/${gone}`);
    const second = createOrg({ data: JSON.parse(JSON.stringify(first.export())) });
    expect(second.records("Account")).toEqual(first.records("Account"));
    expect(second.records("Attachment")).toEqual(first.records("Attachment"));
    second.undelete([gone]);
    expect(names(second)).toEqual(["Kept", "Gone"]);
    const [next = ""] = second.seed({ Account: [{ Name: "Next" }] }).Account ?? [];
    expect(next > gone).toBe(true);
    second.seed({ Case: [{ Subject: "two" }] });
    expect(new Set(second.records("Case").map(({ CaseNumber }) => CaseNumber)).size).toBe(2);
    expect((await api(second).get(`/sobjects/Account/${kept}`)).body.Name).toBe("Kept");
  });

  it("is refused where it does not fit", () => {
    expect(() => createOrg({ data: {} as never })).toThrow("no data of an embedded org");
    const withDetails = createOrg({ describes: [...standardDescribes(), detail] });
    const [Account__c = ""] = withDetails.seed({ Account: [{ Name: "A" }] }).Account ?? [];
    withDetails.seed({ Detail__c: [{ Account__c }] });
    expect(() => createOrg({ data: withDetails.export() })).toThrow(
      "records of Detail__c, which the org does not have",
    );
  });
});

describe("useMockOrg", () => {
  const org = useMockOrg(
    { beforeAll, afterEach, afterAll },
    { listen: true, setup: (made) => void made.seed({ Account: [{ Name: "Acme" }] }) },
  );

  it.each([1, 2])("finds what setup made, and nothing of other tests (%d)", async () => {
    expect(names(org)).toEqual(["Acme"]);
    expect(org.requests).toEqual([]);
    expect(org.clock.now().getFullYear()).toBeLessThan(2090);
    org.seed({ Account: [{ Name: "Mine" }] });
    org.faults.always({ status: 500 });
    org.clock.set("2099-01-01T00:00:00Z");
    expect((await fetch(`${org.url}/services/data`)).status).toBe(500);
    expect(org.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});

describe("the page of an org", () => {
  it("lists objects with records and the last requests, and no token", async () => {
    const org = createOrg();
    org.seed({ Account: [{ Name: "A" }, { Name: "B" }] });
    await api(org).get("/sobjects/Account/<script>");
    const response = await org.fetch(org.url);
    const html = await response.text();
    expect(response.headers.get("content-type")).toBe("text/html;charset=UTF-8");
    expect(html).toContain('<td>Account</td><td>Account</td><td class="number">2</td>');
    expect(html).toContain("<td>GET</td>");
    expect(html).not.toContain("<script>");
    expect(html).not.toContain(org.credentials.accessToken);
  });
});
