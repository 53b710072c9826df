import { Readable } from "node:stream";
import { ReadableStream as WebStream } from "node:stream/web";
import { type CsvSource, clientCredentials, custom } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { createClient } from "orgtype/standard";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const quick = { pollMs: 1 };
const servers: Listening[] = [];
let org: Org;
let url: string;

beforeEach(async () => {
  org = createOrg();
  const server = await org.listen();
  servers.push(server);
  url = server.url;
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

const bulk = () => createClient({ environment: custom(url), auth: clientCredentials(org.credentials) }).bulk;

const CSV = '\uFEFFName,Phone\r\n"Fr""om, 🎉\n2",1\r\nCsv,\r\n';
const bytes = new TextEncoder().encode(CSV);

/** Single bytes: every place a chunk can be cut at. */
function* single() {
  for (const byte of bytes) yield Uint8Array.of(byte);
}
/** Single units of UTF-16: surrogate pairs are cut, too. */
const units = () => Array.from({ length: CSV.length }, (_, at) => CSV[at] ?? "");

/** The types of the web's streams do not know `from` yet. */
const webStream = <T>(items: Iterable<T>) => WebStream.from(items) as unknown as ReadableStream<T>;

describe("CSV is loaded from", () => {
  it.each<[string, () => CsvSource]>([
    ["a Blob", () => new Blob([CSV])],
    ["a File", () => new File([CSV], "accounts.csv")],
    ["a stream of bytes", () => new Blob([CSV]).stream() as ReadableStream<Uint8Array>],
    ["a stream of single bytes", () => webStream<Uint8Array>(single())],
    ["a stream of text", () => webStream<string>(units())],
    ["a Node stream of bytes", () => Readable.from(single(), { objectMode: false })],
    ["a Node stream of text", () => Readable.from([bytes]).setEncoding("utf8")],
    ["an async iterable of text", () => Readable.from(units())],
  ])("%s", async (_, source) => {
    const { successes } = await bulk().insert("Account", source(), quick);
    expect(successes.map(({ index, input }) => [index, input])).toEqual([
      [0, { Name: 'Fr"om, 🎉\n2', Phone: "1" }],
      [1, { Name: "Csv", Phone: "" }],
    ]);
    expect(org.records("Account")).toMatchObject([
      { Name: 'Fr"om, 🎉\n2', Phone: "1" },
      { Name: "Csv", Phone: null },
    ]);
  });

  it("text with other characters between the fields", async () => {
    const source = new Blob(["Name;Phone\nA,1;2\n"]);
    const { successes } = await bulk().insert("Account", source, { ...quick, delimiter: ";" });
    expect(successes.map(({ input }) => input)).toEqual([{ Name: "A,1", Phone: "2" }]);
    await expect(bulk().insert("Account", source, { delimiter: "\n" })).rejects.toThrow("`delimiter`");
  });

  it("`#N/A` and empty fields: one empties, the other leaves alone", async () => {
    const [id = ""] = org.seed({ Account: [{ Name: "a", Phone: "1", Site: "s" }] }).Account ?? [];
    await bulk().update("Account", new Blob([`Id,Phone,Site\n${id},#N/A,\n`]), quick);
    expect(org.records("Account")).toMatchObject([{ Phone: null, Site: "s" }]);
  });

  it("nothing that lacks fields, or is half of a character", async () => {
    const insert = (source: Blob | AsyncIterable<string>) => bulk().insert("Account", source, quick);
    await expect(insert(new Blob(["Name,Phone\nA\n"]))).rejects.toMatchObject({ code: "decode.csv" });
    await expect(insert(Readable.from(["Name\nA\ud83c"]))).rejects.toThrow("half of a surrogate pair");
    expect(org.records("Account")).toEqual([]);
  });
});

describe("records are loaded from", () => {
  it("streams of records, on the web and on Node", async () => {
    const records = [{ Name: "A" }, { Name: "B" }];
    const web = await bulk().insert("Account", webStream(records), quick);
    const node = await bulk().insert("Account", Readable.from(records), quick);
    expect([web.succeeded, node.succeeded]).toEqual([2, 2]);
  });

  it("records with other fields in another order, each with what it has", async () => {
    const records = [
      { Name: "A", Phone: "1", Site: "a" },
      { Site: "b", Name: "B" },
      { Name: "C", Phone: undefined as never, Site: "c" },
      { Name: "D", Site: null, Phone: "4", Website: "d.example" },
      { Phone: "5", Website: "e.example", Name: "E" },
    ];
    const { successes } = await bulk().insert("Account", records, quick);
    expect(successes.map(({ input, index }) => input === records[index])).toEqual(Array(5).fill(true));
    expect(org.records("Account")).toMatchObject([
      { Name: "A", Phone: "1", Site: "a", Website: null },
      { Name: "B", Phone: null, Site: "b", Website: null },
      { Name: "C", Phone: null, Site: "c", Website: null },
      { Name: "D", Phone: "4", Site: null, Website: "d.example" },
      { Name: "E", Phone: "5", Site: null, Website: "e.example" },
    ]);
  });

  it("no record without a field", async () => {
    await expect(bulk().insert("Account", [{} as { Name: string }], quick)).rejects.toThrow(
      "`records[0]` holds no field",
    );
  });

  it("ids for deletes as texts, and CSV of them as a Blob", async () => {
    const ids = org.seed({ Account: [{ Name: "a" }, { Name: "b" }, { Name: "c" }] }).Account ?? [];
    const [a = "", b = "", c = ""] = ids;
    await bulk().delete("Account", [a], quick);
    await bulk().delete("Account", Readable.from([b]), quick);
    await bulk().delete("Account", new Blob([`Id\n${c}\n`]), quick);
    expect(org.records("Account")).toEqual([]);
  });
});
