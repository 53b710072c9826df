import { describe, expect, it } from "vitest";
import { api } from "./api.js";
import { type AnsweredQuery, expectAnswer } from "./soql-answers.js";
import { soqlOrg } from "./soql-fixture.js";

const { org } = soqlOrg();
const { query } = api(org);

const QUERIES: AnsweredQuery[] = [
  // times
  ["SELECT Name FROM Depot__c WHERE Opens__c = 12:30:00.000Z", ["Zurich"]],
  ["SELECT Name FROM Depot__c WHERE Opens__c = 08:00:00Z", ["Bern"]],
  ["SELECT Name FROM Depot__c WHERE Opens__c >= 12:30:00.000Z", ["Zurich", "Quito"]],
  ["SELECT Name FROM Depot__c WHERE Opens__c < 12:30:00.000Z", ["Bern"]],
  ["SELECT Name FROM Depot__c WHERE Opens__c != 08:00:00.000Z", ["Zurich", "Quito", "Nowhere"]],
  ["SELECT Name FROM Depot__c WHERE Opens__c IN (08:00:00.000Z, 22:15:30.5Z)", ["Bern", "Quito"]],
  ["SELECT Name FROM Depot__c WHERE Opens__c = null", ["Nowhere"]],
  ["SELECT Name FROM Depot__c WHERE Name = '12:30:00.000Z' OR Opens__c > 20:00:00.000Z", ["Quito"]],
  ["SELECT Opens__c FROM Depot__c ORDER BY Opens__c DESC NULLS LAST LIMIT 1", ["22:15:30.500Z"]],
  ["SELECT Name FROM Depot__c WHERE Opens__c > 09:00:00Z OFFSET 1", ["Quito"]],
  // exponents
  ["SELECT Name FROM Depot__c WHERE Stock__c = 1e3", ["Quito"]],
  ["SELECT Name FROM Depot__c WHERE Stock__c > 1.2E+3", ["Bern"]],
  ["SELECT Name FROM Depot__c WHERE Stock__c IN (2.5e-2, 1E3)", ["Zurich", "Quito"]],
  ["SELECT Name FROM Depot__c WHERE Worth__c <= -2e1", ["Zurich"]],
  ["SELECT Name FROM Depot__c WHERE Stock__c < 1e20 AND Name != '= 1e3'", ["Bern", "Zurich", "Quito"]],
  ["SELECT COUNT(Id) n FROM Depot__c GROUP BY Name HAVING SUM(Stock__c) = 1e3", [1]],
  // distances: Bern to Zurich is 95 km or 59 mi; Quito lies on the equator, 11.5 degrees of it from 90 W
  ["SELECT Name FROM Depot__c WHERE DISTANCE(Place__c, GEOLOCATION(46.948, 7.4474), 'km') < 94", ["Bern"]],
  [
    "SELECT Name FROM Depot__c WHERE DISTANCE(Place__c, GEOLOCATION(46.948, 7.4474), 'km') < 97",
    ["Bern", "Zurich"],
  ],
  [
    "SELECT Name FROM Depot__c WHERE DISTANCE(Place__c, GEOLOCATION(46.948, 7.4474), 'mi') < 60",
    ["Bern", "Zurich"],
  ],
  ["SELECT Name FROM Depot__c WHERE DISTANCE(Place__c, GEOLOCATION(46.948, 7.4474), 'mi') < 58", ["Bern"]],
  ["SELECT Name FROM Depot__c WHERE distance(Place__c, geolocation(0,-90), 'km') < 1279", ["Quito"]],
  [
    "SELECT Name FROM Depot__c WHERE DISTANCE(Place__c, GEOLOCATION(0, -90), 'km') > 1278 AND Name LIKE 'Q%'",
    ["Quito"],
  ],
  [
    "SELECT Name FROM Depot__c WHERE (NOT DISTANCE(Place__c, GEOLOCATION(0, -90), 'KM') < 2e3)",
    ["Bern", "Zurich", "Nowhere"],
  ],
  [
    "SELECT Name FROM Depot__c ORDER BY DISTANCE(Place__c, GEOLOCATION(47, 8.5), 'km') NULLS LAST",
    ["Zurich", "Bern", "Quito", "Nowhere"],
  ],
  [
    "SELECT Name FROM Depot__c ORDER BY DISTANCE(Place__c, GEOLOCATION(47, 8.5), 'mi') DESC",
    ["Nowhere", "Quito", "Bern", "Zurich"],
  ],
  ["SELECT Name FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1.5, 2.5), 'mi') < 20", []],
  // FORMAT and convertCurrency
  [
    "SELECT FORMAT(Worth__c), FORMAT(Stock__c), FORMAT(Share__c) FROM Depot__c LIMIT 2",
    [
      ["USD 1,234,567.50", "1,234.500", "12.5%"],
      ["USD -20.00", "0.025", null],
    ],
  ],
  ["SELECT FORMAT(Built__c) FROM Depot__c", ["4/1/1999", "12/31/2025", "2/1/2026", null]],
  [
    "SELECT FORMAT(Checked__c) d, FORMAT(Opens__c) t FROM Depot__c LIMIT 2",
    [
      ["6/17/2026, 4:30 AM", "8:00 AM"],
      ["6/16/2026, 11:59 PM", "12:30 PM"],
    ],
  ],
  [
    "SELECT Worth__c, convertCurrency(Worth__c) c, FORMAT(convertCurrency(Worth__c)) f FROM Depot__c LIMIT 1",
    [[1234567.5, 1234567.5, "USD 1,234,567.50"]],
  ],
  ["SELECT FORMAT(MAX(Worth__c)) most, FORMAT(COUNT(Id)) FROM Depot__c", [["USD 1,234,567.50", "4"]]],
  [
    "SELECT FORMAT(Built__c) d, COUNT(Id) n FROM Depot__c GROUP BY Built__c ORDER BY Built__c DESC LIMIT 2",
    [
      [null, 1],
      ["2/1/2026", 1],
    ],
  ],
];

