import type { RawAction } from "orgtype/codegen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectName, syntheticDescribes } from "../../bench/types/synthetic-describes.js";
import { type CompletionApp, hasPlugin, openCompletionApp } from "../support/completion-app.js";
import {
  actionProbes,
  apexProbes,
  type CompletionProbe,
  changesOf,
  completionProbes,
  soqlProbes,
  toolingSoqlProbe,
} from "../support/completion-probes.js";

const OBJECTS = 1_500;
const describes = syntheticDescribes(OBJECTS);
/** One of 450 fields, of all kinds, and with children of many objects. */
const object = objectName(5);
const probes = completionProbes(describes, object);
/** As many flows as a large org has. */
const action: RawAction = {
  inputs: [
    { name: "amount", type: "DOUBLE" },
    { name: "record", type: "SOBJECT", sobjectType: object },
  ],
  outputs: [{ name: "net", type: "DOUBLE" }],
};
const actions = Object.fromEntries(
  Array.from({ length: 2_000 }, (_, index) => [`flow/ns__Flow_${index}`, action] as const),
);
const ofActions = actionProbes(describes, "flow/ns__Flow_7", action);
const everyAction = ['sf.actions.run("|");', 'sf.actions.runMany("|");', 'sf.actions.describe("|");'];
const inText = [...soqlProbes(describes, object), toolingSoqlProbe];
const everyObject = ["sf.|;", 'sf.sobject("|");'];
const everyChannel = 'sf.events.subscribe("|");';
const statements = [
  ...[...probes, ...ofActions, ...apexProbes, ...inText].map(({ statement }) => statement),
  ...everyObject,
  ...everyAction,
  everyChannel,
];

describe(`what tsserver offers in an org of ${OBJECTS} objects`, () => {
  let app: CompletionApp;

  beforeAll(async () => {
    app = await openCompletionApp(describes, statements, [], actions);
  }, 240_000);
  afterAll(() => app.close());

  async function expectOffered({ statement, offered, besides }: CompletionProbe): Promise<void> {
    expect(offered.length).toBeGreaterThan(0);
    const names = await app.server.completions(app.caretOf(statement));
    const rest = names.filter((name) => offered.includes(name) || !besides.includes(name));
    expect(rest.sort()).toEqual([...offered].sort());
  }

  it.each(probes)("$what", expectOffered, 240_000);

  it.each(ofActions)("$what", expectOffered, 240_000);

  it.each(apexProbes)("$what", expectOffered, 240_000);

  it.each(everyAction)(
    "every action: %s",
    async (statement) => {
      const names = await app.server.completions(app.caretOf(statement));
      expect(names).toEqual(expect.arrayContaining(Object.keys(actions)));
    },
    240_000,
  );

  it("every channel of changes", async () => {
    const names = await app.server.completions(app.caretOf(everyChannel));
    const channels = describes.map(({ name }) => changesOf(name));
    expect(names).toEqual(expect.arrayContaining(["/data/ChangeEvents", ...channels]));
  }, 240_000);

  it.each(everyObject)(
    "every object: %s",
    async (statement) => {
      const names = await app.server.completions(app.caretOf(statement));
      expect(names).toEqual(expect.arrayContaining(describes.map(({ name }) => name)));
    },
    240_000,
  );

  describe.skipIf(!hasPlugin)("inside the text of a query, by the plugin", () => {
    it.each(inText)("$what", expectOffered, 240_000);
  });
});
