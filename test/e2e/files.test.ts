import { createReadStream, openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Connection } from "@jsforce/jsforce-node";
import * as fc from "fast-check";
import {
  type BlobContent,
  type BlobProgress,
  clientCredentials,
  createClient,
  custom,
  isOrgtypeError,
  jsDates,
  type TracedRequest,
} from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { nodeTransport } from "orgtype/node";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

const same = (error: unknown) => error;
const random = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7919) % 251);
const BYTES = random(700_001);

/** Files over a real socket. */
describe.each(["fetch", "nodeTransport"])("over %s", (kind) => {
  const org = createOrg();
  const transport = nodeTransport();
  const traced: TracedRequest[] = [];
  let server: Listening;
  let sf: Client;
  let folder: string;
  let path: string;
  let accounts: readonly string[];

  beforeAll(async () => {
    accounts = org.seed({ Account: Array.from({ length: 30 }, (_, index) => ({ Name: `Acme ${index}` })) })
      .Account!;
    server = await org.listen();
    sf = await connect({ ...options(), trace: (request) => traced.push(request) });
    folder = await mkdtemp(join(tmpdir(), "orgtype-files-"));
    path = join(folder, "report.bin");
    await writeFile(path, BYTES);
  });
  afterAll(async () => {
    transport.close();
    await server.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    traced.length = 0;
  });

  function options() {
    const auth = clientCredentials(org.credentials);
    return { environment: custom(server.url), auth, ...(kind === "nodeTransport" && { transport }) };
  }
  const asked = () =>
    traced.map(({ method, path: asked }) => `${method} ${asked.replace(/^.*v\d+\.\d/, "")}`);

  describe("blobs of records", () => {
    const contents: [string, () => BlobContent | Promise<BlobContent>][] = [
      ["bytes", () => BYTES],
      ["an ArrayBuffer", () => BYTES.slice().buffer],
      ["a view", () => Buffer.concat([Buffer.alloc(8), BYTES]).subarray(8)],
      ["a Blob", () => new Blob([BYTES.slice()])],
      ["a file that is not read", () => openAsBlob(path)],
      ["a file stream of Node", () => createReadStream(path)],
      ["a web stream", async () => (await openAsBlob(path)).stream()],
      [
        "pieces",
        async function* pieces() {
          yield BYTES.subarray(0, 5);
          yield new Uint8Array();
          yield BYTES.subarray(5);
        },
      ],
    ];

    it.each(contents)("are created of %s", async (_, content) => {
      const record = { ParentId: accounts[0]!, Name: "report.bin" };
      const id = await sf.Attachment.createWithBlob(record, "Body", await content());
      expect(Buffer.from(await sf.Attachment.blob(id, "Body")).equals(BYTES)).toBe(true);
      const made = await sf.Attachment.retrieve(id, { fields: ["Name", "BodyLength"] });
      expect(made).toEqual({ Name: "report.bin", BodyLength: BYTES.length });
    });

    it("are given as bytes, text, a stream and an answer", async () => {
      const record = { ParentId: accounts[0]!, Name: "a.txt", ContentType: "text/plain" };
      const id = await sf.Attachment.createWithBlob(record, "Body", "grüezi");
      expect(await sf.Attachment.blob(id, "Body")).toEqual(new TextEncoder().encode("grüezi"));
      expect(await sf.Attachment.blob(id, "Body", { as: "text" })).toBe("grüezi");
      const stream = await sf.Attachment.blob(id, "Body", { as: "stream" });
      expect(await new Response(stream).text()).toBe("grüezi");
      const answer = await sf.Attachment.blob(id, "Body", { as: "response" });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/plain"]);
      expect(await answer.text()).toBe("grüezi");
    });

    it("are text as it is, though it looks like dates and JSON", async () => {
      const dated = sf.with({ decode: jsDates });
      const record = { ParentId: accounts[0]!, Name: "a.json" };
      const text = '{"attributes":{"type":"Contact"},"Birthdate":"1980-02-29"}';
      const id = await dated.Attachment.createWithBlob(record, "Body", text);
      expect(await dated.Attachment.blob(id, "Body", { as: "text" })).toBe(text);
    });

    it("are changed with other fields, or alone", async () => {
      const id = await sf.Attachment.createWithBlob({ ParentId: accounts[0]!, Name: "a" }, "Body", "one");
      await sf.Attachment.updateWithBlob(id, { Name: "b" }, "Body", "three");
      expect(await sf.Attachment.blob(id, "Body", { as: "text" })).toBe("three");
      const { Name, BodyLength } = await sf.Attachment.retrieve(id);
      expect([Name, BodyLength]).toEqual(["b", 5]);
      await sf.Attachment.updateWithBlob(id, {}, "Body", "two");
      expect(await sf.Attachment.blob(id, "Body", { as: "text" })).toBe("two");
    });

    it("are not there where the record is not", async () => {
      const failure = await sf.Attachment.blob("00P000000000001AAA", "Body").catch(same);
      expect(isOrgtypeError(failure, "NotFoundError")).toBe(true);
    });

    it.each(["created by jsforce", "created here"])("are the same to jsforce: %s", async (who) => {
      const jsforce = new Connection({ instanceUrl: server.url, accessToken: org.credentials.accessToken });
      const record = { ParentId: accounts[1]!, Name: "a" };
      const made = await jsforce
        .sobject("Attachment")
        .create({ ...record, Body: Buffer.from(BYTES).toString("base64") });
      const id =
        who === "created here" ? await sf.Attachment.createWithBlob(record, "Body", BYTES) : (made.id ?? "");
      expect(Buffer.from(await sf.Attachment.blob(id, "Body")).equals(BYTES)).toBe(true);
      const pieces: Buffer[] = [];
      for await (const piece of jsforce.sobject("Attachment").record(id).blob("Body"))
        pieces.push(piece as Buffer);
      expect(Buffer.concat(pieces).equals(BYTES)).toBe(true);
    });
  });

  describe("files", () => {
    it("are uploaded to a record, found there, and downloaded", async () => {
      const to = accounts[2]!;
      const made = await sf.files.upload("a,b\n1,2", { name: "offer.v2.csv", to, description: "Terms" });
      expect(asked()).toEqual([
        "POST /sobjects/ContentVersion",
        expect.stringContaining(`GET /sobjects/ContentVersion/${made.versionId}`),
      ]);
      const [file, ...others] = await sf.files.list(to);
      expect(others).toEqual([]);
      expect(file).toEqual({
        ...made,
        title: "offer.v2",
        extension: "csv",
        fileType: "CSV",
        size: 7,
        modified: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        shareType: "V",
        visibility: "AllUsers",
      });
      expect(await sf.files.download(made.versionId, { as: "text" })).toBe("a,b\n1,2");
      expect(await sf.files.download(made.documentId, { as: "text" })).toBe("a,b\n1,2");
      const { Description } = await sf.ContentVersion.retrieve(made.versionId);
      expect(Description).toBe("Terms");
    });

    it("have the name of a File, and one of their own", async () => {
      const file = new File([BYTES], "photo.jpg", { type: "image/jpeg" });
      const { documentId } = await sf.files.upload(file);
      const { documentId: other } = await sf.files.upload(file, { name: "x.png", title: "My photo" });
      const fields = ["Title", "FileExtension", "ContentSize"] as const;
      expect(await sf.ContentDocument.retrieve(documentId, { fields })).toEqual({
        Title: "photo",
        FileExtension: "jpg",
        ContentSize: BYTES.length,
      });
      expect(await sf.ContentDocument.retrieve(other, { fields })).toMatchObject({
        Title: "My photo",
        FileExtension: "png",
      });
    });

    it("go to several records in two requests", async () => {
      const to = accounts.slice(3, 6);
      const { documentId } = await sf.files.upload("x", { name: "a.txt", to: [...to, to[0]!] });
      expect(asked()).toEqual(["POST /sobjects/ContentVersion", "POST /composite"]);
      for (const account of to) {
        expect(await sf.files.list(account)).toMatchObject([{ documentId, shareType: "V" }]);
      }
      const most = accounts.slice(5);
      const many = await sf.files.upload("x", { name: "b.txt", to: most });
      const links = `SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId = '${many.documentId}'`;
      expect(await sf.query<{ Id: string }>(links).all()).toHaveLength(26);
    });

    it("are shared as asked", async () => {
      const to = org.seed({ Account: [{ Name: "Shared" }] }).Account![0]!;
      await sf.files.upload("x", { name: "a.txt", to, shareType: "I", visibility: "InternalUsers" });
      expect(asked()).toEqual(["POST /sobjects/ContentVersion", "POST /composite"]);
      expect(await sf.files.list(to)).toMatchObject([{ shareType: "I", visibility: "InternalUsers" }]);
    });

    it("get new versions, in one request", async () => {
      const to = org.seed({ Account: [{ Name: "Versions" }] }).Account![0]!;
      const first = await sf.files.upload("one", { name: "a.txt", to });
      traced.length = 0;
      const second = await sf.files.upload("three", {
        name: "a.txt",
        document: first.documentId,
        reasonForChange: "Typo",
      });
      expect(asked()).toEqual(["POST /sobjects/ContentVersion"]);
      expect(second.documentId).toBe(first.documentId);
      expect(await sf.files.list(to)).toMatchObject([{ ...second, size: 5 }]);
      expect(await sf.files.download(first.documentId, { as: "text" })).toBe("three");
      expect(await sf.files.download(first.versionId, { as: "text" })).toBe("one");
      const versions = await sf.ContentVersion.find({
        select: { IsLatest: true, VersionNumber: true, Checksum: true, ReasonForChange: true },
        where: { ContentDocumentId: first.documentId },
        orderBy: { VersionNumber: "asc" },
      }).all();
      expect(versions).toEqual([
        {
          IsLatest: false,
          VersionNumber: "1",
          Checksum: "f97c5d29941bfb1b2fdab0874906ab82",
          ReasonForChange: null,
        },
        {
          IsLatest: true,
          VersionNumber: "2",
          Checksum: "35d6d33467aae9a2e3dccb4b6b027878",
          ReasonForChange: "Typo",
        },
      ]);
    });

    it("are linked, taken away and deleted", async () => {
      const [one = "", two = "", three = ""] = org.seed({
        Account: [{ Name: "One" }, { Name: "Two" }, { Name: "Three" }],
      }).Account!;
      const { documentId, versionId } = await sf.files.upload("x", { name: "a.txt" });
      await sf.files.link(documentId, one, { shareType: "C" });
      await sf.files.link(documentId, [two, three]);
      expect(await sf.files.list(one)).toMatchObject([{ documentId, shareType: "C" }]);
      expect(await sf.files.list(three)).toMatchObject([{ documentId, shareType: "V" }]);
      await expect(sf.files.link(documentId, one)).rejects.toMatchObject({ name: "DuplicateError" });
      await expect(sf.files.link(documentId, [accounts[0]!, one])).rejects.toMatchObject({
        name: "PartialFailureError",
        failed: [{ index: 0 }, { index: 1, error: { errorCode: "DUPLICATE_VALUE" } }],
      });
      expect(await sf.files.unlink(documentId, [one, two, accounts[0]!])).toBe(2);
      expect(await sf.files.unlink(documentId, one)).toBe(0);
      expect(await sf.files.list(one)).toEqual([]);
      await sf.files.delete(documentId);
      expect(await sf.files.list(three)).toEqual([]);
      await expect(sf.files.download(versionId)).rejects.toMatchObject({ name: "NotFoundError" });
      await expect(sf.files.download(documentId)).rejects.toMatchObject({ name: "NotFoundError" });
    });

    it("are listed newest first, with moments as text", async () => {
      const to = org.seed({ Account: [{ Name: "Listed" }] }).Account![0]!;
      const { documentId } = await sf.files.upload("1", { name: "first.txt", to });
      await sf.files.upload("2", { name: "second.txt", to });
      await new Promise((resolve) => setTimeout(resolve, 5));
      await sf.files.upload("3", { name: "first.txt", document: documentId });
      const files = await sf.with({ decode: jsDates }).files.list(to);
      expect(files.map(({ title }) => title)).toEqual(["first", "second"]);
      expect(typeof files[0]?.modified).toBe("string");
    });

    it("say what exists where a link was refused", async () => {
      const gone = await sf.Account.create({ Name: "Gone" });
      await sf.Account.delete(gone);
      const to = [accounts[0]!, accounts[1]!, gone];
      const failure = await sf.files.upload("x", { name: "kept.txt", to }).catch(same);
      if (!isOrgtypeError(failure, "UploadError")) throw failure;
      const { documentId = "", versionId } = failure;
      expect(failure.message).toContain(documentId);
      expect(failure).toMatchObject({
        succeeded: [{ index: 0 }, { index: 1 }],
        failed: [{ index: 2, input: gone, error: { errorCode: "ENTITY_IS_DELETED" } }],
        unanswered: [],
        cause: { errorCode: "ENTITY_IS_DELETED" },
      });
      expect(isOrgtypeError(failure, "PartialFailureError")).toBe(true);
      expect(await sf.files.download(documentId, { as: "text" })).toBe("x");
      expect(await sf.files.download(versionId, { as: "text" })).toBe("x");
      expect((await sf.files.list(accounts[1]!)).map((file) => file.documentId)).toContain(documentId);
    });

    it("are not there where Salesforce refused them", async () => {
      const before = org.records("ContentVersion").length;
      const to = "001000000000001AAA";
      await expect(sf.files.upload("x", { name: "a.txt", to })).rejects.toMatchObject({
        name: "NotFoundError",
        errorCode: "INVALID_CROSS_REFERENCE_KEY",
      });
      expect(org.records("ContentVersion")).toHaveLength(before);
    });

    it("need no generated code", async () => {
      const bare = createClient({ ...options(), apiVersion: "66.0" });
      const { documentId } = await bare.files.upload("x", { name: "a.txt", fields: { TagCsv: "a,b" } });
      expect(await bare.files.download(documentId, { as: "text" })).toBe("x");
      expect(org.records("ContentVersion").at(-1)).toMatchObject({ TagCsv: "a,b" });
    });

    it("keep any bytes and any names", async () => {
      const property = fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((name) => name.trim() === name),
        async (bytes, name) => {
          const { versionId } = await sf.files.upload(bytes, { name: `${name}.bin`, title: name });
          expect(await sf.files.download(versionId)).toEqual(new Uint8Array(bytes));
          expect((await sf.ContentVersion.retrieve(versionId)).Title).toBe(name);
        },
      );
      await fc.assert(property, { numRuns: 30 });
    });
  });

  describe("what is sent", () => {
    it.each(["a Blob", "a stream"])("is told of while it goes: %s", async (what) => {
      const told: BlobProgress[] = [];
      const content = what === "a Blob" ? await openAsBlob(path) : createReadStream(path);
      await sf.files.upload(content, {
        name: "a.bin",
        size: BYTES.length,
        onProgress: (now) => told.push(now),
      });
      expect(told.length).toBeGreaterThan(2);
      expect(told.at(-1)).toEqual({ bytes: BYTES.length, total: BYTES.length });
      expect(told.map(({ bytes }) => bytes)).toEqual(told.map(({ bytes }) => bytes).sort((a, b) => a - b));
    });

    it("is sent again where it can be: a session that ended costs nothing", async () => {
      for (const onProgress of [undefined, () => {}]) {
        org.expireSessions();
        const more = onProgress === undefined ? {} : { onProgress };
        const { versionId } = await sf.files.upload(BYTES, { name: "a.bin", ...more });
        expect(await sf.files.download(versionId)).toHaveLength(BYTES.length);
      }
    });

    it("is not sent again where it is a stream; the next call has a new session", async () => {
      org.expireSessions();
      const failure = await sf.files.upload(createReadStream(path), { name: "a.bin" }).catch(same);
      expect(isOrgtypeError(failure, "SessionExpiredError")).toBe(true);
      const { versionId } = await sf.files.upload(createReadStream(path), { name: "a.bin" });
      expect(await sf.files.download(versionId)).toHaveLength(BYTES.length);
    });

    it("is a stream no more where it failed or was aborted", async () => {
      const broken = createReadStream(path);
      broken.once("data", () => broken.destroy(new Error("disk")));
      await expect(sf.files.upload(broken, { name: "a.bin" })).rejects.toThrow("disk");
      const missing = createReadStream(join(folder, "missing"));
      await expect(sf.files.upload(missing, { name: "a.bin" })).rejects.toMatchObject({ code: "ENOENT" });
      const stop = new AbortController();
      const endless = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(new Uint8Array(1_000));
          stop.abort(new Error("enough"));
          return new Promise(() => {});
        },
      });
      const aborted = sf.files.upload(endless, { name: "a.bin", signal: stop.signal });
      await expect(aborted).rejects.toThrow("enough");
    });

    it("has the size that was said", async () => {
      for (const size of [3, 7]) {
        const content = new Blob(["hello"]).stream();
        await expect(sf.files.upload(content, { name: "a.bin", size })).rejects.toMatchObject({
          code: "settings.blob",
        });
      }
    });
  });
});
