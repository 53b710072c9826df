import { object } from "../../schema/dsl.js";
import { int } from "../../schema/fields/number.js";
import { picklist } from "../../schema/fields/picklist.js";
import { boolean, datetime } from "../../schema/fields/plain.js";
import { lookup } from "../../schema/fields/reference.js";
import { email, text } from "../../schema/fields/text.js";
import { readOnlyTraits, toolingTraits } from "./tooling-traits.js";

const written = { readOnly: true, nillable: false } as const;

export const apexLog = object(
  "ApexLog",
  { ...readOnlyTraits, deletable: true, label: "Apex Debug Log", prefix: "07L" },
  {
    LogUserId: lookup("User", written),
    LogLength: int(9, written),
    Request: text(255, written),
    Operation: text(255, written),
    Application: text(255, written),
    Status: text(255, written),
    DurationMilliseconds: int(9, written),
    StartTime: datetime(written),
    Location: picklist(["Monitoring", "SystemLog", "HeapDump", "Preserved"], {
      restricted: true,
      ...written,
    }),
    RequestIdentifier: text(255, { readOnly: true }),
  },
);

const LEVELS = ["NONE", "INTERNAL", "FINEST", "FINER", "FINE", "DEBUG", "INFO", "WARN", "ERROR"];
const level = (usual: string) =>
  picklist(LEVELS, { restricted: true, default: usual, nillable: false, defaultedOnCreate: true });

export const debugLevel = object(
  "DebugLevel",
  { ...toolingTraits, label: "Debug Level", prefix: "7dl" },
  {
    DeveloperName: text(80, { required: true, unique: true }),
    Language: text(40, { default: "en_US", nillable: false, defaultedOnCreate: true }),
    MasterLabel: text(80, { label: "Label", required: true }),
    Workflow: level("INFO"),
    Validation: level("INFO"),
    Callout: level("INFO"),
    ApexCode: level("DEBUG"),
    ApexProfiling: level("INFO"),
    Visualforce: level("INFO"),
    System: level("DEBUG"),
    Database: level("INFO"),
    Wave: level("INFO"),
    Nba: level("INFO"),
  },
);

export const traceFlag = object(
  "TraceFlag",
  { ...toolingTraits, label: "Trace Flag", prefix: "7tf" },
  {
    TracedEntityId: lookup(["User", "ApexClass", "ApexTrigger"], { required: true, updateable: false }),
    DebugLevelId: lookup("DebugLevel", { required: true }),
    LogType: picklist(["CLASS_TRACING", "DEVELOPER_LOG", "PROFILING", "USER_DEBUG"], {
      restricted: true,
      required: true,
      updateable: false,
    }),
    StartDate: datetime(),
    ExpirationDate: datetime(),
  },
);

/** The users of the org, with what the Tooling API shows of them. */
export const user = object(
  "User",
  { ...readOnlyTraits, label: "User", prefix: "005" },
  {
    Username: text(80, written),
    LastName: text(80, written),
    FirstName: text(40, { readOnly: true }),
    Name: text(121, written),
    Alias: text(8, written),
    Email: email(written),
    IsActive: boolean(written),
  },
);
