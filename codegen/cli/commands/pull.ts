import { relative } from "node:path";
import { pull } from "../../pull.js";
import { orgSource } from "../../source/org.js";
import { type CliCommand, EXIT } from "../command.js";
import { clientFor } from "../connect.js";
import { addConnectionFlags, FLOWS_HELP } from "../connection-flags.js";
import { createProgress } from "../progress.js";
import { counted, reportProblems } from "../report.js";
import { readSettings, type SettingFlags } from "../settings.js";

interface PullFlags extends SettingFlags {
  json?: boolean;
}

export const pullCommand: CliCommand<PullFlags> = {
  configure(command) {
    addConnectionFlags(command)
      .option("--objects <globs>", "objects to take, as Account,*__c,!Log__c")
      .option("--snapshot <folder>", "folder of the snapshot (default: salesforce/snapshot)")
      .option("--api-version <version>", "as 66.0 (default: 66.0)")
      .option("--json", "print one line of JSON on stdout")
      .addHelpText(
        "after",
        `${FLOWS_HELP}

Without --objects every object that can be queried is taken, without the shares, histories,
feeds and change events of others. The snapshot holds the selected objects afterwards and no
others; what did not change in the org is neither sent nor written again.

Examples:
  orgtype pull --url https://acme.my.salesforce.com --client-id 3MVG9…
  orgtype pull --objects "Account,Contact,*__c,!Log__c"`,
      );
  },

  async run(flags, context) {
    const settings = await readSettings(flags, context);
    const progress = createProgress("Describing", context);
    const source = orgSource(clientFor(settings, context), {
      objects: settings.objects,
      onProgress: progress.update,
    });
    const report = await pull({ source, snapshot: settings.snapshot }).finally(progress.end);
    const { changed, unchanged, removed, problems } = report;
    reportProblems(problems, context);
    if (flags.json) {
      const messages = problems.map((problem) => problem.message);
      const { apiVersion, snapshot } = settings;
      context.out(
        `${JSON.stringify({ apiVersion, snapshot, changed, unchanged, removed, problems: messages })}\n`,
      );
    } else {
      const folder = relative(context.cwd, settings.snapshot) || ".";
      const objects = counted(changed.length + unchanged.length, "object");
      const counts = `${changed.length} new or changed, ${unchanged.length} unchanged, ${removed.length} removed`;
      context.out(`Pulled ${objects} into ${folder}: ${counts}.\n`);
    }
    return problems.length === 0 ? EXIT.ok : EXIT.problems;
  },
};
