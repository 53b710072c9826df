import { clientCredentials, custom } from "orgtype";
import { createClient } from "orgtype/standard";

createClient({
  environment: custom("https://acme.my.salesforce.com"),
  auth: clientCredentials({ clientId: "client", clientSecret: "secret" }),
});
