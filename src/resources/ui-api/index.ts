import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { UiApiParts } from "./ui-api-parts.js";

/** `sf.uiApi`. The code behind it is loaded when it is first used. */
export function createUiApi(parts: UiApiParts) {
  return methodsOnDemand(["objects", "objectInfos"], async () =>
    (await import("./ui-api-methods.js")).uiApiOf(parts),
  );
}

/** `sf.Account.uiApi`. The code behind it is loaded when it is first used. */
export function createObjectUiApi(object: string, parts: UiApiParts) {
  const names = [
    "info",
    "picklist",
    "picklists",
    "retrieve",
    "retrieveMany",
    "retrieveByLayout",
    "create",
    "update",
    "delete",
    "createDefaults",
    "cloneDefaults",
  ] as const;
  return methodsOnDemand(names, async () =>
    (await import("./ui-api-methods.js")).objectUiApiOf(object, parts),
  );
}
