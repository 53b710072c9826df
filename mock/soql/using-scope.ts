import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { latestRecords } from "../records/recent-records.js";
import type { StoredRecord } from "../store/table.js";
import { notEvaluated } from "./soql-fault.js";

type InScope = (record: StoredRecord, context: DataContext) => boolean;

const MEMBER = { name: "UserOrGroupId", matchesCase: true };

const mine: InScope = ({ values }, { userId }) => values.OwnerId === userId;
const ownedBy =
  (keyPrefix: string): InScope =>
  ({ values }) =>
    String(values.OwnerId ?? "").startsWith(keyPrefix);

/** The scopes there are without teams, territories and delegates, which the org does not have. */
const SCOPES: Readonly<Record<string, InScope>> = {
  everything: () => true,
  mine,
  mine_and_my_groups: (record, context) => mine(record, context) || isOfMyGroups(record, context),
  user_owned: ownedBy("005"),
  queue_owned: ownedBy("00G"),
};

function isOfMyGroups({ values }: StoredRecord, { store, userId }: DataContext): boolean {
  const memberships = store.table("GroupMember").lookup(MEMBER, userId);
  return memberships.some((member) => member.values.GroupId === values.OwnerId);
}

/** As many as are remembered of an object. */
const MOST_RECENT = 200;

/** Whether a record is in the scope that USING SCOPE names. Throws for a scope that is not evaluated. */
export function scopeTest(
  name: string,
  object: ObjectInfo,
  context: DataContext,
): (record: StoredRecord) => boolean {
  const key = name.toLowerCase();
  if (key === "mru") {
    // No one looks at records here: those that were changed last stand for those that were seen last.
    const recent = new Set(latestRecords(context, object, MOST_RECENT));
    return (record) => recent.has(record);
  }
  const inScope = Object.hasOwn(SCOPES, key) ? SCOPES[key] : undefined;
  if (inScope === undefined) throw notEvaluated(`USING SCOPE ${name}`);
  return (record) => inScope(record, context);
}
