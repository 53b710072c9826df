/** The parts of a client that can be chosen by `features` of the config, and left out with all of their code. */
export type FeatureName =
  | "aggregate"
  | "binds"
  | "bulk"
  | "collections"
  | "composite"
  | "decode"
  | "describe"
  | "explain"
  | "files"
  | "find"
  | "hints"
  | "limits"
  | "pages"
  | "replication"
  | "rest"
  | "search"
  | "tokens";