describe("SOQL literals and functions with hand-worked answers", () => {
  it.each(QUERIES)("%s", async (soql, expected) => expectAnswer(await query(soql), expected));
});

describe("SOQL literals and functions out of place", () => {
  it.each([
    ["SELECT Id FROM Depot__c WHERE Checked__c > 12:30:00.000Z", "INVALID_FIELD", "must be of type dateTime"],
    [
      "SELECT Id FROM Depot__c WHERE Opens__c > 2026-06-17T12:30:00Z",
      "INVALID_FIELD",
      "must be of type time",
    ],
    ["SELECT Id FROM Depot__c WHERE Opens__c > 25:00:00.000Z", "MALFORMED_QUERY", "no value of type time"],
    ["SELECT Id FROM Depot__c WHERE Opens__c > '12:30:00.000Z'", "INVALID_FIELD", "must be of type time"],
    ["SELECT Id FROM Depot__c WHERE Stock__c > 1e999", "MALFORMED_QUERY", "unexpected token"],
    [
      "SELECT Id FROM Depot__c WHERE DISTANCE(Place__c, GEOLOCATION(91, 0), 'km') < 1",
      "MALFORMED_QUERY",
      "Invalid latitude: 91",
    ],
    [
      "SELECT Id FROM Depot__c WHERE DISTANCE(Place__c, GEOLOCATION(0, -180.5), 'km') < 1",
      "MALFORMED_QUERY",
      "Invalid longitude: -180.5",
    ],
    [
      "SELECT Id FROM Depot__c WHERE DISTANCE(Stock__c, GEOLOCATION(0, 0), 'km') < 1",
      "MALFORMED_QUERY",
      "is no location",
    ],
    [
      "SELECT Id FROM Depot__c WHERE DISTANCE(Place__c, GEOLOCATION(0, 0), 'km') = 1",
      "INVALID_QUERY_FILTER_OPERATOR",
      "by < and > only",
    ],
    ["SELECT FORMAT(Name) FROM Depot__c", "MALFORMED_QUERY", "not field 'Name'"],
    ["SELECT FORMAT(toLabel(Name)) FROM Depot__c", "MALFORMED_QUERY", "does not take toLabel()"],
    ["SELECT convertCurrency(Stock__c) FROM Depot__c", "MALFORMED_QUERY", "takes currency fields"],
    [
      "SELECT Worth__c, FORMAT(Worth__c) FROM Depot__c",
      "INVALID_FIELD",
      "duplicate field selected: Worth__c",
    ],
    ["SELECT Id FROM Depot__c LIMIT 1e1", "MALFORMED_QUERY", "unexpected token"],
  ])("are refused: %s", async (soql, errorCode, text) => {
    const { status, body } = await query(soql);
    expect(status).toBe(400);
    expect(body).toEqual([{ errorCode, message: expect.stringContaining(text) }]);
  });
});
