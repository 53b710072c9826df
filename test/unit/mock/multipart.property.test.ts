import fc from "fast-check";
import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";

const boundary = fc.stringMatching(/^[0-9A-Za-z'()+_,./:=?-]{1,70}$/);
/** Bytes in which line ends and dashes, of which boundaries are made, come often. */
const content = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom("\r\n", "\r\n--", "--", "\n", "\r\n\r\n").map((text) => new TextEncoder().encode(text)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));
const title = fc
  .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
  .filter((text) => text.trim() !== "");

function encode(mark: string, json: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const head =
    `preamble\r\n--${mark}\r\nContent-Disposition: form-data; name="entity_content"\r\n\r\n${json}\r\n` +
    `--${mark}\r\ncontent-disposition: form-data; filename="f.bin"; name="VersionData"\r\n` +
    "Content-Type: application/octet-stream\r\n\r\n";
  const parts = [new TextEncoder().encode(head), bytes, new TextEncoder().encode(`\r\n--${mark}--`)];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe("multipart bodies", () => {
  it("give back the bytes and the texts that went in, whatever they are", async () => {
    const org = createOrg();
    const { get } = api(org);
    const headers = { Authorization: `Bearer ${org.credentials.accessToken}` };
    const upload = fc.asyncProperty(boundary, content, title, async (mark, bytes, Title) => {
      // What a body may not hold is its own boundary, which clients see to: not on its first line either.
      fc.pre(!Buffer.from([13, 10, ...bytes]).includes(`\r\n--${mark}`));
      const made = await org.fetch(`${org.url}${DATA}/sobjects/ContentVersion`, {
        method: "POST",
        headers: { ...headers, "Content-Type": `multipart/form-data; boundary="${mark}"` },
        body: encode(mark, JSON.stringify({ Title, PathOnClient: "f.bin" }), bytes),
      });
      const { id } = (await made.json()) as { id: string };
      expect(made.status).toBe(201);
      expect((await get(`/sobjects/ContentVersion/${id}`)).body.Title).toBe(Title);
      if (bytes.length === 0) return;
      const url = `${org.url}${DATA}/sobjects/ContentVersion/${id}/VersionData`;
      const read = new Uint8Array(await (await org.fetch(url, { headers })).arrayBuffer());
      expect([...read]).toEqual([...bytes]);
    });
    await fc.assert(upload, { numRuns: 200 });
  });

  it("that are anything at all are never a mistake of the org's own", async () => {
    const org = createOrg();
    const anything = fc.asyncProperty(boundary, content, async (mark, bytes) => {
      const { status } = await org.fetch(`${org.url}${DATA}/sobjects/ContentVersion`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${org.credentials.accessToken}`,
          "Content-Type": `multipart/form-data; boundary=${mark}`,
        },
        body: Uint8Array.from([...new TextEncoder().encode(`--${mark}`), ...bytes]),
      });
      expect(status).toBe(400);
    });
    await fc.assert(anything, { numRuns: 200 });
  });
});
