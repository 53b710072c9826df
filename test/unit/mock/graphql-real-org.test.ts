import { readdirSync, readFileSync } from "node:fs";
import { buildClientSchema, getIntrospectionQuery, validateSchema } from "graphql";
import { createOrg, type OrgOptions, standardDescribes } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { hasOrgdata, orgdata } from "../../support/orgdata.js";
import { api } from "./api.js";

type Describe = NonNullable<OrgOptions["describes"]>[number];

/** A whole org, with its own of the standard objects that an org cannot be without. */
function describesOf(org: string): Describe[] {
  const own = readdirSync(orgdata("describe-trimmed"))
    .filter((file) => file.endsWith(`--${org}.json`))
    .map((file) => JSON.parse(readFileSync(orgdata(`describe-trimmed/${file}`), "utf8")) as Describe);
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...standardDescribes().filter(({ name }) => !names.has(name))];
}

describe("the GraphQL of an embedded org", () => {
  if (!hasOrgdata) console.warn("No recorded describes in ../shared/orgdata: real orgs are not tested.");

  it.skipIf(!hasOrgdata)(
    "has a valid schema of hundreds of real objects",
    async () => {
      const describes = describesOf("libertyfund");
      expect(describes.length).toBeGreaterThan(800);
      const rest = api(createOrg({ describes }));
      const { body } = await rest.post("/graphql", { query: getIntrospectionQuery() });
      expect(body.errors).toEqual([]);
      expect(validateSchema(buildClientSchema(body.data))).toEqual([]);
      const asked = "{ uiapi { query { Account { edges { node { Owner { Name { value } } } } } } } }";
      expect((await rest.post("/graphql", { query: asked })).body).toMatchObject({ errors: [] });
    },
    120_000,
  );
});
