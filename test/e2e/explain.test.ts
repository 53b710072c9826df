import { clientCredentials, createClient, custom } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Query plans over a real socket. */
describe("the client", () => {
  const org = createOrg();
  const sent: URL[] = [];
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    org.fill({ Account: 50 }, { seed: 1 });
    server = await org.listen();
    const options = { environment: custom(server.url), auth: clientCredentials(org.credentials) };
    sf = await connect({
      ...options,
      transport(url, init) {
        sent.push(new URL(url));
        return fetch(url, init);
      },
    });
  });
  afterAll(() => server.close());

  it("tells how Salesforce would run SOQL text", async () => {
    const [plan] = await sf.explain("SELECT Id FROM Account WHERE Industry = 'Banking'");
    expect(plan).toMatchObject({
      leadingOperationType: "TableScan",
      sobjectType: "Account",
      sobjectCardinality: 50,
      fields: [],
    });
    expect(plan!.notes.map(({ fields }) => fields)).toContainEqual(["Industry"]);
    expect(plan!.relativeCost).toBeGreaterThan(1);
  });

  it("tells it of a query that was made, and does not run it", async () => {
    sent.length = 0;
    const found = sf.Account.find({ select: { Id: true }, where: { Id: "001000000000001AAA" } });
    const [best, other] = await sf.explain(found);
    expect(best).toMatchObject({ leadingOperationType: "Index", fields: ["Id"] });
    expect(best!.relativeCost).toBeLessThanOrEqual(other!.relativeCost);
    const bound = sf.query("SELECT Id FROM Account WHERE Name = :name", { name: "It's" });
    expect(await sf.explain(bound)).toHaveLength(1);
    expect(sent.map(({ search }) => search.slice(0, 9))).toEqual(["?explain=", "?explain="]);
  });

  it("works without generated code, and for a query too long for a URL", async () => {
    const untyped = createClient({
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
      apiVersion: "66.0",
    });
    const names = Array.from({ length: 1_500 }, (_, index) => `'Name ${index}'`);
    const plans = await untyped.explain(`SELECT Id FROM Account WHERE Name IN (${names.join(", ")})`);
    expect(plans[0]).toMatchObject({ sobjectType: "Account" });
  });

  it("throws what the query would be refused with", async () => {
    await expect(sf.explain("SELECT Nmae FROM Account")).rejects.toMatchObject({
      name: "ApiError",
      errorCode: "INVALID_FIELD",
    });
  });

  it.each([[""], [undefined], [{}], [7]])("sends nothing for %o", async (query) => {
    sent.length = 0;
    await expect(sf.explain(query as string)).rejects.toMatchObject({ code: "settings.query" });
    expect(sent).toEqual([]);
  });
});
