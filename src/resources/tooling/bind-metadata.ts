import type { OrgMetadata } from "../../schema/metadata.js";

const moment = "datetime" as const;

/** Fields whose values stand in SOQL text without quotes; they are of this kind in each object that has them. */
const moments = {
  CreatedDate: moment,
  EndTime: moment,
  ExpirationDate: moment,
  LastModifiedDate: moment,
  StartDate: moment,
  StartTime: moment,
  SystemModstamp: moment,
  TestTimestamp: moment,
};

const object = { fields: moments, parents: {}, children: {} };

/** What binds need to know of the main objects. */
export const bindMetadata: OrgMetadata = Object.fromEntries(
  (
    "ApexClass ApexCodeCoverage ApexCodeCoverageAggregate ApexComponent ApexLog ApexPage ApexTestQueueItem " +
    "ApexTestResult ApexTestRunResult ApexTestSuite ApexTrigger CustomField CustomObject DebugLevel EntityDefinition " +
    "FieldDefinition TestSuiteMembership TraceFlag User ValidationRule"
  )
    .split(" ")
    .map((name) => [name, object]),
);
