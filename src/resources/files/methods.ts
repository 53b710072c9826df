export { createFileMethods } from "./file-methods.js";
export { createRecordBlobs } from "./record-blobs.js";
