import jsforce from "jsforce";

const loginUrl = "https://acme.my.salesforce.com";
new jsforce.Connection({ loginUrl, oauth2: { loginUrl, clientId: "client", clientSecret: "secret" } });
