import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

const org = fakeOrg(() => json({ searchRecords: [] }));
const sf = smallClient(org);

/** The SOSL that is sent; without the types, as JavaScript callers have it. */
async function sosl(args: object): Promise<string | null> {
  await (sf.search as (args: unknown) => Promise<unknown>)(args);
  return new URL(org.sent.at(-1)!.url).searchParams.get("q");
}

const returning = { Account: { select: { Id: true } } };
const term = async (find: unknown) =>
  /^FIND \{(.*)\} RETURNING/s.exec((await sosl({ find, returning }))!)?.[1];

describe("a search as SOSL", () => {
  it("has every clause that was given, in order", async () => {
    const text = await sosl({
      find: "acme",
      in: "name",
      returning: {
        Account: {
          select: { Name: true, Owner: { select: { Name: true, Manager: { select: { Name: true } } } } },
          where: { Industry: { in: ["Banking", "It's"] }, Owner: { IsActive: true } },
          orderBy: { Name: "desc" },
          limit: 10,
          offset: 5,
        },
        Task: { select: { Subject: true, What: { select: { Name: true } } } },
      },
      limit: 100,
    });
    expect(text).toBe(
      "FIND {acme} IN NAME FIELDS RETURNING " +
        "Account(Name, Owner.Name, Owner.Manager.Name WHERE Industry IN ('Banking', 'It\\'s') AND Owner.IsActive = true " +
        "ORDER BY Name DESC LIMIT 10 OFFSET 5), Task(Subject, What.Name) LIMIT 100",
    );
  });

  it("is text as it was given", async () => {
    await sf.sosl("FIND {acm*} RETURNING Account");
    expect(new URL(org.sent.at(-1)!.url).searchParams.get("q")).toBe("FIND {acm*} RETURNING Account");
  });
});

describe("the term of a search", () => {
  it.each([
    ["AT&T", "AT\\&T"],
    ["{1+1}:2", "\\{1\\+1\\}\\:2"],
    ['say "hi"', 'say \\"hi\\"'],
    ["what? all*", "what\\? all\\*"],
    ["this or that", 'this "or" that'],
    ["Black AND NOT white", 'Black "AND" "NOT" white'],
    ["Andor nothing", "Andor nothing"],
    ["ctrl-x\\y 'z'", "ctrl\\-x\\\\y \\'z\\'"],
    ["Acme & Sons  - west", "Acme Sons west"],
    ["!!", "\\!\\!"],
    ["Österreich 東京", "Österreich 東京"],
  ])("means %s and no more", async (find, escaped) => {
    expect(await term(find)).toBe(escaped);
  });

  it("is SOSL where that is said", async () => {
    expect(await term({ sosl: 'acm* AND NOT "acme \\{x\\}"' })).toBe('acm* AND NOT "acme \\{x\\}"');
  });
});

describe("what is no search", () => {
  it.each([
    ["an empty term", { find: " ", returning }, "`find` is empty."],
    ["no term", { returning }, "`find` is no text."],
    ["a term of another kind", { find: 7, returning }, "`find` is no text."],
    ["a term that is too long", { find: "x".repeat(10_001), returning }, "`find` is too long."],
    ["half a character", { find: "x\ud800", returning }, "`find` holds half of a surrogate pair."],
    ["a brace", { find: { sosl: "a} RETURNING User(Id) {" }, returning }, "`find.sosl` holds a brace."],
    ["an escape without an end", { find: { sosl: "a\\" }, returning }, "`find.sosl` holds a brace."],
    ["an unknown scope", { find: "a", in: "toString", returning }, "`in` is no scope."],
    ["no object", { find: "a", returning: {} }, "`returning` names no object."],
    ["nothing returned", { find: "a" }, "`returning` is no object."],
    ["an unknown object", { find: "a", returning: { Nope: { select: { Id: true } } } }, "object Nope"],
    [
      "no field",
      { find: "a", returning: { Account: { select: {} } } },
      "`returning.Account.select` names no field.",
    ],
    [
      "children",
      { find: "a", returning: { Account: { select: { Contacts: { select: { Id: true } } } } } },
      "`returning.Account.select.Contacts` are children.",
    ],
    [
      "children of a parent",
      {
        find: "a",
        returning: { Contact: { select: { Account: { select: { Contacts: { select: { Id: true } } } } } } },
      },
      "`returning.Contact.select.Account.select.Contacts` are children.",
    ],
    [
      "a parent by type",
      { find: "a", returning: { Task: { select: { What: { on: { Account: { select: { Id: true } } } } } } } },
      "`returning.Task.select.What` is read by type.",
    ],
    [
      "a clause of find",
      { find: "a", returning: { Account: { select: { Id: true }, scope: "mine" } } },
      "`returning.Account.scope` is not known.",
    ],
    ["an unknown argument", { find: "a", returning, wehre: {} }, "`wehre` is not known."],
    ["a limit that is no count", { find: "a", returning, limit: -1 }, "`limit` is no count."],
    [
      "a condition that is lost",
      { find: "a", returning: { Account: { select: { Id: true }, where: { Name: undefined } } } },
      "`returning.Account.where.Name` is undefined.",
    ],
  ])("%s is refused before anything is sent", async (_, args, message) => {
    const before = org.sent.length;
    await expect(sosl(args)).rejects.toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining(message),
    });
    expect(org.sent.length).toBe(before);
  });
});

it.each(["  ", undefined])("SOSL text is asked for, not %o", async (text) => {
  await expect(sf.sosl(text as string)).rejects.toMatchObject({ code: "settings.search" });
});

describe("the answer to a search", () => {
  const record = (type: string, Id: string) => ({ attributes: { type, url: "" }, Id });

  it("is a bare list from old versions", async () => {
    const old = smallClient(fakeOrg(() => json([record("Account", "001")])));
    expect(await old.search({ find: "ab", returning: { Account: { select: { Id: true } } } })).toEqual({
      Account: [{ Id: "001" }],
    });
    expect(await old.sosl("FIND {ab}")).toEqual([record("Account", "001")]);
  });

  it("is never lost: a record of an object that was not searched is an error", async () => {
    const odd = fakeOrg(() => json({ searchRecords: [record("Lead", "00Q1")] }));
    const search = smallClient(odd).search;
    const both = { Account: { select: { Id: true as const } }, Contact: { select: { Id: true as const } } };
    await expect(search({ find: "ab", returning: both })).rejects.toMatchObject({
      name: "DecodeError",
      code: "decode.search",
    });
  });
});
