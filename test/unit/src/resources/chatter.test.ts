import { createClient } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { optionsFor } from "../../../support/small-org.js";

const ACCOUNT = "001000000000001AAA";
const USER = "005000000000001AAA";
const POST = "0D5000000000001AAA";
const COMMENT = "0D7000000000001AAA";
const actor = { id: USER, name: "Ada", type: "User" };
const element = {
  id: POST,
  type: "TextPost",
  actor,
  parent: { id: ACCOUNT, name: "Acme", type: "Account" },
  body: { isRichText: false, text: "A & B", messageSegments: [{ type: "Text", text: "A & B" }] },
  createdDate: "2026-02-28T09:30:00.000Z",
};

type Answer = Parameters<typeof fakeOrg>[0];
function clientOf(answer: Answer) {
  const org = fakeOrg(answer);
  const { chatter } = createClient({ ...optionsFor(org, { retry: { times: 0 } }), apiVersion: "66.0" });
  return { org, chatter };
}

describe("posts", () => {
  it("are sent in Salesforce's words, and asked for as they are", async () => {
    const { org, chatter } = clientOf(() => json(element));
    await chatter.post(
      ACCOUNT,
      [
        "Hello ",
        { mention: USER },
        { hashtag: "#news" },
        { record: ACCOUNT },
        { link: "https://example.com" },
        { bold: ["very ", { italic: "much" }] },
        { link: "https://example.com", text: "this" },
        { numbers: ["one"] },
        { code: "x()" },
      ],
      { link: { url: "https://example.com", name: "Here" }, visibility: "InternalUsers" },
    );
    const begin = (markupType: string) => ({ type: "MarkupBegin", markupType });
    const end = (markupType: string) => ({ type: "MarkupEnd", markupType });
    const [sent] = org.sent;
    expect(sent?.headers.get("X-Chatter-Entity-Encoding")).toBe("false");
    expect(sent).toMatchObject({
      method: "POST",
      path: "/services/data/v66.0/chatter/feed-elements",
      body: {
        feedElementType: "FeedItem",
        subjectId: ACCOUNT,
        visibility: "InternalUsers",
        capabilities: { link: { url: "https://example.com", urlName: "Here" } },
      },
    });
    expect(sent?.body.body.messageSegments).toEqual([
      { type: "Text", text: "Hello " },
      { type: "Mention", id: USER },
      { type: "Hashtag", tag: "news" },
      { type: "EntityLink", entityId: ACCOUNT },
      { type: "Link", url: "https://example.com" },
      begin("Bold"),
      { type: "Text", text: "very " },
      begin("Italic"),
      { type: "Text", text: "much" },
      end("Italic"),
      end("Bold"),
      { ...begin("Hyperlink"), url: "https://example.com" },
      { type: "Text", text: "this" },
      end("Hyperlink"),
      begin("OrderedList"),
      begin("ListItem"),
      { type: "Text", text: "one" },
      end("ListItem"),
      end("OrderedList"),
      begin("Code"),
      { type: "Text", text: "x()" },
      end("Code"),
    ]);
  });

  it("may lack what Salesforce does not tell of every one", async () => {
    const { chatter } = clientOf(() => json({ ...element, type: null, body: null, capabilities: {} }));
    expect(await chatter.element(POST)).toEqual({
      id: POST,
      type: "",
      actor,
      parent: element.parent,
      text: "",
      segments: [],
      isRichText: false,
      createdDate: element.createdDate,
      modifiedDate: element.createdDate,
      editedDate: null,
      visibility: "AllUsers",
      likeCount: 0,
      isLikedByMe: false,
      commentCount: 0,
      recentComments: [],
      files: [],
      link: null,
      poll: null,
    });
  });

  it("are told from comments by their ids", async () => {
    const answer = { id: COMMENT, user: actor, createdDate: element.createdDate, feedElement: { id: POST } };
    const { org, chatter } = clientOf(() => json(answer));
    await chatter.edit(COMMENT, "New");
    await chatter.like(COMMENT);
    await chatter.unlike(POST);
    await chatter.delete(COMMENT);
    expect(org.sent.map(({ method, url }) => `${method} ${url.pathname.slice(20)}${url.search}`)).toEqual([
      `PATCH /chatter/comments/${COMMENT}`,
      `POST /chatter/comments/${COMMENT}/likes`,
      `PATCH /chatter/feed-elements/${POST}/capabilities/chatter-likes/items?isLikedByCurrentUser=false`,
      `DELETE /chatter/comments/${COMMENT}`,
    ]);
  });

  it("are read as far as is asked, and as they are on every page", async () => {
    const next = "/services/data/v66.0/chatter/feeds/news/me/feed-elements?page=2&pageSize=3";
    const { org, chatter } = clientOf(() => json({ elements: [element, element], nextPageUrl: next }));
    expect(await chatter.feed("news", { limit: 3, sort: "LastModifiedDateDesc" }).all()).toHaveLength(3);
    expect(org.sent.map(({ url }) => url.pathname.slice(20) + url.search)).toEqual([
      "/chatter/feeds/news/me/feed-elements?pageSize=3&sort=LastModifiedDateDesc",
      "/chatter/feeds/news/me/feed-elements?page=2&pageSize=3",
    ]);
    for (const { headers } of org.sent) expect(headers.get("X-Chatter-Entity-Encoding")).toBe("false");
  });

  it("never follow a page to another host", async () => {
    const { org, chatter } = clientOf(() =>
      json({ elements: [element], nextPageUrl: "https://example.com/x" }),
    );
    await expect(chatter.feed("company").all()).rejects.toMatchObject({ code: "decode.url" });
    expect(org.sent).toHaveLength(1);
  });

  it("have a limit of their own, which is a LimitError", async () => {
    const refusal = [{ errorCode: "REQUEST_LIMIT_EXCEEDED", message: "You have reached the limit." }];
    const { chatter } = clientOf(() => json(refusal, 503));
    await expect(chatter.me()).rejects.toMatchObject({ name: "LimitError", status: 503 });
  });
});

