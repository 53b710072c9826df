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
  /** Milliseconds that the org's clock is ahead: its moments are whole seconds. */
  let ahead = 0;

  beforeAll(async () => {
    org = createOrg({ profiles: { Sales: {} }, now: () => new Date(Date.now() + ahead) });
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

  it("attaches links, polls and files", async () => {
    const link = await sf.chatter.post(accountId, "Read it", {
      link: { url: "https://example.com", name: "Here" },
    });
    expect(link).toMatchObject({ type: "LinkPost", link: { url: "https://example.com", name: "Here" } });

    const asked = await sf.chatter.post(accountId, "Tea?", {
      poll: ["Yes", "No"],
      visibility: "InternalUsers",
    });
    expect(asked).toMatchObject({ type: "PollPost", visibility: "InternalUsers" });
    const [yes, no] = asked.poll?.choices ?? [];
    await ada.sf.chatter.vote(asked.id, no!.id);
    await ada.sf.chatter.vote(asked.id, yes!.id);
    const poll = await sf.chatter.vote(asked.id, yes!.id);
    expect(poll).toEqual({
      choices: [
        { id: yes!.id, text: "Yes", voteCount: 2 },
        { id: no!.id, text: "No", voteCount: 0 },
      ],
      myChoiceId: yes!.id,
      voteCount: 2,
    });
    expect((await sf.chatter.element(asked.id)).poll).toEqual(poll);

    const { documentId, versionId } = await sf.files.upload("Hello", { name: "a.txt" });
    const files = [{ id: documentId, title: "a", versionId }];
    expect(await sf.chatter.post(accountId, "Look", { files: [documentId] })).toMatchObject({
      type: "ContentPost",
      files,
    });
    expect(await sf.chatter.comment(asked.id, "And here", { file: documentId })).toMatchObject({ files });
    expect(await sf.files.list(accountId)).toMatchObject([{ documentId }]);
  });

  it("reads feeds to their end, page by page, whatever is posted meanwhile", async () => {
    const id = await sf.Account.create({ Name: "Long" });
    for (let count = 1; count <= 230; count++)
      org.seed({ FeedItem: [{ ParentId: id, Body: `Post ${count}` }] });
    const seen: string[] = [];
    for await (const page of sf.chatter.feed({ record: id }).pages()) {
      if (seen.length === 0) await sf.chatter.post(id, "A new one");
      seen.push(...page.map(({ text }) => text));
    }
    expect(seen).toEqual(Array.from({ length: 230 }, (_, index) => `Post ${230 - index}`));
    expect(await sf.chatter.feed({ record: id }, { limit: 120 }).all()).toHaveLength(120);
    expect(await sf.chatter.feed({ record: id }).first()).toMatchObject({ text: "A new one" });

    const oldest = await sf.FeedItem.find({
      select: { Id: true },
      where: { ParentId: id },
      orderBy: { CreatedDate: "asc" },
    }).first();
    ahead += 1_000;
    await sf.chatter.comment(oldest!.Id, "Up again");
    const [latest] = await sf.chatter.feed({ record: id }, { sort: "LastModifiedDateDesc", limit: 1 }).all();
    expect(latest).toMatchObject({ text: "Post 1", commentCount: 1 });

    for (let count = 2; count <= 150; count++) {
      org.seed({ FeedComment: [{ FeedItemId: oldest!.Id, CommentBody: `Comment ${count}` }] });
    }
    const comments = await sf.chatter.comments(oldest!.Id).all();
    expect(comments.map(({ text }) => text)).toEqual([
      "Up again",
      ...Array.from({ length: 149 }, (_, index) => `Comment ${index + 2}`),
    ]);
  });

  it("follows records and users, whose posts are then news", async () => {
    const id = await sf.Account.create({ Name: "Followed" });
    const { id: postId } = await sf.chatter.post(id, "Something new");
    const news = async () => (await ada.sf.chatter.feed("news").all()).map((element) => element.id);
    expect(await news()).not.toContain(postId);
    const subscription = await ada.sf.chatter.follow(id);
    expect(subscription).toMatchObject({ subject: { id, name: "Followed", type: "Account" } });
    expect(await news()).toContain(postId);
    const followed = await ada.sf.chatter.following().all();
    expect(followed).toEqual([subscription]);
    const rows = await sf
      .query(`SELECT ParentId, SubscriberId FROM EntitySubscription WHERE ParentId = '${id}'`)
      .all();
    expect(rows).toMatchObject([{ ParentId: id, SubscriberId: ada.id }]);
    await ada.sf.chatter.unfollow(id);
    await ada.sf.chatter.unfollow(id);
    expect(await news()).not.toContain(postId);

    const me = await sf.chatter.me();
    const other = await ada.sf.chatter.follow(me.id);
    expect(await news()).toContain(postId);
    expect(await sf.chatter.me()).toMatchObject({ name: "Embedded User", followersCount: 1 });
    await ada.sf.chatter.unfollow(other.id);
    expect(await ada.sf.chatter.following().all()).toEqual([]);
    expect((await ada.sf.chatter.feed("company").all()).map((element) => element.id)).toContain(postId);
    expect((await sf.chatter.feed({ user: "me" }).all()).map((element) => element.id)).toContain(postId);
    await sf.Account.delete(id);
    await expect(sf.chatter.element(postId)).rejects.toMatchObject({ errorCode: "NOT_FOUND" });
    await expect(sf.chatter.feed({ record: id }).all()).rejects.toMatchObject({ name: "NotFoundError" });
  });

  it("joins groups and leaves them; what is private stays so", async () => {
    const open = await sf.CollaborationGroup.create({ Name: "Open", CollaborationType: "Public" });
    const secret = await sf.CollaborationGroup.create({ Name: "Secret", CollaborationType: "Private" });
    const { id: secretPost } = await sf.chatter.post(secret, "Psst");
    await expect(ada.sf.chatter.post(open, "Hi")).rejects.toMatchObject({ name: "ForbiddenError" });
    await ada.sf.chatter.join(open);
    const { id: greeting } = await ada.sf.chatter.post(open, ["Hi ", { mention: open }]);
    expect(await sf.chatter.feed({ group: open }).all()).toMatchObject([{ id: greeting, text: "Hi @Open" }]);
    expect(await ada.sf.chatter.groups({ search: "pen" }).all()).toEqual([
      {
        id: open,
        name: "Open",
        description: null,
        visibility: "PublicAccess",
        memberCount: 2,
        isArchived: false,
        myRole: "StandardMember",
      },
    ]);
    await expect(ada.sf.chatter.join(secret)).rejects.toMatchObject({ name: "ForbiddenError" });
    await expect(ada.sf.chatter.element(secretPost)).rejects.toMatchObject({ name: "NotFoundError" });
    expect(await ada.sf.chatter.feed("company").all()).not.toContainEqual(
      expect.objectContaining({ id: secretPost }),
    );
    await ada.sf.chatter.leave(open);
    await ada.sf.chatter.leave(open);
    const groups = await sf.chatter.groups({ limit: 1 }).all();
    expect(groups).toMatchObject([{ name: "Open", memberCount: 1, myRole: "GroupOwner" }]);
  });

  it("says what cannot be", async () => {
    const product = await sf.Product2.create({ Name: "Rocket" });
    await expect(sf.chatter.post(product, "Sold?")).rejects.toMatchObject({
      name: "ApiError",
      errorCode: "FEED_NOT_ENABLED_FOR_OBJECT",
    });
    await expect(sf.chatter.post("001000000000999AAA", "Hello")).rejects.toMatchObject({
      name: "NotFoundError",
    });
    await expect(sf.chatter.post(accountId, [{ mention: "005000000000999AAA" }])).rejects.toMatchObject({
      name: "ValidationError",
      errorCode: "INVALID_ID_FIELD",
    });
  });
});
