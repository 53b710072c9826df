import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { typeErrors } from "../../../scripts/type-errors.js";
import { hasOrgdata } from "../../support/orgdata.js";
import { REAL_ORGS, writeRealOrg } from "../../support/real-orgs.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "orgtype-real-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(!hasOrgdata)("the client of a real org (needs ../shared/orgdata)", () => {
  it.each(REAL_ORGS)(
    "of %s takes what fits its describes, and refuses the rest",
    async (org) => {
      const { path, uses, misuses } = await writeRealOrg(org, folder);
      expect(uses + misuses, `${uses} uses, ${misuses} misuses`).toBeGreaterThan(120);
      expect([...(await typeErrors(folder, [path])).values()].flat()).toEqual([]);
    },
    240_000,
  );
});
