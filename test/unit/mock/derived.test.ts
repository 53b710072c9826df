import { createOrg, standardDescribes } from "orgtype/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { api } from "./api.js";
import { describeOf, field } from "./tiny-describes.js";

let org: ReturnType<typeof createOrg>;
let rest: ReturnType<typeof api>;

beforeEach(() => {
  org = createOrg();
  rest = api(org);
});

const only = (name: string) => org.records(name)[0];

describe("what follows from other fields", () => {
  it("of an opportunity is its stage's, unless a probability is given", async () => {
    const [id = ""] =
      org.seed({
        Opportunity: [{ Name: "O", StageName: "Needs Analysis", CloseDate: "2030-01-01", Amount: 500 }],
      }).Opportunity ?? [];
    expect(only("Opportunity")).toMatchObject({
      Probability: 20,
      IsClosed: false,
      IsWon: false,
      ForecastCategory: "Pipeline",
      ExpectedRevenue: 100,
    });
    await rest.patch(`/sobjects/Opportunity/${id}`, { Probability: 40 });
    expect(only("Opportunity")).toMatchObject({ Probability: 40, ExpectedRevenue: 200 });
    await rest.patch(`/sobjects/Opportunity/${id}`, { Amount: 1000 });
    expect(only("Opportunity")).toMatchObject({ Probability: 40, ExpectedRevenue: 400 });
    await rest.patch(`/sobjects/Opportunity/${id}`, { StageName: "Closed Won" });
    expect(only("Opportunity")).toMatchObject({
      Probability: 100,
      IsClosed: true,
      IsWon: true,
      ForecastCategory: "Closed",
      ExpectedRevenue: 1000,
    });
    await rest.patch(`/sobjects/Opportunity/${id}`, { StageName: "Closed Lost" });
    expect(only("Opportunity")).toMatchObject({ Probability: 0, IsClosed: true, IsWon: false });
    const found = await rest.query("SELECT Id FROM Opportunity WHERE IsClosed = true AND IsWon = false");
    expect(found.body.totalSize).toBe(1);
  });

  it("of a case is whether it is closed, and since when", async () => {
    org.clock.set("2030-01-01T00:00:00Z");
    org.clock.freeze();
    const [id = ""] = org.seed({ Case: [{ Subject: "Help" }] }).Case ?? [];
    expect(only("Case")).toMatchObject({ IsClosed: false, ClosedDate: null });
    await rest.patch(`/sobjects/Case/${id}`, { Status: "Closed" });
    org.clock.advance(60_000);
    await rest.patch(`/sobjects/Case/${id}`, { Subject: "Helped" });
    expect(only("Case")).toMatchObject({ IsClosed: true, ClosedDate: "2030-01-01T00:00:00.000+0000" });
    await rest.patch(`/sobjects/Case/${id}`, { Status: "Working" });
    expect(only("Case")).toMatchObject({ IsClosed: false, ClosedDate: null });
  });

  it("of a task is whether it is done", async () => {
    const [id = ""] = org.seed({ Task: [{ Subject: "Call" }] }).Task ?? [];
    expect(only("Task")?.IsClosed).toBe(false);
    await rest.patch(`/sobjects/Task/${id}`, { Status: "Completed" });
    expect(only("Task")?.IsClosed).toBe(true);
  });

  it("of a default that is a literal is that value", () => {
    const own = describeOf("Own__c", [
      field("Text__c", "string", {
        length: 20,
        defaultedOnCreate: true,
        defaultValueFormula: '"Open \\"x\\""',
      }),
      field("Number__c", "double", {
        precision: 5,
        scale: 1,
        defaultedOnCreate: true,
        defaultValueFormula: "-1.5",
      }),
      field("Flag__c", "boolean", { defaultedOnCreate: true, defaultValueFormula: "TRUE" }),
      field("Later__c", "string", { length: 20, defaultedOnCreate: true, defaultValueFormula: "$User.Id" }),
    ]);
    org = createOrg({ describes: [...standardDescribes(), own] });
    org.seed({ Own__c: [{}, { Text__c: "own" }] });
    expect(org.records("Own__c")).toMatchObject([
      { Text__c: 'Open "x"', Number__c: -1.5, Flag__c: true, Later__c: null },
      { Text__c: "own" },
    ]);
  });
});

describe("files", () => {
  it("have a document, whose latest version is the last one", async () => {
    const created = await rest.post("/sobjects/ContentVersion", {
      Title: "Offer",
      PathOnClient: "folder/offer.pdf",
      VersionData: btoa("first"),
    });
    expect(created.status).toBe(201);
    const document = only("ContentDocument");
    expect(document).toMatchObject({
      Title: "Offer",
      FileExtension: "pdf",
      FileType: "PDF",
      ContentSize: 5,
      LatestPublishedVersionId: created.body.id,
    });
    const second = await rest.post("/sobjects/ContentVersion", {
      Title: "Offer 2",
      PathOnClient: "offer.docx",
      VersionData: btoa("second!"),
      ContentDocumentId: document?.Id,
    });
    expect(org.records("ContentDocument")).toMatchObject([
      { Title: "Offer 2", FileExtension: "docx", ContentSize: 7, LatestPublishedVersionId: second.body.id },
    ]);
    expect(org.records("ContentVersion")).toMatchObject([
      { IsLatest: false, VersionNumber: "1", ContentDocumentId: document?.Id },
      { IsLatest: true, VersionNumber: "2", ContentDocumentId: document?.Id },
    ]);
  });

  it("are refused where they are no base64", async () => {
    const [ParentId = ""] = org.seed({ Account: [{ Name: "A" }] }).Account ?? [];
    for (const Body of ["not base64!", "A", "abcde", "=abc"]) {
      const answer = await rest.post("/sobjects/Attachment", { Name: "a", ParentId, Body });
      expect({ Body, ...answer }).toMatchObject({
        Body,
        status: 400,
        body: [{ errorCode: "JSON_PARSER_ERROR" }],
      });
    }
    const { status } = await rest.post("/sobjects/Attachment", { Name: "a", ParentId, Body: "YWJj\r\nZGVm" });
    expect(status).toBe(201);
  });
});
