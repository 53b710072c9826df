import type { ApexCodeObjects } from "./apex-code.js";
import type { ApexTestObjects } from "./apex-tests.js";
import type { EntityObjects } from "./entities.js";
import type { LogObjects } from "./logs.js";

/** The main objects of the Tooling API, the same in every org. Others are queried by naming their row. */
export interface ToolingSchema extends ApexCodeObjects, ApexTestObjects, LogObjects, EntityObjects {}
