import type { Value } from "../store/table.js";
import type { Random } from "./random.js";
import { company, country, department, jobTitle, phone, sentence, street, word } from "./words.js";

type MakeValue = (random: Random) => Value;

/** Values that the name of a field asks for, the first that fits; the type of the field must be text or a number. */
const NAMED: readonly (readonly [name: RegExp, make: MakeValue])[] = [
  [/^(First|Middle)Name$/i, word],
  [/^LastName$/i, word],
  [/^Salutation$/i, (random) => random.pick(["Mr.", "Ms.", "Dr."])],
  [/^(Company|CompanyName)$/i, company],
  [/^Title$/i, jobTitle],
  [/^Department/i, department],
  [/Street$/i, street],
  [/City$/i, word],
  [/(State|StateCode|Province)$/i, (random) => random.pick(["North", "South", "East", "West"])],
  [/PostalCode$/i, (random) => String(random.int(10_000, 99_999))],
  [/CountryCode$/i, (random) => random.pick(["AT", "CA", "CH", "DE", "FR", "JP"])],
  [/Country$/i, country],
  [/Latitude/i, (random) => random.int(-60, 70) + random.int(0, 999_999) / 1e6],
  [/Longitude/i, (random) => random.int(-179, 179) + random.int(0, 999_999) / 1e6],
  [/(Phone|Fax)$/i, phone],
  [/(Description|Comments|Notes?)$/i, sentence],
  [
    /^(Subject)$/i,
    (random) => `${random.pick(["Call", "Visit", "Question about", "Offer for"])} ${word(random)}`,
  ],
  [/^(Probability)$/i, (random) => random.int(0, 20) * 5],
  [/^(NumberOfEmployees)$/i, (random) => random.int(1, 5_000)],
  [/^(AnnualRevenue)$/i, (random) => random.int(1, 50_000) * 1_000],
  [/^(DurationInMinutes)$/i, (random) => random.int(1, 8) * 15],
  [/^(Quantity|TotalOpportunityQuantity)$/i, (random) => random.int(1, 100)],
];

/** The value that a field's name asks for; undefined where it asks for none. */
export function namedValue(name: string, random: Random): Value | undefined {
  const plain = name.replace(/__(c|s|pc)$/i, "").replaceAll("_", "");
  return NAMED.find(([pattern]) => pattern.test(plain))?.[1](random);
}
