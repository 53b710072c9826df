import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../../shared/orgdata/", import.meta.url);

/** Whether the folder of recorded org data lies beside the repository. Tests that read it are skipped if not. */
export const hasOrgdata: boolean = existsSync(fileURLToPath(root));

/** The path of a file of the recorded org data. */
export function orgdata(path: string): string {
  return fileURLToPath(new URL(path, root));
}
