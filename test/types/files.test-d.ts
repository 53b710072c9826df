import { createClient, type DateTimeString, type Id } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
declare const file: File;
declare const accountId: Id<"Account">;
declare const contactId: Id<"Contact">;
declare const attachmentId: Id<"Attachment">;
declare const documentId: Id<"ContentDocument">;
declare const versionId: Id<"ContentVersion">;

describe("blobs", () => {
  it("are given in the form that was asked for", async () => {
    expectTypeOf(await sf.Attachment.blob(attachmentId, "Body")).toExtend<Uint8Array>();
    expectTypeOf(await sf.Attachment.blob(attachmentId, "Body", { as: "text" })).toEqualTypeOf<string>();
    expectTypeOf(await sf.ContentVersion.blob(versionId, "VersionData", { as: "stream" })).toEqualTypeOf<
      ReadableStream<Uint8Array>
    >();
    expectTypeOf(
      await sf.Attachment.blob(attachmentId, "Body", { as: "response" }),
    ).toEqualTypeOf<Response>();
  });

  it("stand beside the record that is written", async () => {
    const made = await sf.Attachment.createWithBlob({ ParentId: accountId, Name: "a" }, "Body", file);
    expectTypeOf(made).toEqualTypeOf<Id<"Attachment">>();
    await sf.Attachment.createWithBlob({ ParentId: accountId, Name: "a" }, "Body", new Uint8Array(), {
      contentType: "text/plain",
      filename: "a.txt",
      recent: false,
    });
    await sf.Attachment.updateWithBlob(made, { Name: "b" }, "Body", "text");
    await sf.Attachment.updateWithBlob(made, {}, "Body", file.stream());
  });

  it("are refused where there are none", () => {
    // @ts-expect-error no field of Account holds a file
    sf.Account.blob(accountId, "Name");
    // @ts-expect-error no new record of Account takes a file
    sf.Account.createWithBlob({ Name: "x" }, "Name", file);
    // @ts-expect-error no record of Account takes another file
    sf.Account.updateWithBlob(accountId, {}, "Name", file);
    // @ts-expect-error no such field
    sf.Attachment.blob(attachmentId, "Bdy");
    // @ts-expect-error holds no bytes
    sf.Attachment.blob(attachmentId, "Name");
    // @ts-expect-error no such form
    sf.Attachment.blob(attachmentId, "Body", { as: "json" });
    // @ts-expect-error of another object
    sf.Attachment.blob(accountId, "Body");
    // @ts-expect-error a field that is required is missing
    sf.Attachment.createWithBlob({ Name: "a" }, "Body", file);
    // @ts-expect-error given twice
    sf.Attachment.createWithBlob({ ParentId: accountId, Name: "a", Body: "YQ==" }, "Body", file);
    // @ts-expect-error no such field
    sf.Attachment.createWithBlob({ ParentId: accountId, Nmae: "a", Name: "a" }, "Body", file);
    // @ts-expect-error cannot be changed
    sf.Attachment.updateWithBlob(attachmentId, { ParentId: accountId }, "Body", file);
    // @ts-expect-error no content
    sf.Attachment.updateWithBlob(attachmentId, {}, "Body", { a: 1 });
    // @ts-expect-error no such option
    sf.Attachment.updateWithBlob(attachmentId, {}, "Body", file, { filname: "a" });
  });
});

describe("files", () => {
  it("go up and come down", async () => {
    const made = await sf.files.upload(file);
    expectTypeOf(made.documentId).toEqualTypeOf<Id<"ContentDocument">>();
    expectTypeOf(made.versionId).toEqualTypeOf<Id<"ContentVersion">>();
    await sf.files.upload("text", { name: "a.txt", to: accountId });
    await sf.files.upload(file, { to: [accountId, contactId], shareType: "C", visibility: "AllUsers" });
    await sf.files.upload(new Blob([]), { name: "a", document: made.documentId, reasonForChange: "x" });
    await sf.files.upload("text", { name: "a.txt", fields: { TagCsv: "a,b" } });
    expectTypeOf(await sf.files.download(made.documentId)).toExtend<Uint8Array>();
    expectTypeOf(await sf.files.download(made.versionId, { as: "text" })).toEqualTypeOf<string>();
  });

  it("are listed, linked and deleted", async () => {
    const [first] = await sf.files.list(accountId);
    expectTypeOf(first!.modified).toEqualTypeOf<DateTimeString>();
    expectTypeOf(first!.extension).toEqualTypeOf<string | null>();
    expectTypeOf(first!.versionId).toEqualTypeOf<Id<"ContentVersion">>();
    await sf.files.link(documentId, [accountId, contactId], { shareType: "I" });
    expectTypeOf(await sf.files.unlink(documentId, accountId)).toEqualTypeOf<number>();
    await sf.files.delete(documentId);
  });

  it("are there without generated code, with any fields", async () => {
    const bare = createClient({ apiVersion: "66.0" } as Parameters<typeof createClient>[0]);
    await bare.files.upload("text", { name: "a.txt", fields: { Any__c: 1 } });
  });

  it("are refused where they cannot be meant", () => {
    // @ts-expect-error a text has no name
    sf.files.upload("text");
    // @ts-expect-error nor have options without one
    sf.files.upload(new Blob([]), { title: "a" });
    // @ts-expect-error no such option
    sf.files.upload("text", { name: "a", titel: "b" });
    // @ts-expect-error no such field of ContentVersion
    sf.files.upload("text", { name: "a", fields: { Nmae: "b" } });
    // @ts-expect-error an option says it
    sf.files.upload("text", { name: "a", fields: { Title: "b" } });
    // @ts-expect-error no such type of sharing
    sf.files.upload("text", { name: "a", to: accountId, shareType: "Viewer" });
    // @ts-expect-error not of a file
    sf.files.download(accountId);
    // @ts-expect-error no such form
    sf.files.download(documentId, { as: "json" });
    // @ts-expect-error a version is not linked
    sf.files.link(versionId, accountId);
    // @ts-expect-error a version cannot be deleted
    sf.files.delete(versionId);
  });
});
