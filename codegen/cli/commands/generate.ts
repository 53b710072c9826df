import { relative } from "node:path";
import { SettingsError } from "../../../src/errors.js";
import { type GenerateReport, generate } from "../../generate.js";
import { openSnapshot } from "../../source/snapshot.js";
import type { DescribeSource } from "../../source/source.js";
import { type CliCommand, EXIT } from "../command.js";
import { addConnectionFlags } from "../connection-flags.js";
import type { CliContext } from "../context.js";
import { createProgress } from "../progress.js";
import { counted, reportNotices, reportProblems } from "../report.js";
import { type CliSettings, readSettings, type SettingFlags } from "../settings.js";

interface GenerateFlags extends SettingFlags {
  live?: boolean;
  json?: boolean;
}

interface Input {
  readonly source: DescribeSource;
  readonly apiVersion: string;
}

export const generateCommand: CliCommand<GenerateFlags> = {
  configure(command) {
    addConnectionFlags(command, "with --live: ")
      .option("--snapshot <folder>", "folder of describes (default: salesforce/snapshot)")
      .option("--out <folder>", "folder to write into (default: salesforce)")
      .option("--objects <globs>", "objects to take, as Account,*__c,!Log__c (default: all of the snapshot)")
      .option("--live", "describe the org instead of reading a snapshot; login as in `orgtype pull`")
      .option("--api-version <version>", "as 66.0 (default: the snapshot's)")
      .option("--json", "print one line of JSON on stdout")
      .addHelpText(
        "after",
        `
Works offline, and the same snapshot always gives the same bytes. Only files that differ are
written; files of earlier runs that are no longer made are removed, and no others. A describe
that cannot be used is reported, the rest is generated, and the exit code is 1.

Examples:
  orgtype generate
  orgtype generate --snapshot describes --out src/salesforce --objects "Account,Contact,*__c"`,
      );
  },

  async run(flags, context) {
    const settings = await readSettings(flags, context);
    const started = performance.now();
    const report = await generateFrom(settings, flags, context);
    const seconds = Number(((performance.now() - started) / 1000).toFixed(2));
    reportNotices(report.notices, context);
    reportProblems(report.problems, context);
    context.out(
      `${flags.json ? asJson(report, settings, seconds) : inWords(report, settings, context, seconds)}\n`,
    );
    return report.problems.length === 0 ? EXIT.ok : EXIT.problems;
  },
};

async function generateFrom(
  settings: CliSettings,
  flags: GenerateFlags,
  context: CliContext,
): Promise<GenerateReport> {
  const progress = createProgress("Describing", context);
  const input = await (flags.live ? liveInput(settings, context, progress.update) : snapshotInput(settings));
  const objects = flags.live || settings.objects === undefined ? {} : { objects: settings.objects };
  const { out, features, language } = settings;
  return generate({ ...input, out, features, language, ...objects }).finally(progress.end);
}

/** The org is asked for the selected objects only. The run time is loaded for this alone. */
async function liveInput(
  settings: CliSettings,
  context: CliContext,
  onProgress: (done: number, total: number) => void,
): Promise<Input> {
  const [{ orgSource }, { clientFor }] = await Promise.all([
    import("../../source/org.js"),
    import("../connect.js"),
  ]);
  const source = orgSource(clientFor(settings, context), { objects: settings.objects, onProgress });
  return { source, apiVersion: settings.apiVersion };
}

async function snapshotInput({ snapshot, out, apiVersion, apiVersionGiven }: CliSettings): Promise<Input> {
  if (snapshot === out) {
    throw new SettingsError("settings.out", "`out` is the folder of the snapshot.", {
      hint: "Name another one: what is generated would be read as describes.",
    });
  }
  const source = await openSnapshot(snapshot);
  const pulled = source.index?.apiVersion;
  if (pulled !== undefined && apiVersionGiven && pulled !== apiVersion) {
    throw new SettingsError(
      "settings.api-version",
      `The snapshot was pulled at API version ${pulled}, but \`apiVersion\` is ${apiVersion}.`,
      { hint: "Run `orgtype pull` to describe the org at that version." },
    );
  }
  return { source, apiVersion: pulled ?? apiVersion };
}

function asJson(report: GenerateReport, { out }: CliSettings, seconds: number): string {
  const problems = report.problems.map((problem) => problem.message);
  return JSON.stringify({ out, ...report, problems, seconds });
}

function inWords(report: GenerateReport, { out }: CliSettings, context: CliContext, seconds: number): string {
  const { objects, fields, written, unchanged, removed } = report;
  const what = `${counted(objects, "object")} with ${counted(fields, "field")}`;
  const files = `${counted(written.length, "file")} written, ${unchanged.length} unchanged, ${removed.length} removed`;
  return `Generated ${what} into ${relative(context.cwd, out) || "."} in ${seconds} s: ${files}.`;
}
