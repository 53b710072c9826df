import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clientCredentials, custom } from "orgtype";
import { createOrg } from "orgtype/mock";
import { writeToFile } from "orgtype/node";
import { createClient } from "orgtype/standard";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "orgtype-file-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function client() {
  const org = createOrg();
  org.seed({ Account: [{ Name: 'A, "a"' }, { Name: "B" }] });
  return createClient({
    environment: custom(org.url),
    auth: clientCredentials(org.credentials),
    transport: org.fetch,
  });
}

describe("writeToFile", () => {
  it("writes a whole file", async () => {
    const path = join(folder, "accounts.csv");
    const query = client().bulk.query("SELECT Name FROM Account", { pollMs: 1 });
    expect(await writeToFile(query, path)).toBe(2);
    expect(await readFile(path, "utf8")).toBe('"Name"\n"A, ""a"""\n"B"\n');
    expect(await readdir(folder)).toEqual(["accounts.csv"]);
  });

  it("leaves nothing behind where it fails", async () => {
    const query = client().bulk.query("SELECT COUNT(Id) FROM Account", { pollMs: 1 });
    await expect(writeToFile(query, join(folder, "accounts.csv"))).rejects.toMatchObject({
      errorCode: "API_ERROR",
    });
    expect(await readdir(folder)).toEqual([]);
    const elsewhere = client().bulk.query("SELECT Name FROM Account", { pollMs: 1 });
    await expect(writeToFile(elsewhere, join(folder, "no/such/folder.csv"))).rejects.toThrow("ENOENT");
  });
});
