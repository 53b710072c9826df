import type { DateTimeString, Id, OpenPicklist } from "../../../schema/brand.js";
import type { ReadOnlyDef, SystemFields, WritableDef } from "./object-def.js";

/** A debug log. Its text is that of `sf.tooling.log(id)`. It can be deleted. */
export interface ApexLog {
  Id: Id<"ApexLog">;
  Application: string;
  DurationMilliseconds: number;
  LastModifiedDate: DateTimeString;
  Location: OpenPicklist<"HeapDump" | "Monitoring" | "Preserved" | "SystemLog">;
  /** Bytes. */
  LogLength: number;
  LogUserId: Id<"User">;
  Operation: string;
  Request: string;
  RequestIdentifier: string | null;
  StartTime: DateTimeString;
  /** `"Success"`, or what went wrong. */
  Status: string;
  SystemModstamp: DateTimeString;
}

/** Until when, and how much, is logged of what a user, class or trigger does. */
export interface TraceFlag extends SystemFields<"TraceFlag"> {
  DebugLevelId: Id<"DebugLevel">;
  /** At most 24 hours after `StartDate`. */
  ExpirationDate: DateTimeString | null;
  LogType: OpenPicklist<"CLASS_TRACING" | "DEVELOPER_LOG" | "PROFILING" | "USER_DEBUG">;
  StartDate: DateTimeString | null;
  TracedEntityId: Id<"User" | "ApexClass" | "ApexTrigger">;
}

type LogLevel = OpenPicklist<"DEBUG" | "ERROR" | "FINE" | "FINER" | "FINEST" | "INFO" | "NONE" | "WARN">;

/** How much is logged of what. */
export interface DebugLevel extends SystemFields<"DebugLevel"> {
  ApexCode: LogLevel;
  ApexProfiling: LogLevel;
  Callout: LogLevel;
  Database: LogLevel;
  DeveloperName: string;
  Language: string;
  MasterLabel: string;
  Nba: LogLevel;
  System: LogLevel;
  Validation: LogLevel;
  Visualforce: LogLevel;
  Wave: LogLevel;
  Workflow: LogLevel;
}

/** A user, in short. */
export interface User extends SystemFields<"User"> {
  Alias: string;
  Email: string;
  FirstName: string | null;
  IsActive: boolean;
  LastName: string;
  Name: string;
  Username: string;
}

export interface LogObjects {
  ApexLog: ReadOnlyDef<ApexLog, { LogUser: "User" }>;
  TraceFlag: Omit<
    WritableDef<
      TraceFlag,
      "DebugLevelId" | "LogType" | "TracedEntityId",
      never,
      "LogType" | "TracedEntityId",
      { DebugLevel: "DebugLevel" }
    >,
    "polymorphic"
  > & { polymorphic: { TracedEntity: "User" | "ApexClass" | "ApexTrigger" } };
  DebugLevel: WritableDef<DebugLevel, "DeveloperName" | "MasterLabel">;
  User: ReadOnlyDef<User>;
}
