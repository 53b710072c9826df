import type ts from "typescript/lib/tsserverlibrary.js";
import { completionsAt } from "./completions.js";
import { quickInfoAt } from "./quick-info.js";
import { type SoqlPlace, soqlPlaceAt } from "./soql-place.js";

/**
 * A plugin of the TypeScript language service (4.9 to 6.0; TypeScript 7 has no such plugins): completes and
 * explains the names inside the SOQL text of `sf.query("…")`, from the types of the generated client.
 */
export default function init({ typescript }: { typescript: typeof ts }): ts.server.PluginModule {
  return { create: (info) => withSoql(typescript, info.languageService) };
}

function withSoql(typescript: typeof ts, service: ts.LanguageService): ts.LanguageService {
  const placeAt = (fileName: string, position: number): SoqlPlace | undefined => {
    const program = service.getProgram();
    return program && soqlPlaceAt(typescript, program, fileName, position);
  };
  return {
    ...service,
    getCompletionsAtPosition(fileName, position, ...rest) {
      const place = placeAt(fileName, position);
      const ours = place && completionsAt(typescript, place);
      return ours ?? service.getCompletionsAtPosition(fileName, position, ...rest);
    },
    getQuickInfoAtPosition(fileName, position, ...rest) {
      const place = placeAt(fileName, position);
      const checker = service.getProgram()?.getTypeChecker();
      const ours = place && checker && quickInfoAt(typescript, checker, place);
      return ours ?? service.getQuickInfoAtPosition(fileName, position, ...rest);
    },
  };
}
