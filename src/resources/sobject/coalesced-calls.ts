export { createRecords } from "./create-many.js";
export { retrieveMany } from "./retrieve-many.js";
export { writeMany } from "./write-many.js";
