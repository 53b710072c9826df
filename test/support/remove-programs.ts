import { rm } from "node:fs/promises";
import { programsOf } from "./program.js";

/** Runs in the process whose children the tests' workers are. */
export async function teardown(): Promise<void> {
  await rm(programsOf(process.pid), { recursive: true, force: true });
}