describe("what cannot be", () => {
  const { org, chatter } = clientOf(() => json(element));
  // biome-ignore lint/suspicious/noExplicitAny: what JavaScript may give
  const any = chatter as any;
  const mentions = Array.from({ length: 26 }, () => ({ mention: USER }));
  const cases: readonly (readonly [what: string, call: () => Promise<unknown>, message: RegExp])[] = [
    ["no id", () => any.post("acme", "Hi"), /^`subject` is no id\. Give the id of a record/],
    ["no message", () => any.post(ACCOUNT), /^`message` is a value of type undefined\. Give text or a list/],
    ["nothing said", () => any.post(ACCOUNT, ["", { bold: "" }]), /^`message` says nothing\./],
    [
      "too much said",
      () => any.post(ACCOUNT, "x".repeat(10_001)),
      /^`message` has 10001 characters\. .* 10000/,
    ],
    ["too many mentions", () => any.post(ACCOUNT, mentions), /mentions 26 people and groups\. .* 25/],
    [
      "an unknown part",
      () => any.post(ACCOUNT, [{ shout: "x" }]),
      /^`message\[0\]` is no part of a message\./,
    ],
    ["two parts in one", () => any.post(ACCOUNT, [{ bold: "x", code: "y" }]), /says more than one thing/],
    [
      "a part deep inside",
      () => any.post(ACCOUNT, [{ bullets: [["a", 1]] }]),
      /^`message\[0\]\.bullets\[0\]\[1\]`/,
    ],
    [
      "a mention of a record",
      () => any.post(ACCOUNT, [{ mention: ACCOUNT }]),
      /^`message\[0\]\.mention` is the id of/,
    ],
    [
      "a link that is none",
      () => any.post(ACCOUNT, [{ link: "example.com" }]),
      /^`message\[0\]\.link` is no web/,
    ],
    [
      "two attachments",
      () => any.post(ACCOUNT, "Hi", { poll: ["a", "b"], files: [] }),
      /more than one thing/,
    ],
    ["one choice", () => any.post(ACCOUNT, "Hi", { poll: ["a"] }), /^`args\.poll` is no list of 2 to 10/],
    [
      "a version for a file",
      () => any.post(ACCOUNT, "Hi", { files: ["068000000000001AAA"] }),
      /a file \(ContentDoc/,
    ],
    [
      "an unknown argument",
      () => any.post(ACCOUNT, "Hi", { links: 1 }),
      /^`args\.links` is not known\. Known: vis/,
    ],
    [
      "a comment on a record",
      () => any.comment(ACCOUNT, "Hi"),
      /^`elementId` is the id of something else than a post/,
    ],
    ["to like a record", () => any.like(ACCOUNT), /something else than a post or a comment/],
    ["no feed", () => any.feed({}).all(), /^`feed` names none\. Give "news"/],
    ["two feeds", () => any.feed({ user: USER, record: ACCOUNT }).all(), /^`feed` names more than one/],
    ["a feed of text", () => any.feed("mine").all(), /^`feed` is a value of type string\./],
    [
      "a sort",
      () => any.feed("news", { sort: "Best" }).all(),
      /^`args\.sort` is .* Give one of CreatedDateDesc/,
    ],
    [
      "a limit",
      () => any.feed("news", { limit: 0 }).first(),
      /^`limit` is 0\. Give a whole number of at least 1/,
    ],
    ["one letter", () => any.groups({ search: "x" }).all(), /^`args\.search` has one character/],
    ["a group that is a user", () => any.join(USER), /^`groupId` is the id of something else than a group/],
  ];

  it.each(cases)("is said before anything is sent: %s", async (_, call, message) => {
    const error = await call().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "SettingsError", code: "settings.chatter" });
    expect(String((error as Error).message)).toMatch(message);
    expect(org.sent).toEqual([]);
  });
});

describe("what is looked for first", () => {
  it("is the subscription, among those of its kind", async () => {
    const subject = { id: ACCOUNT, name: "Acme", type: "Account" };
    const { org, chatter } = clientOf(({ method }) =>
      method === "GET"
        ? json({ following: [{ id: "0E8000000000001AAA", subject }] })
        : new Response(null, { status: 204 }),
    );
    await chatter.unfollow(ACCOUNT.slice(0, 15));
    await chatter.unfollow("0E8000000000002AAA");
    expect(org.sent.map(({ method, url }) => `${method} ${url.pathname.slice(20)}${url.search}`)).toEqual([
      "GET /chatter/users/me/following?pageSize=1000&filterType=001",
      "DELETE /chatter/subscriptions/0E8000000000001AAA",
      "DELETE /chatter/subscriptions/0E8000000000002AAA",
    ]);
  });
});
