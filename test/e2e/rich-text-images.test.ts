import { clientCredentials, custom, defineOrg, type Id, richTextImages } from "orgtype";
import {
  createOrg,
  describeObjects,
  type Listening,
  type Org,
  object,
  richText,
  standardObjects,
  text,
} from "orgtype/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What generated code would say of an object with a rich text field. */
interface Schema {
  Sight__c: {
    fields: { Id: Id<"Sight__c">; Name: string | null; Story__c: string | null };
    parents: Record<never, never>;
    polymorphic: Record<never, never>;
    children: Record<never, never>;
    notCreateable: "Id";
    notUpdateable: "Id";
  };
}
const { connect } = defineOrg<Schema>({
  contract: 1,
  apiVersion: "66.0",
  metadata: { Sight__c: { fields: {}, parents: {}, children: {} } },
});

const sight = object(
  "Sight__c",
  { label: "Sight", prefix: "a0S" },
  { Name: text(80), Story__c: richText(2_000, { label: "Story" }) },
);
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, ...Array<number>(3_000).fill(7));
const tag = (bytes: Uint8Array, type = "image/png") =>
  `<img alt="A &amp; B" src="data:${type};base64,${Buffer.from(bytes).toString("base64")}"></img>`;

/** Images in rich texts, over a real socket. */
describe("images of rich text fields", () => {
  let org: Org;
  let server: Listening;
  let sf: Awaited<ReturnType<typeof connect>>;

  beforeAll(async () => {
    org = createOrg({ describes: describeObjects([...standardObjects, sight]) });
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
  });
  afterAll(() => server.close());

  it("are found in the text, and read", async () => {
    const id = await sf.Sight__c.create({ Name: "Tower", Story__c: `<p>Tall.</p>${tag(PNG)}` });
    const { Story__c } = await sf.Sight__c.retrieve(id);
    expect(Story__c).not.toContain("data:");
    const [image, ...others] = richTextImages(Story__c);
    expect(others).toEqual([]);
    expect(image).toMatchObject({ recordId: id.slice(0, 15), alt: "A & B" });
    expect(image?.src).toMatch(/^https:.*\/servlet\/rtaImage\?eid=a0S.{12}&feoid=00N.{12}&refid=0EM.{12}$/);

    const blob = await sf.Sight__c.richTextImage(id, "Story__c", image!.referenceId);
    expect(blob.type).toBe("image/png");
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(PNG);
  });

  it("are those that an update brings, and the ones before stay", async () => {
    const id = await sf.Sight__c.create({ Story__c: tag(PNG) });
    const before = (await sf.Sight__c.retrieve(id)).Story__c;
    await sf.Sight__c.update(id, { Story__c: `${before}${tag(Uint8Array.of(1), "image/gif")}` });
    const images = richTextImages((await sf.Sight__c.retrieve(id)).Story__c);
    const blobs = images.map(({ referenceId }) => sf.Sight__c.richTextImage(id, "Story__c", referenceId));
    expect((await Promise.all(blobs)).map(({ type, size }) => [type, size])).toEqual([
      ["image/png", PNG.length],
      ["image/gif", 1],
    ]);
  });

  it("stay as they are where they are no images", async () => {
    const story = '<img src="data:text/html;base64,AAAA"><img src="data:image/png;base64,A">';
    const id = await sf.Sight__c.create({ Story__c: story });
    expect((await sf.Sight__c.retrieve(id)).Story__c).toBe(story);
  });

  it("are not found at other records and fields, and go with theirs", async () => {
    const [id, other] = [await sf.Sight__c.create({ Story__c: tag(PNG) }), await sf.Sight__c.create({})];
    const [image] = richTextImages((await sf.Sight__c.retrieve(id)).Story__c);
    const missing = { name: "NotFoundError", status: 404 };
    const read = (record: Id<"Sight__c">, field: "Name" | "Story__c") =>
      sf.Sight__c.richTextImage(record, field, image!.referenceId);
    await expect(read(other, "Story__c")).rejects.toMatchObject(missing);
    await expect(read(id, "Name")).rejects.toMatchObject(missing);
    await sf.Sight__c.delete(id);
    await expect(read(id, "Story__c")).rejects.toMatchObject(missing);
  });

  it("are undone with everything else, and go along to another org", async () => {
    const mark = org.snapshot();
    const id = await sf.Sight__c.create({ Story__c: tag(PNG) });
    const [image] = richTextImages((await sf.Sight__c.retrieve(id)).Story__c);
    const path = `/services/data/v66.0/sobjects/Sight__c/${id}/richTextImageFields/Story__c/${image?.referenceId}`;
    const copy = createOrg({
      describes: describeObjects([...standardObjects, sight]),
      data: org.export(),
    });
    const headers = { Authorization: `Bearer ${copy.credentials.accessToken}` };
    const answer = await copy.fetch(copy.url + path, { headers });
    expect((await answer.arrayBuffer()).byteLength).toBe(PNG.length);
    org.restore(mark);
    await expect(sf.Sight__c.richTextImage(id, "Story__c", image!.referenceId)).rejects.toThrow();
  });

  it.each([
    ["an id", ["Tower", "Story__c", "0EM000000000001"], "`id` is no id of a record"],
    ["a reference", ["a0S000000000001", "Story__c", "https://x"], "`referenceId` is no id of a record"],
    ["a field", ["a0S000000000001", 7, "0EM000000000001"], "`field` is no field of text"],
    ["another path", ["a0S000000000001", "..", "0EM000000000001"], "that is no API name"],
  ] as const)("are not asked for without %s", async (_, [id, field, reference], message) => {
    org.forgetRequests();
    await expect(sf.Sight__c.richTextImage(id, field as never, reference)).rejects.toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining(message),
    });
    expect(org.requests).toEqual([]);
  });
});
