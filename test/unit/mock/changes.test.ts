import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";

function seeded() {
  let time = new Date("2026-03-01T12:00:00Z");
  const org = createOrg({ now: () => time });
  return {
    org,
    at: (text: string) => {
      time = new Date(text);
    },
    ...api(org),
  };
}

const window = (what: string, start: string, end: string) =>
  `/sobjects/Account/${what}?start=${encodeURIComponent(start)}&end=${encodeURIComponent(end)}`;

describe("changes in a window", () => {
  it("list what was created or changed, without what was deleted since", async () => {
    const { org, at, get, patch, delete: remove } = seeded();
    const [a = "", b = "", c = ""] =
      org.seed({ Account: [{ Name: "a" }, { Name: "b" }, { Name: "c" }] }).Account ?? [];
    at("2026-03-01T13:30:20Z");
    await patch(`/sobjects/Account/${b}`, { Name: "B" });
    await remove(`/sobjects/Account/${c}`);
    at("2026-03-01T14:00:45Z");
    const day = await get(window("updated", "2026-03-01T00:00:00+00:00", "2026-03-02T00:00:00Z"));
    expect(day.status).toBe(200);
    expect(day.body).toEqual({ ids: [a, b], latestDateCovered: "2026-03-01T14:00:00.000+0000" });
    const hour = await get(window("updated", "2026-03-01T14:30:59+01:00", "2026-03-01T13:31:00.000Z"));
    expect(hour.body).toEqual({ ids: [b], latestDateCovered: "2026-03-01T13:31:00.000+0000" });
    const gone = await get(window("deleted", "2026-03-01T13:00:00Z", "2026-03-01T13:59:00Z"));
    expect(gone.body).toEqual({
      deletedRecords: [{ id: c, deletedDate: "2026-03-01T13:30:20.000+0000" }],
      earliestDateAvailable: "2026-02-14T14:00:00.000+0000",
      latestDateCovered: "2026-03-01T13:59:00.000+0000",
    });
  });

  it.each([
    ["updated", "2026-03-01T10:00:10Z", "2026-03-01T10:00:50Z", "INVALID_REPLICATION_DATE"],
    ["updated", "2026-03-01T11:00:00Z", "2026-03-01T10:00:00Z", "INVALID_REPLICATION_DATE"],
    ["updated", "2026-01-29T00:00:00Z", "2026-03-01T00:00:00Z", "INVALID_REPLICATION_DATE"],
    ["deleted", "2026-02-13T00:00:00Z", "2026-03-01T00:00:00Z", "INVALID_REPLICATION_DATE"],
    ["updated", "2026-03-01", "2026-03-02", "ILLEGAL_QUERY_PARAMETER_VALUE"],
  ])("%s from %s to %s is refused", async (what, start, end, errorCode) => {
    const { get } = seeded();
    const { status, body } = await get(window(what, start, end));
    expect([status, body[0].errorCode]).toEqual([400, errorCode]);
  });

  it("must have both ends, and an object that is there", async () => {
    const { get } = seeded();
    const missing = await get("/sobjects/Account/updated?start=2026-03-01T00:00:00Z");
    expect([missing.status, missing.body[0]]).toEqual([
      400,
      { errorCode: "MISSING_ARGUMENT", message: "end must be specified" },
    ]);
    expect((await get("/sobjects/Nothing__c/deleted")).status).toBe(404);
  });
});
