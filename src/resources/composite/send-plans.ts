export { sendBatch } from "./batch.js";
export { sendComposite } from "./composite.js";
export { sendGraphs } from "./graphs.js";
