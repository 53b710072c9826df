import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { VERSION } from "../../../codegen/version.js";

it("the generator's version is the package's", async () => {
  const { version } = JSON.parse(await readFile(new URL("../../../package.json", import.meta.url), "utf8"));
  expect(VERSION).toBe(version);
});
