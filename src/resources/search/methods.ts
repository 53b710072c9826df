export { createSearches } from "./run-search.js";
export { createSuggestions } from "./suggestions.js";
