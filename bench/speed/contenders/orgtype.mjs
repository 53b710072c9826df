import { accessToken, custom } from "orgtype";
import { createClient } from "orgtype/standard";
import { TOKEN } from "../token.mjs";

const SOQL =
  "SELECT Id, Name, Industry, AnnualRevenue, NumberOfEmployees, Phone, BillingStreet, BillingCity, Description, CreatedDate FROM Account";
/** The stub's jobs are at their end at once: waiting is not what is measured. */
const POLL = { pollMs: 1 };

export function open(url, options = {}) {
  const auth = accessToken({ accessToken: TOKEN, instanceUrl: url });
  const sf = createClient({ environment: custom(url), auth, ...options });
  return {
    retrieve: (id) => sf.Account.retrieve(id),
    create: (record) => sf.Account.create(record),
    query: (soql) => sf.query(soql),
    find: () => sf.Account.find({ select: { Id: true, Name: true, Owner: { select: { Name: true } } } }),
    async bulkQuery(onRow, read = {}) {
      for await (const row of sf.bulk.query(SOQL, { ...POLL, ...read })) onRow(row);
    },
    async load(records, results) {
      const { succeeded } = await sf.bulk.insert("Account", records, { ...POLL, results });
      return succeeded;
    },
  };
}
