import { accessToken, clientCredentials, custom, type Id } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect, createClient } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Chatter over a real socket, by several users. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;
  let ada: { id: Id<"User">; sf: Client };
  let accountId: Id<"Account">;

  beforeAll(async () => {
    org = createOrg({ profiles: { Sales: {} } });
    server = await org.listen();
    const environment = custom(server.url);
    sf = await connect({ environment, auth: clientCredentials(org.credentials) });
    const user = org.addUser({ profile: "Sales", username: "ada@example.com" });
    const auth = accessToken({ accessToken: user.accessToken, instanceUrl: server.url });
    ada = { id: user.id, sf: createClient({ environment, auth }) };
    accountId = await sf.Account.create({ Name: "Acme & Sons" });
  });
  afterAll(() => server.close());

  it("posts at a record, and reads it in the record's feed and as a record", async () => {
    const posted = await sf.chatter.post(accountId, [
      "Hello ",
      { mention: ada.id },
      ", see ",
      { link: "https://example.com/a?b=1&c=2" },
      " <now> ",
      { hashtag: "news" },
    ]);
    expect(posted).toMatchObject({
      type: "TextPost",
      text: "Hello @Sales, see https://example.com/a?b=1&c=2 <now> #news",
      isRichText: false,
      actor: { name: "Embedded User", type: "User" },
      parent: { id: accountId, name: "Acme & Sons", type: "Account" },
      commentCount: 0,
      likeCount: 0,
      isLikedByMe: false,
      editedDate: null,
      link: null,
      poll: null,
      files: [],
    });
    expect(posted.segments).toEqual([
      { type: "Text", text: "Hello " },
      { type: "Mention", text: "@Sales", id: ada.id },
      { type: "Text", text: ", see " },
      { type: "Link", text: "https://example.com/a?b=1&c=2", url: "https://example.com/a?b=1&c=2" },
      { type: "Text", text: " <now> " },
      { type: "Hashtag", text: "#news", tag: "news" },
    ]);
    expect(posted.createdDate).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(await sf.chatter.feed({ record: accountId }).all()).toEqual([posted]);
    expect(await sf.chatter.element(posted.id)).toEqual(posted);
    const [row] = await sf.FeedItem.find({
      select: { Body: true, Type: true, CommentCount: true, ParentId: true },
      where: { Id: posted.id },
    }).all();
    expect(row).toMatchObject({ Body: posted.text, Type: "TextPost", CommentCount: 0, ParentId: accountId });
  });

  it("writes rich text", async () => {
    const posted = await sf.chatter.post("me", [
      { paragraph: ["Read ", { bold: "this" }, ": ", { link: "https://example.com", text: "the page" }] },
      { bullets: ["one", [{ italic: "two" }]] },
      { code: "a < b" },
    ]);
    expect(posted.isRichText).toBe(true);
    expect(posted.text).toBe("Read this: the page\none\ntwo\na < b");
    expect(posted.segments.map(({ markup, text, type }) => markup ?? `${type} ${text}`)).toEqual([
      "Paragraph",
      "Text Read ",
      "Bold",
      "Text this",
      "Bold",
      "Text : ",
      "Hyperlink",
      "Text the page",
      "Hyperlink",
      "Paragraph",
      "UnorderedList",
      "ListItem",
      "Text one",
      "ListItem",
      "ListItem",
      "Italic",
      "Text two",
      "Italic",
      "ListItem",
      "UnorderedList",
      "Code",
      "Text a < b",
      "Code",
    ]);
    const row = await sf.FeedItem.retrieve(posted.id, { fields: ["Body", "IsRichText"] });
    expect(row).toMatchObject({
      IsRichText: true,
      Body:
        '<p>Read <b>this</b>: <a href="https://example.com">the page</a></p>' +
        "<ul><li>one</li><li><i>two</i></li></ul><code>a &lt; b</code>",
    });
  });

  it("comments, likes, edits and deletes, and counts it all", async () => {
    const { id } = await sf.chatter.post(accountId, "What do you think?");
    const first = await ada.sf.chatter.comment(id, ["Fine, ", { mention: (await sf.chatter.me()).id }]);
    const second = await sf.chatter.comment(id, "Thanks");
    expect(first).toMatchObject({ elementId: id, text: "Fine, @Embedded User", actor: { id: ada.id } });
    const like = await ada.sf.chatter.like(id);
    expect(like.user).toMatchObject({ id: ada.id });
    await sf.chatter.like(first.id);
    expect(await sf.chatter.element(id)).toMatchObject({
      commentCount: 2,
      likeCount: 1,
      isLikedByMe: false,
      recentComments: [{ id: first.id, likeCount: 1, isLikedByMe: true }, { id: second.id }],
    });
    expect(await ada.sf.chatter.element(id)).toMatchObject({ isLikedByMe: true });

    const edited = await sf.chatter.edit(second.id, "Thank you");
    expect(edited).toMatchObject({ text: "Thank you", editedDate: expect.stringMatching(/Z$/) });
    await ada.sf.chatter.unlike(id);
    await ada.sf.chatter.unlike(id);
    await sf.chatter.delete(first.id);
    expect(await sf.chatter.comments(id).all()).toMatchObject([{ text: "Thank you" }]);
    const [row] = await sf.FeedItem.find({
      select: { CommentCount: true, LikeCount: true, FeedComments: { select: { CommentBody: true } } },
      where: { Id: id },
    }).all();
    expect(row).toEqual({ CommentCount: 1, LikeCount: 0, FeedComments: [{ CommentBody: "Thank you" }] });

    expect(await sf.chatter.edit(id, "What do you say?")).toMatchObject({
      text: "What do you say?",
      type: "TextPost",
    });
    await expect(ada.sf.chatter.edit(id, "Mine")).rejects.toMatchObject({ name: "ForbiddenError" });
    await expect(ada.sf.chatter.delete(id)).rejects.toMatchObject({ name: "ForbiddenError" });
    await sf.chatter.delete(id);
    await expect(sf.chatter.element(id)).rejects.toMatchObject({ name: "NotFoundError" });
    expect(await sf.query(`SELECT Id FROM FeedComment WHERE FeedItemId = '${id}'`).all()).toEqual([]);
  });
});
