import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OrgSourceOptions, openSnapshot, orgSource, pull } from "orgtype/codegen";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDescribes } from "../../../codegen/source/read-describes.js";
import { child, field, id, picklist, sobject } from "./support/describes.js";
import { type DescribingOrg, describingOrg } from "./support/describing-org.js";

let snapshot: string;
beforeEach(async () => {
  snapshot = await mkdtemp(join(tmpdir(), "orgtype-pull-"));
});
afterEach(() => rm(snapshot, { recursive: true, force: true }));

const pullFrom = (org: DescribingOrg, options: OrgSourceOptions = {}) =>
  pull({ source: orgSource(org.client, options), snapshot });

async function bytes(): Promise<Map<string, { text: string; ino: number }>> {
  const found = new Map<string, { text: string; ino: number }>();
  for (const name of (await readdir(snapshot)).sort()) {
    const path = join(snapshot, name);
    found.set(name, { text: await readFile(path, "utf8"), ino: (await stat(path)).ino });
  }
  return found;
}

const many = Array.from({ length: 60 }, (_, index) => sobject(`Object${String(index).padStart(2, "0")}__c`));
const compositesOf = (org: DescribingOrg) => org.fake.sent.filter(({ path }) => path.endsWith("/composite"));
const alonesOf = (org: DescribingOrg) => org.fake.sent.filter(({ path }) => path.endsWith("/describe"));

describe("a pull", () => {
  it("describes 25 objects a request and keeps each in a file of its own", async () => {
    const org = describingOrg(...many);
    const progress: string[] = [];
    const report = await pullFrom(org, { onProgress: (done, total) => progress.push(`${done}/${total}`) });
    expect(report).toEqual({
      changed: many.map(({ name }) => name),
      unchanged: [],
      removed: [],
      actions: { changed: [], unchanged: [], removed: [] },
      problems: [],
    });
    expect(compositesOf(org).map(({ body }) => body.compositeRequest.length)).toEqual([25, 25, 10]);
    expect(alonesOf(org)).toEqual([]);
    expect(progress).toEqual(["0/60", "25/60", "50/60", "60/60"]);
    expect((await bytes()).size).toBe(61);
    const { describes } = await readDescribes(await openSnapshot(snapshot));
    expect(describes.map(({ name }) => name)).toEqual(many.map(({ name }) => name));
  });

  it("of an org that did not change is answered with 304s and changes no byte", async () => {
    const org = describingOrg(...many);
    await pullFrom(org);
    const before = await bytes();
    org.fake.sent.length = 0;
    const report = await pullFrom(org);
    expect(report).toMatchObject({ changed: [], unchanged: many.map(({ name }) => name) });
    expect(compositesOf(org)[0]?.body.compositeRequest[0].httpHeaders).toEqual({
      "If-Modified-Since": "Fri, 14 Aug 2026 20:53:02 GMT",
    });
    expect(await bytes()).toEqual(before);
  });

  it("changes no byte where the org does not say when it changed, or lists things in another order", async () => {
    const fields = [id, field("A"), field("B")];
    const org = describingOrg(sobject("Account", fields, { urls: { sobject: "/x/1" } }));
    const account = org.objects.get("Account")!;
    delete account.lastModified;
    await pullFrom(org);
    const before = await bytes();
    account.describe = sobject("Account", [...fields].reverse(), { urls: { sobject: "/x/2" } });
    expect(await pullFrom(org)).toMatchObject({ changed: [], unchanged: ["Account"] });
    expect(await bytes()).toEqual(before);
  });

  it("writes what changed and nothing else", async () => {
    const org = describingOrg(sobject("Account"), sobject("Contact"));
    await pullFrom(org);
    const before = await bytes();
    org.objects.set("Contact", {
      describe: sobject("Contact", [id, field("New__c")]),
      lastModified: "Sat, 15 Aug 2026 00:00:00 GMT",
    });
    expect(await pullFrom(org)).toMatchObject({ changed: ["Contact"], unchanged: ["Account"] });
    const after = await bytes();
    expect(after.get("Account.json")).toEqual(before.get("Account.json"));
    expect(after.get("Contact.json")?.text).toContain("New__c");
  });

  it("asks anew for a describe that was deleted from the snapshot, and for all at another API version", async () => {
    const org = describingOrg(sobject("Account"), sobject("Contact"));
    await pullFrom(org);
    await rm(join(snapshot, "Account.json"));
    expect(await pullFrom(org)).toMatchObject({ changed: ["Account"], unchanged: ["Contact"] });
    const index = join(snapshot, "_snapshot.json");
    await writeFile(index, (await readFile(index, "utf8")).replace("66.0", "65.0"));
    org.fake.sent.length = 0;
    await pullFrom(org);
    expect(compositesOf(org)[0]?.body.compositeRequest[0].httpHeaders).toEqual({});
    expect(await readFile(index, "utf8")).toContain("66.0");
  });

  it("drops objects the org or the selection no longer has, and leaves files that are not its own", async () => {
    const org = describingOrg(sobject("Account"), sobject("Contact"), sobject("Lead"));
    await pullFrom(org);
    await writeFile(join(snapshot, "Mine.json"), "{}");
    org.objects.delete("Contact");
    const report = await pullFrom(org, { objects: ["*", "!Lead"] });
    expect(report.removed).toEqual(["Contact", "Lead"]);
    expect([...(await bytes()).keys()]).toEqual(["Account.json", "Mine.json", "_snapshot.json"]);
  });
});

