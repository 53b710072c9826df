/** What is created over and over. */
export const RECORD = { Name: "Acme", Industry: "Banking", NumberOfEmployees: 12, Phone: "+43 1 555" };

export const COLUMNS = [
  "Name",
  "Industry",
  "AnnualRevenue",
  "NumberOfEmployees",
  "Phone",
  "BillingStreet",
  "BillingCity",
  "Description",
  "Website",
  "AccountNumber",
];

/** Records to load, about 230 bytes of CSV each. */
export function* newRecords(count) {
  for (let number = 0; number < count; number++) {
    yield {
      Name: `Account number ${number} Österreich GmbH`,
      Industry: ["Banking", "Energy", "Media", null][number % 4],
      AnnualRevenue: number * 1000.5,
      NumberOfEmployees: number % 5_000,
      Phone: `+43 1 555 ${number % 10_000}`,
      BillingStreet: number % 20 === 0 ? `Ring ${number},\nStiege 2` : `Hauptstraße ${number % 500}`,
      BillingCity: "Wien",
      Description:
        number % 7 === 0
          ? `He said "ok" about deal ${number} and will call back next week about the details of it`
          : `Plain description text number ${number} with some more words to fill the row`,
      Website: "https://acme.example/about",
      AccountNumber: `EXT-${String(number).padStart(10, "0")}`,
    };
  }
}
