const { clientCredentials, custom } = require("orgtype");
const { createClient } = require("orgtype/standard");

createClient({
  environment: custom("https://acme.my.salesforce.com"),
  auth: clientCredentials({ clientId: "client", clientSecret: "secret" }),
});
