// Reads and writes an org through the client that `orgtype generate` made of it.
import { clientCredentials, custom, isOrgtypeError } from "orgtype";
import { connect } from "./salesforce/index.js";

const { ORGTYPE_URL = "", ORGTYPE_CLIENT_ID = "", ORGTYPE_CLIENT_SECRET = "" } = process.env;

const sf = await connect({
  environment: custom(ORGTYPE_URL),
  auth: clientCredentials({ clientId: ORGTYPE_CLIENT_ID, clientSecret: ORGTYPE_CLIENT_SECRET }),
});

const accountId = await sf.Account.create({
  Name: "Acme Rockets",
  Industry: "Engineering",
  AnnualRevenue: 2_500_000,
});
console.log(`Created the account Acme Rockets (${accountId}).`);

const contacts = await sf.Contact.createMany([
  { LastName: "Coyote", FirstName: "Wile", AccountId: accountId, Email: "wile@example.com" },
  { LastName: "Runner", FirstName: "Road", AccountId: accountId },
]);
console.log(`Created ${contacts.filter((result) => result.success).length} contacts in one request.`);

await sf.Opportunity.create({
  Name: "Giant magnet",
  StageName: "Prospecting",
  CloseDate: "2030-01-31",
  AccountId: accountId,
  Amount: 12_000,
});
console.log("Created an opportunity.");

const accounts = sf.Account.find({
  select: {
    Id: true,
    Name: true,
    Owner: { select: { Name: true } },
    Contacts: { select: { LastName: true, Email: true }, orderBy: { LastName: "asc" } },
    Opportunities: { select: { Name: true, Amount: true }, where: { Amount: { gt: 10_000 } } },
  },
  where: { Industry: { in: ["Engineering"] }, AnnualRevenue: { gte: 1_000_000 } },
  orderBy: { Name: "asc" },
});
for await (const account of accounts) {
  const people = account.Contacts.map((contact) => contact.LastName).join(" and ");
  const deals = account.Opportunities.map((deal) => `${deal.Name} for ${deal.Amount}`).join(", ");
  console.log(`Found ${account.Name}, owned by ${account.Owner.Name}, with ${people}; deals: ${deals}.`);
}

await sf.Account.update(accountId, { Rating: "Hot", Industry: null });
const { Rating } = await sf.Account.retrieve(accountId, { fields: ["Rating"] });
console.log(`Updated the account: its rating is ${Rating} now.`);

const invoice = { Account__c: accountId, Status__c: "Draft" as const };
const first = await sf.Invoice__c.upsert("External_Key__c", "INV-2030-1", invoice);
const second = await sf.Invoice__c.upsert("External_Key__c", "INV-2030-1", { ...invoice, Status__c: "Sent" });
console.log(
  `Upserted the custom object Invoice__c by external id: ${first.created ? "created" : "updated"}, then ${second.created ? "created" : "updated"}.`,
);

try {
  await sf.Contact.create({ LastName: "x".repeat(100), AccountId: accountId });
} catch (error) {
  if (!isOrgtypeError(error, "ValidationError")) throw error;
  console.log(
    `Salesforce refused a contact, as it should: ${error.errorCode} on ${error.fields.join(", ")}.`,
  );
}

await sf.Account.delete(accountId);
const gone = await sf.Account.find({ select: { Id: true }, where: { Id: accountId } }).first();
console.log(`Deleted the account; looking for it again finds ${gone === null ? "nothing" : "it"}.`);
console.log(`API requests used: ${sf.limits.usage?.used} of ${sf.limits.usage?.max}.`);
