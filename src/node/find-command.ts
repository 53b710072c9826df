import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** The variables of a process, as `process.env` holds them. */
export type ProcessEnvironment = Readonly<Record<string, string | undefined>>;

/** The path of a program, by the folders of `PATH`; undefined where none of them holds it. */
export async function findCommand(
  name: string,
  environment: ProcessEnvironment,
): Promise<string | undefined> {
  const folders = (environment.PATH ?? environment.Path ?? "").split(delimiter).filter(Boolean);
  const endings = process.platform === "win32" ? (environment.PATHEXT ?? ".EXE;.CMD").split(";") : [""];
  for (const folder of folders) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (await isExecutable(path)) return path;
    }
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
