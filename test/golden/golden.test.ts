import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { emit, normalise } from "orgtype/codegen";
import { describe, expect, it } from "vitest";
import { shortHash } from "../../codegen/output/hash.js";
import { createManifest, printManifest } from "../../codegen/output/manifest.js";
import { readActions, readDescribes } from "../../codegen/source/read-describes.js";
import { openSnapshot } from "../../codegen/source/snapshot.js";

/** A folder of describes, and beside it the text they give: reviewed as a diff, renewed by `vitest -u`. */
const cases = ["small-org"];

describe.each(cases)("%s", (name) => {
  const folder = join(import.meta.dirname, name);

  it("gives exactly the committed text", async () => {
    const source = await openSnapshot(join(folder, "describes"));
    const { describes, problems } = await readDescribes(source);
    const { actions, problems: ofActions } = await readActions(source);
    expect([...problems, ...ofActions]).toEqual([]);
    const model = normalise(describes, { apiVersion: "66.0", actions });
    const files = emit(model, { hash: shortHash });
    const wanted = new Map(files).set("manifest.json", printManifest(createManifest(model, files)));
    for (const [path, text] of wanted) {
      await expect(text).toMatchFileSnapshot(join(folder, "output", path));
    }
    const committed = await readdir(join(folder, "output"), { recursive: true, withFileTypes: true });
    const paths = committed
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "output").length + 1));
    expect(paths.sort()).toEqual([...wanted.keys()].sort());
  });
});
