import { createOrg, standardDescribes } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";
import { expectAnswer } from "./soql-answers.js";
import { describeOf, field } from "./tiny-describes.js";

const member = describeOf(
  "GroupMember",
  [
    field("GroupId", "reference", { referenceTo: ["Group"], relationshipName: "Group" }),
    field("UserOrGroupId", "reference", { referenceTo: ["Group", "User"], relationshipName: "UserOrGroup" }),
  ],
  { keyPrefix: "011" },
);

const org = createOrg({ describes: [...standardDescribes(), member] });
const other = org.addUser({ profile: "System Administrator", username: "other@example.com" });
const [queue = "", foreign = ""] =
  org.seed({
    Group: [
      { Name: "Mine", Type: "Queue" },
      { Name: "Foreign", Type: "Queue" },
    ],
  }).Group ?? [];
const me = org.records("User").find(({ Id }) => Id !== other.id)?.Id;
org.seed({
  GroupMember: [{ GroupId: queue, UserOrGroupId: me }],
  Case: [
    { Subject: "own" },
    { Subject: "other's", OwnerId: other.id },
    { Subject: "my queue's", OwnerId: queue },
    { Subject: "a queue's", OwnerId: foreign },
  ],
});
const { query } = api(org);

describe("USING SCOPE", () => {
  it.each([
    ["everything", ["own", "other's", "my queue's", "a queue's"]],
    ["mine", ["own"]],
    ["MINE_AND_MY_GROUPS", ["own", "my queue's"]],
    ["user_owned", ["own", "other's"]],
    ["queue_owned", ["my queue's", "a queue's"]],
  ])("%s", async (scope, expected) => {
    expectAnswer(await query(`SELECT Subject FROM Case USING SCOPE ${scope}`), expected);
  });

  it("goes with conditions, and is another for another user", async () => {
    expectAnswer(await query("SELECT Subject FROM Case USING SCOPE mine WHERE Subject LIKE 'x%'"), []);
    const theirs = await api(org, other.accessToken).query("SELECT Subject FROM Case USING SCOPE mine");
    expectAnswer(theirs, ["other's"]);
  });

  it("is refused where the org has nothing to tell it by", async () => {
    const { status } = await query("SELECT Subject FROM Case USING SCOPE team");
    expect(status).toBe(400);
  });
});
