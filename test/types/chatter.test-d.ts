import type {
  ChatterRecord,
  DateTimeString,
  FeedComment,
  FeedElement,
  Id,
  MessageSegment,
  ReadList,
} from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
declare const accountId: Id<"Account">;
declare const userId: Id<"User">;
declare const groupId: Id<"CollaborationGroup">;

describe("a post", () => {
  it("goes on with the ids that were answered", async () => {
    const posted = await sf.chatter.post(accountId, ["Hi ", { mention: userId }, { mention: groupId }]);
    expectTypeOf(posted).toEqualTypeOf<FeedElement>();
    expectTypeOf(posted.id).toEqualTypeOf<Id<"FeedItem">>();
    expectTypeOf(posted.createdDate).toEqualTypeOf<DateTimeString>();
    expectTypeOf(posted.actor).toEqualTypeOf<ChatterRecord>();
    expectTypeOf(posted.segments).toEqualTypeOf<readonly MessageSegment[]>();
    await sf.FeedItem.retrieve(posted.id, { fields: ["Body"] });
    const comment = await sf.chatter.comment(posted.id, "Hi");
    expectTypeOf(comment.id).toEqualTypeOf<Id<"FeedComment">>();
    expectTypeOf(await sf.chatter.edit(posted.id, "x")).toEqualTypeOf<FeedElement>();
    expectTypeOf(await sf.chatter.edit(comment.id, "x")).toEqualTypeOf<FeedComment>();
    expectTypeOf(await sf.chatter.edit("0D5000000000001AAA", "x")).toEqualTypeOf<FeedElement | FeedComment>();
    await sf.chatter.vote(posted.id, posted.poll!.choices[0]!.id);
  });

  it("says many things, each of a kind", () => {
    sf.chatter.post("me", [{ bold: ["a", { italic: "b" }] }, { bullets: ["a", ["b", { code: "c" }]] }]);
    sf.chatter.post("me", "Hi", { poll: ["a", "b"], visibility: "AllUsers" });
    // @ts-expect-error an account cannot be mentioned
    sf.chatter.post("me", [{ mention: accountId }]);
    // @ts-expect-error no part of a message
    sf.chatter.post("me", [{ shout: "x" }]);
    // @ts-expect-error a link or a poll
    sf.chatter.post("me", "Hi", { poll: ["a", "b"], link: { url: "https://example.com" } });
    // @ts-expect-error not known
    sf.chatter.post("me", "Hi", { visibility: "Nobody" });
    // @ts-expect-error a message is asked for
    sf.chatter.post("me");
    // @ts-expect-error the id of a version is not that of a file
    sf.chatter.post("me", "Hi", { files: ["" as Id<"ContentVersion">] });
  });
});

describe("a feed", () => {
  it("is a list of posts, of one thing", () => {
    expectTypeOf(sf.chatter.feed("news")).toEqualTypeOf<ReadList<FeedElement>>();
    sf.chatter.feed({ record: accountId }, { sort: "LastModifiedDateDesc", limit: 10 });
    sf.chatter.feed({ user: "me" });
    sf.chatter.feed({ group: groupId });
    // @ts-expect-error one of them
    sf.chatter.feed({ group: groupId, user: userId });
    // @ts-expect-error not known
    sf.chatter.feed("mine");
    // @ts-expect-error an account is no user
    sf.chatter.feed({ user: accountId });
    // @ts-expect-error comments are on posts
    sf.chatter.comments(accountId);
  });
});
