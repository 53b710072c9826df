import { describe, expect, it } from "vitest";
import { selectObjects } from "../../../../codegen/source/select-objects.js";

const org = ["Account", "AccountShare", "Contact", "Invoice__c", "Log__c", "npsp__Level__c"];
const selected = (...patterns: string[]) => org.filter((name) => selectObjects(patterns).has(name));

describe("globs of objects", () => {
  it("take by name, by wildcard, by alternatives, whatever the case", () => {
    expect(selected("account")).toEqual(["Account"]);
    expect(selected("Account*")).toEqual(["Account", "AccountShare"]);
    expect(selected("*__c")).toEqual(["Invoice__c", "Log__c", "npsp__Level__c"]);
    expect(selected("{Contact,Log__c}")).toEqual(["Contact", "Log__c"]);
  });

  it("take away with ! wherever it stands, from everything where nothing else is said", () => {
    expect(selected("!Log__c", "*__c")).toEqual(["Invoice__c", "npsp__Level__c"]);
    expect(selected("!*__c")).toEqual(["Account", "AccountShare", "Contact"]);
    expect(selected()).toEqual(org);
  });

  it("that are plain names of nothing are told, globs that match nothing are not", () => {
    expect(selectObjects(["Acount", "contact", "Zzz*", "!Nope"]).missing(org)).toEqual(["Acount"]);
    expect(selectObjects([]).missing([])).toEqual([]);
  });
});
