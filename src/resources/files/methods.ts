export { createFileMethods } from "./file-methods.js";
export { createRecordBlobs } from "./record-blobs.js";
export { createRichTextImages } from "./rich-text-image.js";
