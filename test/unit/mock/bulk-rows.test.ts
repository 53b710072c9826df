import { createOrg, type Org, standardDescribes } from "orgtype/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { bulkApi } from "./bulk-api.js";
import { bulkLoads } from "./bulk-loads.js";
import { describeOf, field } from "./tiny-describes.js";

const keyed = describeOf("Keyed__c", [
  field("Name", "string", { length: 80 }),
  field("Key__c", "string", { length: 20, externalId: true, unique: true, idLookup: true }),
  field("Amount__c", "double", { scale: 2, precision: 18 }),
  field("Due__c", "date"),
  field("Done__c", "boolean"),
  field("Account__c", "reference", { referenceTo: ["Account"], relationshipName: "Account__r" }),
  field("Parent__c", "reference", { referenceTo: ["Keyed__c"], relationshipName: "Parent__r" }),
]);
const event = {
  name: "Placed__e",
  keyPrefix: "e01",
  fields: [
    { name: "Id", type: "id", createable: false },
    { name: "Number__c", type: "string", createable: true, nillable: false, length: 20 },
  ],
};

let org: Org;
let bulk: ReturnType<typeof bulkApi>;
let loads: ReturnType<typeof bulkLoads>;

beforeEach(() => {
  org = createOrg({ describes: [...standardDescribes(), keyed, event] });
  bulk = bulkApi(org);
  loads = bulkLoads(bulk);
});

