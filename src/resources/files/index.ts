import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Handler, Send, SendSettings } from "../../http/pipeline.js";
import type { ObjectMetadata, OrgMetadata } from "../../schema/metadata.js";
import type { EncodeField } from "../sobject/record-body.js";

/** What files are read and written with. */
export interface FileParts extends SendSettings {
  readonly send: Send;
  readonly handler: Handler;
  readonly metadata: OrgMetadata;
  readonly objectOf: (name: string) => ObjectMetadata;
  readonly encodeOf: (name: string) => EncodeField;
}

const load = () => import("./methods.js");

/** `sf.files`. The code behind it is loaded when it is first used. */
export function createFiles(parts: FileParts) {
  const names = ["upload", "download", "list", "link", "unlink", "delete"] as const;
  return { files: methodsOnDemand(names, async () => (await load()).createFileMethods(parts)) };
}

/** Bytes of the records of an object. */
export function createRecordFiles(name: string, parts: FileParts) {
  return methodsOnDemand(["blob", "createWithBlob", "updateWithBlob"], async () =>
    (await load()).createRecordBlobs(name, parts),
  );
}
