import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { FileParts } from "./file-parts.js";

const load = () => import("./methods.js");

/** `sf.files`. The code behind it is loaded when it is first used. */
export function createFiles(parts: FileParts) {
  const names = ["upload", "download", "list", "link", "unlink", "delete"] as const;
  return { files: methodsOnDemand(names, async () => (await load()).createFileMethods(parts)) };
}

/** Bytes of the records of an object. */
export function createRecordFiles(name: string, parts: FileParts) {
  return methodsOnDemand(["blob", "createWithBlob", "updateWithBlob", "richTextImage"], async () => {
    const { createRecordBlobs, createRichTextImages } = await load();
    return { ...createRecordBlobs(name, parts), ...createRichTextImages(name, parts) };
  });
}
