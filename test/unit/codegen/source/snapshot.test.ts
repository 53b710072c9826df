import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSnapshot } from "orgtype/codegen";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDescribes } from "../../../../codegen/source/read-describes.js";
import { sobject } from "../support/describes.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "orgtype-snapshot-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Buffer) => writeFile(join(folder, name), content);
const read = async () => readDescribes(await openSnapshot(folder));

describe("a folder of describes", () => {
  it("is read in the order of its file names, wrapped or bare, in UTF-8 or UTF-16", async () => {
    await put("c.json", JSON.stringify(sobject("Contact")));
    await put("b.json", JSON.stringify({ status: 0, result: sobject("Lead") }));
    await put(
      "a.json",
      Buffer.from(`\ufeff${JSON.stringify(sobject("Äccount".replace("Ä", "A")))}`, "utf16le"),
    );
    await put("d.json", `\ufeff${JSON.stringify(sobject("Case"))}`);
    const { describes, problems } = await read();
    expect(problems).toEqual([]);
    expect(describes.map(({ name }) => name)).toEqual(["Account", "Lead", "Contact", "Case"]);
  });

  it("goes on after a file that is no JSON or no describe, and names it", async () => {
    await put("bad.json", "{ not json");
    await put("odd.json", '{"hello": 1}');
    await put("good.json", JSON.stringify(sobject("Contact")));
    await put("notes.txt", "not read");
    const { describes, problems } = await read();
    expect(describes.map(({ name }) => name)).toEqual(["Contact"]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^bad\.json: is not valid JSON \(.+\)\.$/),
      "odd.json: name is missing (and 1 more).",
    ]);
  });

  it("that is not there, or empty, is an error that says what to do", async () => {
    const wanted = {
      name: "SettingsError",
      code: "settings.snapshot",
      hint: expect.stringContaining("orgtype pull"),
    };
    await expect(openSnapshot(join(folder, "nowhere"))).rejects.toMatchObject(wanted);
    await expect(openSnapshot(folder)).rejects.toMatchObject(wanted);
  });

  it("has an index where a pull made it", async () => {
    await put("Contact.json", JSON.stringify(sobject("Contact")));
    expect((await openSnapshot(folder)).index).toBeUndefined();
    await put("_snapshot.json", '{"apiVersion":"61.0","objects":{"Contact":{}}}');
    expect((await openSnapshot(folder)).index).toEqual({ apiVersion: "61.0", objects: { Contact: {} } });
  });
});