describe("the rows of a bulk ingest job", () => {
  it("are inserted where right, with the reason where wrong", async () => {
    const { job, successful, failed } = await loads.run(
      { object: "Contact", operation: "insert" },
      'LastName,Email\n"Reed, the",reed@example.com\n,lost@example.com\nLind,no address\n',
    );
    expect(job).toMatchObject({ state: "JobComplete", numberRecordsProcessed: 3, numberRecordsFailed: 2 });
    const [reed] = org.records("Contact");
    expect(successful).toEqual([
      { sf__Id: reed?.Id, sf__Created: "true", LastName: "Reed, the", Email: "reed@example.com" },
    ]);
    expect(failed).toEqual([
      {
        sf__Id: "",
        sf__Error: "REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --",
        LastName: "",
        Email: "lost@example.com",
      },
      {
        sf__Id: "",
        sf__Error: expect.stringMatching(/^INVALID_EMAIL_ADDRESS:/),
        LastName: "Lind",
        Email: "no address",
      },
    ]);
  });

  it("come back as CSV in the format of the upload", async () => {
    const { id } = await loads.run(
      { object: "Contact", operation: "insert", columnDelimiter: "PIPE", lineEnding: "CRLF" },
      'LastName|Title\r\nReed|"a|b"\r\n|lost\r\n',
    );
    const [reed] = org.records("Contact");
    const text = async (name: string) => (await bulk.get(`/jobs/ingest/${id}/${name}`)).text;
    expect(await text("successfulResults")).toBe(
      `"sf__Id"|"sf__Created"|LastName|Title\r\n"${reed?.Id}"|"true"|"Reed"|"a|b"\r\n`,
    );
    expect(await text("failedResults")).toBe(
      '"sf__Id"|"sf__Error"|LastName|Title\r\n' +
        '""|"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --"|""|"lost"\r\n',
    );
    expect(await text("unprocessedrecords")).toBe("LastName|Title\r\n");
  });

  it("are updated: an empty text leaves alone, #N/A empties", async () => {
    const [id = ""] = org.seed({ Account: [{ Name: "Acme", Phone: "1", Industry: "Energy" }] }).Account ?? [];
    const { successful, failed } = await loads.run(
      { object: "Account", operation: "update" },
      `Id,Phone,Industry,Site\n${id},#N/A,,West\n001000000000000AAA,1,,\n`,
    );
    expect(successful).toMatchObject([{ sf__Id: id, sf__Created: "false" }]);
    expect(failed).toMatchObject([
      {
        sf__Id: "001000000000000AAA",
        sf__Error: "INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--",
      },
    ]);
    expect(org.records("Account")[0]).toMatchObject({ Phone: null, Industry: "Energy", Site: "West" });
  });

  it("are upserted by an external id, with values of every kind", async () => {
    org.seed({ Keyed__c: [{ Key__c: "K1", Name: "old", Amount__c: 1 }] });
    const { successful } = await loads.run(
      { object: "Keyed__c", operation: "upsert", externalIdFieldName: "Key__c" },
      "Key__c,Name,Amount__c,Due__c,Done__c\nK1,new,2.5,2030-01-31,true\nK2,second,#N/A,,false\n",
    );
    expect(successful.map((row) => [row.sf__Created, row.Key__c])).toEqual([
      ["false", "K1"],
      ["true", "K2"],
    ]);
    expect(org.records("Keyed__c")).toMatchObject([
      { Key__c: "K1", Name: "new", Amount__c: 2.5, Due__c: "2030-01-31", Done__c: true },
      { Key__c: "K2", Name: "second", Amount__c: null, Due__c: null, Done__c: false },
    ]);
  });

  it("are refused where two of one upsert have the same external id", async () => {
    const { failed, successful } = await loads.run(
      { object: "Keyed__c", operation: "upsert", externalIdFieldName: "Key__c" },
      "key__c,Name\nK1,one\nk1,two\nK2,three\n,four\n,five\n",
    );
    expect(successful).toMatchObject([{ key__c: "K2" }]);
    expect(failed.map((row) => row.sf__Error)).toEqual([
      "DUPLICATE_VALUE:Duplicate external id specified: K1:Key__c --",
      "DUPLICATE_VALUE:Duplicate external id specified: k1:Key__c --",
      "MISSING_ARGUMENT:Key__c not specified:--",
      "MISSING_ARGUMENT:Key__c not specified:--",
    ]);
    expect(org.records("Keyed__c")).toHaveLength(1);
  });

  it("may repeat an external id further on: 200 rows are written together", async () => {
    const rows = Array.from({ length: 200 }, (_, n) => `K${n},row ${n}`);
    const { successful } = await loads.run(
      { object: "Keyed__c", operation: "upsert", externalIdFieldName: "Key__c" },
      `Key__c,Name\n${rows.join("\n")}\nK0,last\n`,
    );
    expect(successful).toHaveLength(201);
    expect(successful.at(-1)).toMatchObject({ sf__Created: "false", Key__c: "K0" });
    expect(org.records("Keyed__c")[0]).toMatchObject({ Key__c: "K0", Name: "last" });
  });

  it("find parents by their external ids, of one object or of several", async () => {
    org.seed({ Keyed__c: [{ Key__c: "P1", Name: "parent" }] });
    const keyedRun = await loads.run(
      { object: "Keyed__c", operation: "insert" },
      "Name,Parent__r.Key__c\nchild,P1\norphan,#N/A\nlost,P9\n",
    );
    const [parent, child, orphan] = org.records("Keyed__c");
    expect(child).toMatchObject({ Name: "child", Parent__c: parent?.Id });
    expect(orphan).toMatchObject({ Name: "orphan", Parent__c: null });
    expect(keyedRun.failed).toMatchObject([{ Name: "lost", sf__Error: expect.stringContaining("P9") }]);
    const username = org.records("User")[0]?.Username;
    const typed = await loads.run(
      { object: "Task", operation: "insert" },
      `Subject,User:Owner.Username\nCall,${username}\n`,
    );
    expect(typed.successful).toHaveLength(1);
  });

  it("are deleted, to the recycle bin or for good", async () => {
    const [soft = "", hard = ""] = org.seed({ Account: [{ Name: "a" }, { Name: "b" }] }).Account ?? [];
    await loads.run({ object: "Account", operation: "delete" }, `Id\n${soft}\n`);
    await loads.run({ object: "Account", operation: "hardDelete" }, `Id\n${hard}\n`);
    const all = await bulk.get("/queryAll?q=SELECT+Id,IsDeleted+FROM+Account");
    expect(all.body.records).toMatchObject([{ Id: soft, IsDeleted: true }]);
  });

  it("are published as platform events", async () => {
    await loads.run({ object: "Placed__e", operation: "insert" }, "Number__c\n17\n");
    expect(org.events).toMatchObject([{ type: "Placed__e", fields: { Number__c: "17" } }]);
  });

  it.each([
    ["COMMA", ",", "LF", "\n"],
    ["TAB", "\t", "LF", "\n"],
    ["SEMICOLON", ";", "CRLF", "\r\n"],
    ["PIPE", "|", "LF", "\n"],
    ["CARET", "^", "CRLF", "\r\n"],
    ["BACKQUOTE", "`", "LF", "\n"],
  ])("are read with %s between values", async (columnDelimiter, delimiter, lineEnding, newline) => {
    const csv = [`Name${delimiter}Site`, `"A${delimiter}""x"""${delimiter}"two${newline}lines"`].join(
      newline,
    );
    const { successful } = await loads.run(
      { object: "Account", operation: "insert", columnDelimiter, lineEnding },
      csv + newline,
    );
    expect(successful).toHaveLength(1);
    expect(org.records("Account")[0]).toMatchObject({
      Name: `A${delimiter}"x"`,
      Site: `two${newline}lines`,
    });
  });

  it("are told which value is no value of its field", async () => {
    const { failed } = await loads.run(
      { object: "Keyed__c", operation: "insert" },
      "Amount__c,Due__c,Done__c\nmuch,,\n,someday,\n,,perhaps\n1,2030-01-31Z,TRUE\n",
    );
    expect(failed.map((row) => row.sf__Error)).toEqual([
      "INVALID_TYPE_ON_FIELD_IN_RECORD:Amount__c: value not of required type: much:Amount__c --",
      "INVALID_TYPE_ON_FIELD_IN_RECORD:Due__c: value not of required type: someday:Due__c --",
      "INVALID_TYPE_ON_FIELD_IN_RECORD:Done__c: value not of required type: perhaps:Done__c --",
    ]);
    expect(org.records("Keyed__c")).toMatchObject([{ Amount__c: 1, Due__c: "2030-01-31", Done__c: true }]);
  });
});
