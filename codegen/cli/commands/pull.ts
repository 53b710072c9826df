import { relative } from "node:path";
import { pull } from "../../pull.js";
import type { PulledActions } from "../../pull-actions.js";
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
      .option("--actions <globs>", "actions to take, as flow/*,standard/emailSimple (default: none)")
      .option("--snapshot <folder>", "folder of the snapshot (default: salesforce/snapshot)")
      .option("--api-version <version>", "as 66.0 (default: 66.0)")
      .option("--json", "print one line of JSON on stdout")
      .addHelpText(
        "after",
        `${FLOWS_HELP}

Without --objects every object that can be queried is taken, without the shares, histories,
feeds and change events of others. The snapshot holds the selected objects afterwards and no
others; what did not change in the org is neither sent nor written again. Of actions (flows, Apex
methods, email alerts, quick and standard actions) it takes those of --actions, an API request each.

Examples:
  orgtype pull --url https://acme.my.salesforce.com --client-id 3MVG9…
  orgtype pull --objects "Account,Contact,*__c,!Log__c" --actions "flow/*,apex/Score*"`,
      );
  },

  async run(flags, context) {
    const settings = await readSettings(flags, context);
    const progress = createProgress("Describing", context);
    const actionProgress = createProgress("Describing actions", context);
    const source = orgSource(clientFor(settings, context), {
      objects: settings.objects,
      actions: settings.actions,
      onProgress: progress.update,
      onActionProgress: (done, total) => {
        progress.end();
        actionProgress.update(done, total);
      },
    });
    const report = await pull({ source, snapshot: settings.snapshot }).finally(() => {
      progress.end();
      actionProgress.end();
    });
    const { changed, unchanged, removed, actions, problems } = report;
    reportProblems(problems, context);
    if (flags.json) {
      const messages = problems.map((problem) => problem.message);
      const { apiVersion, snapshot } = settings;
      context.out(
        `${JSON.stringify({ apiVersion, snapshot, changed, unchanged, removed, actions, problems: messages })}\n`,
      );
    } else {
      const folder = relative(context.cwd, settings.snapshot) || ".";
      const objects = counted(changed.length + unchanged.length, "object");
      const counts = `${changed.length} new or changed, ${unchanged.length} unchanged, ${removed.length} removed`;
      const ofActions = [...actions.changed, ...actions.unchanged, ...actions.removed].length;
      context.out(`Pulled ${objects} into ${folder}: ${counts}.\n`);
      if (ofActions > 0) context.out(`Pulled ${actionsInWords(actions)}.\n`);
    }
    return problems.length === 0 ? EXIT.ok : EXIT.problems;
  },
};

function actionsInWords({ changed, unchanged, removed }: PulledActions): string {
  const actions = counted(changed.length + unchanged.length, "action");
  return `${actions}: ${changed.length} new or changed, ${unchanged.length} unchanged, ${removed.length} removed`;
}
