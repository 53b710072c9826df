import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Workplace, workplace } from "../support/cli.js";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

describe("orgtype explain", () => {
  it.each([
    ["INVALID_FIELD", ["an ApiError", "Where the field does exist, the user may not see it."]],
    ["UNABLE_TO_LOCK_ROW", ["a LockedError", "sent again by itself", "in its message"]],
    ["QUERY_TIMEOUT", ["Reads, updates and upserts are sent again", "more selective"]],
    ["REQUEST_LIMIT_EXCEEDED", ["a LimitError", "- Lower `concurrency`", "- The org's API requests"]],
    ["invalid_grant", ["an AuthError", "one of:", "- The refresh token is dead", "login history"]],
    ["invalid_client", ["an AuthError", "Check `clientSecret`"]],
    ["MADE_UP", ["an ApiError", "not sent again", "in its message"]],
  ])("tells what to do about %s", async (errorCode, told) => {
    const { code, out, err } = await place.run(["explain", errorCode]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const part of told) expect(out).toContain(part);
  });

  it("asks for a code", async () => {
    expect(await place.run(["explain"])).toMatchObject({ code: 2, err: expect.stringContaining("code") });
    expect(await place.run(["explain", "no code"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("INVALID_FIELD"),
    });
  });
});
