import { type Catalog, createCatalog } from "../catalog/catalog.js";
import { describeObjects } from "../schema/describe.js";
import { apexClass, apexComponent, apexPage, apexTrigger } from "./objects/apex-code.js";
import {
  apexTestQueueItem,
  apexTestResult,
  apexTestRunResult,
  apexTestSuite,
  testSuiteMembership,
} from "./objects/apex-tests.js";
import { entityDefinition, fieldDefinition } from "./objects/entities.js";
import { apexLog, debugLevel, traceFlag, user } from "./objects/logs.js";

const objects = [
  apexClass,
  apexComponent,
  apexLog,
  apexPage,
  apexTestQueueItem,
  apexTestResult,
  apexTestRunResult,
  apexTestSuite,
  apexTrigger,
  debugLevel,
  entityDefinition,
  fieldDefinition,
  testSuiteMembership,
  traceFlag,
  user,
];

let made: Catalog | undefined;

/** The objects of the Tooling API, the same in every org. Their records are in the store of the org. */
export function toolingCatalog(): Catalog {
  made ??= createCatalog(describeObjects(objects));
  return made;
}
