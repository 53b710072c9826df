import type { Id, RecentItem } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
declare const userId: Id<"User">;
declare const accountId: Id<"Account">;

describe("what is of users", () => {
  it("is what they looked at, and their passwords", async () => {
    expectTypeOf(await sf.recent({ limit: 5 })).toEqualTypeOf<RecentItem[]>();
    expectTypeOf(await sf.passwords.isExpired(userId)).toEqualTypeOf<boolean>();
    expectTypeOf(await sf.passwords.reset(userId)).toEqualTypeOf<string>();
    await sf.passwords.set(userId, "secret", { timeout: 1_000 });
  });

  it("refuses what there is not", () => {
    // @ts-expect-error accounts have no password
    sf.passwords.reset(accountId);
    // @ts-expect-error the new password is missing
    sf.passwords.set(userId);
    // @ts-expect-error no such option
    sf.recent({ limt: 5 });
  });
});
