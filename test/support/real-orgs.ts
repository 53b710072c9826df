import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { generate } from "../../codegen/generate.js";
import { describeSchema, type RawDescribe } from "../../codegen/model/raw-describe.js";
import { orgdata } from "./orgdata.js";
import { type RealOrgProgram, realOrgProgram } from "./real-org-program.js";

/** Two orgs whose describes were recorded whole: one of standard objects, one of custom ones. */
export const REAL_ORGS = ["cumulusci", "dreamhouse"] as const;

function describesOf(org: string): RawDescribe[] {
  return readdirSync(orgdata("describe"))
    .filter((name) => name.endsWith(`--${org}.json`))
    .map((name) => {
      const json = JSON.parse(readFileSync(orgdata(`describe/${name}`), "utf8"));
      return v.parse(describeSchema, json.body ?? json);
    });
}

/** Generates the client of an org into a folder, and beside it a program that uses and misuses it. */
export async function writeRealOrg(org: string, out: string): Promise<RealOrgProgram & { path: string }> {
  const describes = describesOf(org);
  const source = {
    async *read() {
      for (const describe of describes) yield { origin: describe.name, input: describe };
    },
  };
  const { problems } = await generate({ source, apiVersion: "66.0", out });
  if (problems.length > 0) throw new AggregateError(problems, `The describes of ${org} cannot be used.`);
  const program = realOrgProgram(describes);
  const path = join(out, "program.ts");
  await writeFile(path, program.text);
  return { ...program, path };
}
