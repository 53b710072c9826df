/**
 * What generated code and the run time agree on. It grows by one when generated code of an older
 * generator no longer fits; `defineOrg` then refuses it, in the editor and at run time.
 */
export const CONTRACT = 1;
export type Contract = typeof CONTRACT;
