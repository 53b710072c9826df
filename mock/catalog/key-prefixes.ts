import type { RawDescribe } from "../../codegen/model/raw-describe.js";

/** The same in every org; needed where a snapshot does not carry them. */
const STANDARD_PREFIXES: Readonly<Record<string, string>> = {
  Account: "001",
  Asset: "02i",
  Attachment: "00P",
  Campaign: "701",
  CampaignMember: "00v",
  Case: "500",
  Contact: "003",
  ContentDocument: "069",
  ContentVersion: "068",
  Contract: "800",
  Event: "00U",
  Group: "00G",
  Lead: "00Q",
  ListView: "00B",
  Opportunity: "006",
  OpportunityLineItem: "00k",
  Order: "801",
  OrderItem: "802",
  Organization: "00D",
  Pricebook2: "01s",
  PricebookEntry: "01u",
  ProcessDefinition: "04a",
  ProcessInstance: "04g",
  ProcessInstanceNode: "0OO",
  ProcessInstanceStep: "04h",
  ProcessInstanceWorkitem: "04i",
  ProcessNode: "04b",
  Product2: "01t",
  Profile: "00e",
  Quote: "0Q0",
  QuoteLineItem: "0QL",
  RecordType: "012",
  Task: "00T",
  User: "005",
  UserRole: "00E",
};

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const CUSTOM_FIRST = "a";
const OTHER_FIRST = "9";

/**
 * The key prefix of each object. A describe's own is kept; one it says is null stays null; one it leaves out
 * is the standard one, or an unused one of the range custom objects have.
 */
export function assignKeyPrefixes(describes: readonly RawDescribe[]): Map<string, string | null> {
  const prefixes = new Map<string, string | null>();
  const used = new Set<string>();
  for (const { name, keyPrefix } of describes) {
    const known = keyPrefix === undefined ? STANDARD_PREFIXES[name] : keyPrefix;
    if (known === undefined) continue;
    prefixes.set(name, known);
    if (known !== null) used.add(known);
  }
  for (const { name } of describes) {
    if (prefixes.has(name)) continue;
    const prefix = unusedPrefix(name.endsWith("__c") ? CUSTOM_FIRST : OTHER_FIRST, used);
    prefixes.set(name, prefix);
    used.add(prefix);
  }
  return prefixes;
}

function unusedPrefix(first: string, used: ReadonlySet<string>): string {
  for (const second of DIGITS) {
    for (const third of DIGITS) {
      const prefix = first + second + third;
      if (!used.has(prefix)) return prefix;
    }
  }
  throw new RangeError(`No key prefix is left that begins with ${first}.`);
}
