// Bodies of the REST API, made once.
const DATA = "/services/data/v66.0";
export const PAGE_ROWS = 2_000;

function id(prefix, number) {
  return `${prefix}${String(number).padStart(12, "0")}AAA`;
}

function account(number) {
  const owner = id("005", number % 50);
  return {
    attributes: { type: "Account", url: `${DATA}/sobjects/Account/${id("001", number)}` },
    Id: id("001", number),
    Name: `Account number ${number} Österreich GmbH`,
    Industry: ["Banking", "Energy", "Media", null][number % 4],
    AnnualRevenue: number * 1000.5,
    NumberOfEmployees: number % 5_000,
    Phone: number % 3 === 0 ? null : `+43 1 555 ${String(number).padStart(4, "0")}`,
    BillingCity: "Wien",
    CreatedDate: "2026-01-15T10:20:30.000+0000",
    Owner: {
      attributes: { type: "User", url: `${DATA}/sobjects/User/${owner}` },
      Name: `Owner ${number % 50}`,
    },
  };
}

const { Owner: _, ...single } = account(7);
export const RECORD = Buffer.from(JSON.stringify(single));
export const CREATED = Buffer.from(JSON.stringify({ id: id("001", 1), success: true, errors: [] }));

export function createdList(count) {
  return Array.from({ length: count }, (_, number) => ({ id: id("001", number), success: true, errors: [] }));
}

const PAGE = Buffer.from(
  `"records":${JSON.stringify(Array.from({ length: PAGE_ROWS }, (_, n) => account(n)))}}`,
);

/** One page of a query in two pieces: what is of this page, and the rows, which are the same in all. */
export function queryPage(from, rows) {
  const next = from + PAGE_ROWS;
  const isLast = next >= rows;
  const more = isLast ? "" : `"nextRecordsUrl":"${DATA}/query/01g000000000001AAA-${next}",`;
  return [Buffer.from(`{"totalSize":${rows},"done":${isLast},${more}`), PAGE];
}

/** As much of a describe as clients ask for: names, types and what can be written. */
export const DESCRIBE = Buffer.from(
  JSON.stringify({
    name: "Account",
    fields: Object.keys(single).map((name) => ({ name, type: "string", createable: true, updateable: true })),
  }),
);
