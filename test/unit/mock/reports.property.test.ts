import fc from "fast-check";
import { clientCredentials, createClient, custom, type ReportFacts, type ReportGroup } from "orgtype";
import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";

interface Deal {
  readonly StageName: string;
  readonly Type: string | null;
  readonly NextStep: string | null;
  readonly CloseDate: string;
  readonly Amount: number | null;
}

const deal: fc.Arbitrary<Deal> = fc.record({
  StageName: fc.constantFrom("Prospecting", "Qualification", "Closed Won"),
  Type: fc.option(fc.constantFrom("New Customer", "Existing Customer - Upgrade")),
  NextStep: fc.option(fc.constantFrom("call", "sign")),
  CloseDate: fc
    .integer({ min: 1, max: 60 })
    .map((n) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10)),
  Amount: fc.option(fc.integer({ min: 0, max: 9 })),
});

/** The value a column has for a deal, computed without the engine. */
const judges: Readonly<Record<string, (deal: Deal) => string | null>> = {
  STAGE_NAME: ({ StageName }) => StageName,
  TYPE: ({ Type }) => Type,
  NEXT_STEP: ({ NextStep }) => NextStep,
  CLOSE_DATE: ({ CloseDate }) => `${CloseDate.slice(0, 7)}-01`,
};

const axes = fc
  .tuple(fc.shuffledSubarray(Object.keys(judges), { maxLength: 4 }), fc.integer({ min: 0, max: 2 }))
  .map(([names, across]) => ({
    across: names.slice(0, across),
    down: names.slice(across, across + (across === 0 ? 3 : 2)),
  }));

const grouping = (name: string) => ({ name, ...(name === "CLOSE_DATE" && { dateGranularity: "Month" }) });

describe("a report", () => {
  it("has the sums and rows of its groups, whatever it is grouped by, and is read as they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deal, { maxLength: 12 }), axes, fc.integer({ min: 0, max: 5 }), check),
      { numRuns: 25 },
    );
  });
});

async function check(
  all: readonly Deal[],
  { down, across }: { down: string[]; across: string[] },
  least: number,
) {
  const org = createOrg();
  org.seed({ Opportunity: all.map((each, index) => ({ ...each, Name: `Deal ${index}` })) });
  const { reports } = createClient({
    environment: custom(org.url),
    transport: org.fetch,
    auth: clientCredentials(org.credentials),
    apiVersion: "66.0",
  });
  const result = await reports.query(
    {
      reportType: { type: "Opportunity" },
      detailColumns: ["OPPORTUNITY_NAME"],
      aggregates: ["s!AMOUNT", "RowCount"],
      groupingsDown: down.map(grouping),
      groupingsAcross: across.map(grouping),
      reportFilters: [{ column: "AMOUNT", operator: "greaterOrEqual", value: String(least) }],
    },
    { includeDetails: true },
  );
  const deals = all.map((each, index) => ({ ...each, Name: `Deal ${index}` }));
  const wanted = deals.filter(({ Amount }) => Amount !== null && Amount >= least);

  function checkFacts(facts: ReportFacts, expected: typeof wanted): void {
    expect(facts.aggregates.RowCount?.value).toBe(expected.length);
    expect(facts.aggregates["s!AMOUNT"]?.value).toBe(
      expected.reduce((sum, { Amount }) => sum + Number(Amount), 0),
    );
    const names = facts.rows().map(({ OPPORTUNITY_NAME }) => OPPORTUNITY_NAME?.label);
    expect(names.sort()).toEqual(expected.map(({ Name }) => Name).sort());
  }

  /** Each group has what belongs to it, and all of them have all. */
  function checkGroups(groups: readonly ReportGroup[], expected: typeof wanted, isAcross: boolean): void {
    let seen = 0;
    for (const group of groups) {
      const inGroup = expected.filter((each) => judges[group.name]?.(each) === group.value);
      seen += inGroup.length;
      checkFacts(group, inGroup);
      checkGroups(group.groups, inGroup, isAcross);
      if (!isAcross) checkGroups(group.across, inGroup, true);
    }
    if (groups.length > 0) expect(seen).toBe(expected.length);
  }

  checkFacts(result.total(), wanted);
  checkGroups(result.groups(), wanted, false);
  checkGroups(result.total().across, wanted, true);
  const rows = result.rows();
  for (const row of rows) {
    const own = deals.find(({ Name }) => Name === row.OPPORTUNITY_NAME?.label)!;
    for (const name of [...down, ...across]) {
      expect((row as Record<string, { value: unknown }>)[name]?.value).toBe(judges[name]?.(own));
    }
  }
}
