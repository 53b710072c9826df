import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { createIdSource, toId18, withChecksum } from "../../../mock/store/record-id.js";
import { api } from "./api.js";

describe("record ids", () => {
  it("carry the checksum that real ids have", () => {
    expect(withChecksum("001dM00003kRs59")).toBe("001dM00003kRs59QAC");
    expect(withChecksum("012000000000000")).toBe("012000000000000AAA");
    expect(withChecksum("005dM00000awSFJ")).toBe("005dM00000awSFJQA2");
  });

  it("are known in 15 and 18 characters, and refused where the checksum is wrong", () => {
    expect(toId18("001dM00003kRs59")).toBe("001dM00003kRs59QAC");
    expect(toId18("001dM00003kRs59QAC")).toBe("001dM00003kRs59QAC");
    expect(toId18("001dM00003kRs59AAA")).toBeNull();
    expect(toId18("001dM00003kRs5")).toBeNull();
    expect(toId18("001dM00003kRs5!")).toBeNull();
  });

  it("are never given twice, and sort in the order they were made in", () => {
    const source = createIdSource();
    const ids = Array.from({ length: 5000 }, () => source.next("001"));
    expect(new Set(ids).size).toBe(5000);
    expect(ids.every((id) => id.length === 18 && id.startsWith("001"))).toBe(true);
    expect(new Set(ids.map((id) => id.slice(0, 15).toLowerCase() + id.slice(15))).size).toBe(5000);
  });

  it("of each object begin with its key prefix, and 15 characters find the record", async () => {
    const org = createOrg();
    const { post, get } = api(org);
    const { body } = await post("/sobjects/Contact", { LastName: "Reed" });
    expect(body.id).toMatch(/^003[a-zA-Z0-9]{15}$/);
    const found = await get(`/sobjects/Contact/${body.id.slice(0, 15)}?fields=LastName`);
    expect(found.body).toMatchObject({ Id: body.id, LastName: "Reed" });
  });
});
