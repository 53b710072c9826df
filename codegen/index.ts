export { DescribeError } from "../src/errors.js";
export { defineConfig, type OrgtypeConfig } from "./config.js";
export { type EmitOptions, emit, type Files } from "./emit/emit.js";
export { type GenerateOptions, type GenerateReport, generate } from "./generate.js";
export type {
  ActionModel,
  ActionParameterModel,
  ChildModel,
  DependencyModel,
  FieldModel,
  ObjectModel,
  OrgModel,
  PicklistValueModel,
  RecordTypeModel,
} from "./model/model.js";
export { type NormaliseOptions, normalise } from "./model/normalise.js";
export type { NamedAction } from "./model/normalise-actions.js";
export type { Notice, NoticeKind } from "./model/notice.js";
export { parseDescribe } from "./model/parse-describe.js";
export { parseAction, type RawAction, type RawActionParameter } from "./model/raw-action.js";
export type { RawDescribe } from "./model/raw-describe.js";
export type { WriteReport } from "./output/write.js";
export { type PullOptions, type PullReport, pull } from "./pull.js";
export type { PulledActions } from "./pull-actions.js";
export {
  type DescribingClient,
  type OrgDescribe,
  type OrgSource,
  type OrgSourceOptions,
  orgSource,
} from "./source/org.js";
export type { OrgAction } from "./source/org-actions.js";
export { openSnapshot, type SnapshotSource } from "./source/snapshot.js";
export type { DescribeInput, DescribeSource, UnreadableDescribe } from "./source/source.js";
