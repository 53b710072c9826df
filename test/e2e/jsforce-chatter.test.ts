import { Connection } from "@jsforce/jsforce-node";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type Answer = Record<string, unknown>;
/** What jsforce knows of answers is nothing, so this is what they are. */
interface Chatter {
  resource(path: string, query?: object): Resource;
  batch(resources: readonly Resource[]): Promise<Answer>;
}
interface Resource extends PromiseLike<Answer> {
  create(body: unknown): Resource;
  retrieve(): Resource;
  delete(): Resource;
}

/** Chatter with a client that is not ours. */
describe("jsforce", () => {
  let org: Org;
  let server: Listening;
  let chatter: Chatter;
  let accountId: string;

  beforeAll(async () => {
    org = createOrg();
    server = await org.listen();
    const { accessToken } = org.credentials;
    const connection = new Connection({ instanceUrl: server.url, accessToken, version: "66.0" });
    chatter = connection.chatter as unknown as Chatter;
    accountId = org.seed({ Account: [{ Name: "Acme & Sons" }] }).Account?.[0] ?? "";
  });
  afterAll(() => server.close());

  const text = (value: string) => ({ messageSegments: [{ type: "Text", text: value }] });
  const post = (value: string) =>
    chatter
      .resource("/feed-elements")
      .create({ feedElementType: "FeedItem", subjectId: accountId, body: text(value) });

  it("posts, comments, likes and deletes, with texts as HTML writes them", async () => {
    const element = await post("Tom & Co <here>: https://example.com #news");
    expect(element).toMatchObject({
      feedElementType: "FeedItem",
      url: `/services/data/v66.0/chatter/feed-elements/${element.id}`,
      parent: { id: accountId, name: "Acme &amp; Sons", type: "Account" },
      header: { text: "Acme &amp; Sons — Embedded User" },
      body: {
        text: "Tom &amp; Co &lt;here&gt;: https://example.com #news",
        messageSegments: [
          { type: "Text" },
          { type: "Link", url: "https://example.com" },
          { type: "Text", text: " " },
          { type: "Hashtag", tag: "news" },
        ],
      },
      capabilities: { chatterLikes: { myLike: null }, comments: { page: { total: 0, items: [] } } },
    });
    const items = `/feed-elements/${element.id}/capabilities/comments/items`;
    const comment = await chatter.resource(items).create({ body: text("Fine") });
    const like = await chatter
      .resource(`/feed-elements/${element.id}/capabilities/chatter-likes/items`)
      .create("");
    expect(like).toMatchObject({ likedItem: { id: element.id }, user: { name: "Embedded User" } });
    expect(await chatter.resource(`/feed-elements/${element.id}`).retrieve()).toMatchObject({
      capabilities: {
        chatterLikes: { isLikedByCurrentUser: true, myLike: { id: like.id }, page: { total: 1 } },
        comments: { page: { total: 1, items: [{ id: comment.id, type: "TextComment" }] } },
      },
    });
    await chatter.resource(`/likes/${like.id}`).delete();
    await chatter.resource(`/comments/${comment.id}`).delete();
    expect(await chatter.resource(items)).toMatchObject({ items: [], total: 0, nextPageUrl: null });
    await chatter.resource(`/feed-elements/${element.id}`).delete();
    await expect(Promise.resolve(chatter.resource(`/feed-elements/${element.id}`))).rejects.toMatchObject({
      errorCode: "NOT_FOUND",
    });
  });

  it("follows, and pages by nextPageUrl", async () => {
    const ids = org.seed({ Account: [{ Name: "A" }, { Name: "B" }, { Name: "C" }] }).Account ?? [];
    for (const subjectId of ids) {
      expect(await chatter.resource("/users/me/following").create({ subjectId })).toMatchObject({
        subject: { id: subjectId, mySubscription: { id: expect.stringMatching(/^0E8/) } },
      });
    }
    const first = await chatter.resource("/users/me/following", { pageSize: 2, filterType: "001" });
    expect(first).toMatchObject({
      total: 3,
      following: [{ subject: { name: "A" } }, { subject: { name: "B" } }],
    });
    const second = await chatter.resource(String(first.nextPageUrl));
    expect(second).toMatchObject({ nextPageUrl: null, following: [{ subject: { name: "C" } }] });
  });

  it("reads the newest comments first, the older of a page before the newer", async () => {
    const { id } = await post("Count");
    const items = `/feed-elements/${id}/capabilities/comments/items`;
    for (const value of ["1", "2", "3"]) await chatter.resource(items).create({ body: text(value) });
    const texts = ({ items: comments }: Answer) =>
      (comments as { body: { text: string } }[]).map(({ body }) => body.text);
    const first = await chatter.resource(items, { pageSize: 2 });
    expect(texts(first)).toEqual(["2", "3"]);
    expect(texts(await chatter.resource(String(first.nextPageUrl)))).toEqual(["1"]);
  });

  it("makes batches", async () => {
    const one = chatter.resource("/users/me").retrieve();
    const two = chatter.resource("/feeds/record/001000000000999AAA/feed-elements").retrieve();
    const answer = await chatter.batch([one, two]);
    expect(answer).toMatchObject({ hasErrors: true, results: [{ statusCode: 200 }, { statusCode: 404 }] });
    expect(await one).toMatchObject({ type: "User", username: org.credentials.username });
    await expect(Promise.resolve(two)).rejects.toMatchObject([{ errorCode: "NOT_FOUND" }]);
  });

  it("is told what is wrong", async () => {
    const { id } = await post("Here");
    const refusal = (request: Resource) =>
      Promise.resolve(request).then(
        () => "none",
        ({ errorCode }) => errorCode,
      );
    const segments = (...messageSegments: object[]) =>
      chatter.resource("/feed-elements").create({ subjectId: accountId, body: { messageSegments } });
    expect(await refusal(chatter.resource(`/comments/${id}`))).toBe("INVALID_ID_FIELD");
    expect(await refusal(segments())).toBe("REQUIRED_FIELD_MISSING");
    expect(await refusal(segments({ type: "Shout" }))).toBe("POST_BODY_PARSE_ERROR");
    expect(await refusal(segments({ type: "Text", text: "x".repeat(10_001) }))).toBe("STRING_TOO_LONG");
    expect(await refusal(segments({ type: "MarkupBegin", markupType: "Bold" }))).toBe(
      "POST_BODY_PARSE_ERROR",
    );
    expect(await refusal(segments({ type: "InlineImage", fileId: "069000000000001AAA" }))).toBe(
      "NOT_IMPLEMENTED",
    );
    expect(await refusal(chatter.resource("/feeds/company/feed-elements", { pageSize: 101 }))).toBe(
      "ILLEGAL_QUERY_PARAMETER_VALUE",
    );
    expect(await refusal(chatter.resource("/feeds/moderation/feed-elements"))).toBe("NOT_FOUND");
  });

  it("sees posts that were records first", async () => {
    const [id] =
      org.seed({
        FeedItem: [{ ParentId: accountId, Body: "<p>Hi <b>you</b> &amp; me</p>", IsRichText: true }],
      }).FeedItem ?? [];
    expect(await chatter.resource(`/feed-elements/${id}`)).toMatchObject({
      type: "TextPost",
      body: {
        isRichText: true,
        text: "Hi you &amp; me",
        messageSegments: [
          { type: "MarkupBegin", markupType: "Paragraph", htmlTag: "p" },
          { type: "Text", text: "Hi " },
          { type: "MarkupBegin", markupType: "Bold" },
          { type: "Text", text: "you" },
          { type: "MarkupEnd", markupType: "Bold" },
          { type: "Text", text: " &amp; me" },
          { type: "MarkupEnd", markupType: "Paragraph" },
        ],
      },
    });
  });
});
