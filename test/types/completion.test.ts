import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectName, syntheticDescribes } from "../../bench/types/synthetic-describes.js";
import { type CompletionApp, hasPlugin, openCompletionApp } from "../support/completion-app.js";
import { type CompletionProbe, completionProbes, soqlProbes } from "../support/completion-probes.js";

const OBJECTS = 1_500;
const describes = syntheticDescribes(OBJECTS);
/** One of 450 fields, of all kinds, and with children of many objects. */
const object = objectName(5);
const probes = completionProbes(describes, object);
const inText = soqlProbes(describes, object);
const everyObject = ["sf.|;", 'sf.sobject("|");'];
const statements = [...[...probes, ...inText].map(({ statement }) => statement), ...everyObject];

describe(`what tsserver offers in an org of ${OBJECTS} objects`, () => {
  let app: CompletionApp;

  beforeAll(async () => {
    app = await openCompletionApp(describes, statements);
  }, 60_000);
  afterAll(() => app.close());

  async function expectOffered({ statement, offered, besides }: CompletionProbe): Promise<void> {
    expect(offered.length).toBeGreaterThan(0);
    const names = await app.server.completions(app.caretOf(statement));
    const rest = names.filter((name) => offered.includes(name) || !besides.includes(name));
    expect(rest.sort()).toEqual([...offered].sort());
  }

  it.each(probes)("$what", expectOffered, 60_000);

  it.each(everyObject)(
    "every object: %s",
    async (statement) => {
      const names = await app.server.completions(app.caretOf(statement));
      expect(names).toEqual(expect.arrayContaining(describes.map(({ name }) => name)));
    },
    60_000,
  );

  describe.skipIf(!hasPlugin)("inside the text of a query, by the plugin", () => {
    it.each(inText)("$what", expectOffered, 60_000);
  });
});
