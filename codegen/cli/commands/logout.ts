import { createClient } from "orgtype";
import { fileTokenStore } from "orgtype/node";
import { type CliCommand, EXIT } from "../command.js";
import { personalConnection } from "../connection.js";
import { addConnectionFlags, type ConnectionFlags } from "../connection-flags.js";
import { readSettings } from "../settings.js";

interface LogoutFlags extends ConnectionFlags {
  json?: boolean;
}

export const logoutCommand: CliCommand<LogoutFlags> = {
  configure(command) {
    addConnectionFlags(command)
      .option("--json", "print one line of JSON on stdout")
      .addHelpText(
        "after",
        `
Revokes the tokens of \`orgtype login\` at Salesforce and removes them from this machine. Where
Salesforce cannot be asked, nothing is removed.

Examples:
  orgtype logout --url https://acme.my.salesforce.com --client-id 3MVG9…`,
      );
  },

  async run(flags, context) {
    const { connection: given, apiVersion } = await readSettings(flags, context);
    const { connection } = personalConnection(given);
    const files = fileTokenStore({}, context.env);
    let loggedOut = false;
    const tokenStore = {
      ...files,
      async get(key: string) {
        const text = await files.get(key);
        loggedOut = text !== undefined;
        return text;
      },
    };
    await createClient({ apiVersion, ...connection, tokenStore }).session.logout();
    const { loginUrl } = connection.environment;
    const words = loggedOut ? `Logged out at ${loginUrl}.` : `Nobody was logged in at ${loginUrl}.`;
    context.out(`${flags.json ? JSON.stringify({ loggedOut, loginUrl }) : words}\n`);
    return EXIT.ok;
  },
};