describe("which objects", () => {
  const org = () => {
    const made = describingOrg(
      sobject("Account"),
      sobject("AccountShare"),
      sobject("LoginHistory"),
      sobject("Order__e"),
      sobject("Old"),
    );
    made.objects.get("AccountShare")!.summary = {
      associateEntityType: "Share",
      associateParentEntity: "Account",
    };
    made.objects.get("Order__e")!.summary = { queryable: false };
    made.objects.get("Old")!.summary = { deprecatedAndHidden: true };
    return made;
  };

  it("are those that can be queried, and platform events, without companions, where nothing is said", async () => {
    expect((await pullFrom(org())).changed).toEqual(["Account", "LoginHistory", "Order__e"]);
  });

  it("are exactly those named, where something is said", async () => {
    expect((await pullFrom(org(), { objects: ["*", "!Order__e", "!*Share"] })).changed).toHaveLength(3);
    expect((await pullFrom(org(), { objects: ["Order__e", "accountshare"] })).changed).toEqual([
      "AccountShare",
      "Order__e",
    ]);
  });

  it("a name the org does not have is a problem, and the rest is pulled", async () => {
    const { changed, problems } = await pullFrom(org(), { objects: ["Account", "Acount"] });
    expect(changed).toEqual(["Account"]);
    expect(problems.map(({ message }) => message)).toEqual([
      "Acount: the org has no such object, or the user may not see it.",
    ]);
  });
});

describe("when something fails", () => {
  it("in a request of many, it is asked for alone", async () => {
    const org = describingOrg(sobject("Account"), sobject("Contact"));
    org.refuseInComposite.set("Contact", 500);
    expect(await pullFrom(org)).toMatchObject({ changed: ["Account", "Contact"], problems: [] });
    expect(alonesOf(org)).toHaveLength(1);
    org.refuseInComposite.set("Contact", 500);
    expect(await pullFrom(org)).toMatchObject({ unchanged: ["Account", "Contact"] });
  });

  it.each(["refuses", "breaks"] as const)(
    "and the request of many %s, all are asked for alone",
    async (composite) => {
      const org = describingOrg(sobject("Account"), sobject("Contact"));
      org.composite = composite;
      expect(await pullFrom(org)).toMatchObject({ changed: ["Account", "Contact"], problems: [] });
      expect(await pullFrom(org)).toMatchObject({ unchanged: ["Account", "Contact"] });
    },
  );

  it("for good, it is a problem, the rest is pulled, and the snapshot keeps what it had", async () => {
    const org = describingOrg(sobject("Account"), sobject("Contact"));
    await pullFrom(org);
    const before = await bytes();
    org.refuseInComposite.set("Contact", 400);
    org.refuseAlone.set("Contact", 400);
    const report = await pullFrom(org);
    expect(report).toMatchObject({ changed: [], unchanged: ["Account"], removed: [] });
    expect(report.problems.map(String)).toEqual([
      "DescribeError: Contact: INVALID_TYPE: sObject type is not supported.",
    ]);
    expect(await bytes()).toEqual(before);
  });

  it("because a describe is not valid, it is a problem with its path", async () => {
    const org = describingOrg(sobject("Account"), sobject("Contact"));
    org.objects.set("Contact", { describe: { name: "Contact", fields: [{ name: "A" }] } });
    org.objects.set("Lead", { describe: sobject("Case") });
    const { changed, problems } = await pullFrom(org);
    expect(changed).toEqual(["Account"]);
    expect(problems.map(({ message }) => message)).toEqual([
      "Contact: fields[0].type is missing.",
      "Lead: the org described Case instead.",
    ]);
  });

  it("because it was aborted, it rejects with the reason", async () => {
    const org = describingOrg(...many);
    const controller = new AbortController();
    const onProgress = (done: number) => done > 0 && controller.abort(new Error("enough"));
    await expect(pullFrom(org, { signal: controller.signal, onProgress })).rejects.toThrow("enough");
  });
});

describe("what a snapshot keeps", () => {
  it("is what this package reads, false flags and a zero that means something included", async () => {
    const fields = [
      picklist("P", ["A", "B"], {
        byteLength: 3,
        length: 0,
        filterable: false,
        relationshipOrder: 0,
        defaultValue: 0,
      }),
      id,
    ];
    const org = describingOrg(
      sobject("Account", fields, {
        urls: { row: "/x" },
        childRelationships: [child("Zs", "Z"), child(null, "Y"), child("As", "A")],
        recordTypeInfos: [{ name: "Master", recordTypeId: "012000000000000AAA", urls: { layout: "/y" } }],
      }),
    );
    await pullFrom(org);
    const kept = JSON.parse(await readFile(join(snapshot, "Account.json"), "utf8"));
    const flags = { nillable: true, createable: true, updateable: true };
    expect(kept).toEqual({
      name: "Account",
      label: "Account",
      fields: [
        { name: "Id", type: "id", label: "Id", nillable: false, createable: false, updateable: false },
        {
          ...{ name: "P", type: "picklist", label: "P", ...flags, filterable: false },
          ...{ relationshipOrder: 0, defaultValue: 0 },
          picklistValues: [
            { value: "A", active: true },
            { value: "B", active: true },
          ],
        },
      ],
      childRelationships: [
        { relationshipName: "As", childSObject: "A", field: "ParentId" },
        { relationshipName: "Zs", childSObject: "Z", field: "ParentId" },
      ],
      recordTypeInfos: [{ name: "Master", recordTypeId: "012000000000000AAA" }],
    });
  });
});
