import jsforce from "jsforce";

const [url, given] = process.argv.slice(2);
const version = "66.0";
const connection =
  given === undefined
    ? new jsforce.Connection({
        version,
        loginUrl: url,
        instanceUrl: url,
        oauth2: { loginUrl: url, clientId: "client", clientSecret: "secret" },
      })
    : new jsforce.Connection({ version, instanceUrl: url, accessToken: given });
if (given === undefined) await connection.authorize({ grant_type: "client_credentials" });
const { Name } = await connection.sobject("Account").retrieve("001000000000007AAA");
console.log(Name);
process.exit(0);
