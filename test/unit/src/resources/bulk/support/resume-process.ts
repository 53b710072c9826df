// A process that goes on with a bulk query and prints the names it reads.
import { clientCredentials, custom } from "orgtype";
import { createClient } from "orgtype/standard";

const { url, credentials, checkpoint } = JSON.parse(process.argv[2] ?? "");
const sf = createClient({ environment: custom(url), auth: clientCredentials(credentials) });
const names: string[] = [];
for await (const row of sf.bulk.resumeQuery<{ LastName: string }>(checkpoint, { pageRows: 200 })) {
  names.push(row.LastName);
}
process.stdout.write(JSON.stringify(names));
