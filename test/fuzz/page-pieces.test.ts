import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PageBytes } from "../../src/resources/query/pieces/page-bytes.js";

/** Texts of what the cutting looks for. */
const text = fc
  .array(
    fc.constantFrom(
      '"',
      "\\",
      "},",
      '{"attributes":{',
      '},{"attributes":{',
      "[",
      "]",
      "]}",
      "é",
      "🎉",
      "a",
      "\n",
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));
const attributes = fc.record({ type: fc.constant("Account"), url: text });
const parent = fc.option(fc.record({ attributes, Name: text }));
const children = fc.record({
  totalSize: fc.nat(3),
  done: fc.constant(true),
  records: fc.array(fc.record({ attributes, Name: text }), { maxLength: 3 }),
});
const plainRecord = fc.record({
  attributes,
  Name: fc.option(text),
  Revenue: fc.double({ noNaN: true }),
  Owner: parent,
});
const recordWithChildren = fc.record({ attributes, Name: text, Contacts: fc.option(children) });
const rest = fc.record(
  { totalSize: fc.nat(), done: fc.boolean(), nextRecordsUrl: text },
  { requiredKeys: ["totalSize", "done"] },
);
const cuts = fc.array(fc.nat(), { maxLength: 8 });
const pieceBytes = fc.integer({ min: 1, max: 400 });

interface Page {
  records: unknown[];
}

function pieces(json: string, points: readonly number[], size: number, spare: Uint8Array[] = []) {
  const bytes = new TextEncoder().encode(json);
  const page = new PageBytes(spare, size);
  let start = 0;
  for (const cut of [
    ...points.map((point) => point % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ]) {
    // A view of something larger, as the network gives them.
    page.push(Uint8Array.from([0, ...bytes.subarray(start, cut), 0]).subarray(1, 1 + cut - start));
    start = cut;
  }
  return page;
}

function recordsOf(page: PageBytes): unknown[][] {
  const lists: unknown[][] = [];
  while (!page.isTaken) lists.push(page.take());
  return lists;
}

function sameAsParsed(json: string, points: readonly number[], size: number, spare: Uint8Array[]): number {
  const { records, ...others } = JSON.parse(json) as Page;
  const page = pieces(json, points, size, spare);
  expect(page.whole()).toEqual({ ...others, records: [] });
  const lists = recordsOf(page);
  expect(lists.flat()).toEqual(records);
  return lists.length;
}

describe("a page of a query, in pieces", () => {
  it("has the records that JSON.parse finds, however it is cut, and wherever its records stand", () => {
    const spare: Uint8Array[] = [];
    let cut = 0;
    fc.assert(
      fc.property(
        fc.array(plainRecord, { maxLength: 8 }),
        rest,
        fc.boolean(),
        cuts,
        pieceBytes,
        (records, others, isFirst, points, size) => {
          const json = JSON.stringify(isFirst ? { records, ...others } : { ...others, records });
          // What stands behind the records may hold a bracket; such a page is not split.
          fc.pre(!(isFirst ? JSON.stringify(others).includes("]") : JSON.stringify(others).includes("[")));
          if (sameAsParsed(json, points, size, spare) > 1) cut++;
        },
      ),
      { numRuns: 10_000 },
    );
    expect(cut).toBeGreaterThan(1_000);
  });

  it("is not cut between children", () => {
    fc.assert(
      fc.property(
        fc.array(recordWithChildren, { maxLength: 5 }),
        cuts,
        pieceBytes,
        (records, points, size) => {
          sameAsParsed(JSON.stringify({ totalSize: 1, done: true, records }), points, size, []);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it("says what stands before its records as soon as that has come", () => {
    const head =
      '{"totalSize":9,"done":false,"nextRecordsUrl":"/services/data/v66.0/query/01g-2","records":[';
    const page = new PageBytes([]);
    for (const character of head.slice(0, -1)) {
      page.push(new TextEncoder().encode(character));
      expect(page.head()).toBeUndefined();
    }
    page.push(new TextEncoder().encode("["));
    expect(page.head()).toEqual({ ...JSON.parse(`${head}]}`) });
  });

  it.each([
    ["nothing", ""],
    ["HTML", "<html>[maintenance]</html>"],
    ["a list", '[{"message":"no","errorCode":"NO"}]'],
    ["another object", '{"errors":[1,2]}'],
    ["brackets in a text", '{"note":"[","records":[]}'],
    ["a part of a page", '{"totalSize":2,"done":true,"records":[{"attributes":{"type":"A"}},{"attri'],
  ])("is no page: %s, whose text is kept as it is", (_, json) => {
    const page = pieces(json, [3, 7], 10);
    expect(page.whole()).toBeUndefined();
    expect(page.text()).toBe(json);
  });

  it("does not give a record that is no JSON, nor one that was cut inside a text", () => {
    const record = '{"attributes":{"type":"A"},"Name":"a"}';
    for (const wrong of [
      '{"attributes":{"type":"A"},"Name":nonsense}',
      '{"attributes":{"type":"A"},"Name":"]}',
    ]) {
      const page = pieces(`{"done":true,"records":[${record},${wrong}]}`, [], 1);
      expect(page.whole()).toBeDefined();
      expect(page.take()).toHaveLength(1);
      expect(() => page.take()).toThrow(SyntaxError);
    }
  });

  it("takes a byte order mark away, which belongs to no value", () => {
    sameAsParsed(JSON.stringify({ done: true, records: [{ attributes: {}, Name: "\uFEFFa" }] }), [], 1, []);
    const page = pieces('\uFEFF{"done":true,"records":[]}', [1, 2], 1);
    expect(page.whole()).toEqual({ done: true, records: [] });
  });

  it("fills a buffer anew that another page is done with", () => {
    const spare: Uint8Array[] = [];
    const json = JSON.stringify({ done: true, records: [{ attributes: {}, Name: "a".repeat(100_000) }] });
    sameAsParsed(json, [], 1, spare);
    const [buffer] = spare;
    sameAsParsed(json, [5, 70_000], 1, spare);
    expect(spare).toEqual([buffer]);
    expect(spare[0]).toBe(buffer);
  });
});
