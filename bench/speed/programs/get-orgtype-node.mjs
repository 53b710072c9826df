import { accessToken, clientCredentials, custom } from "orgtype";
import { nodeTransport } from "orgtype/node";
import { createClient } from "orgtype/standard";

const [url, given] = process.argv.slice(2);
const auth =
  given === undefined
    ? clientCredentials({ clientId: "client", clientSecret: "secret" })
    : accessToken({ accessToken: given, instanceUrl: url });
const sf = createClient({ environment: custom(url), auth, transport: nodeTransport() });
const { Name } = await sf.Account.retrieve("001000000000007AAA");
console.log(Name);
process.exit(0);
