import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { child, field, id, picklist, reference, sobject } from "../support/describes.js";
import { emitted } from "../support/emitted.js";

const org = [
  sobject(
    "Account",
    [id, field("Name"), picklist("Industry", ["B", "A"]), reference("OwnerId", "Owner", ["User", "Group"])],
    {
      childRelationships: [
        child("Contacts", "Contact", "AccountId"),
        child("Contacts", "Contact", "OtherId"),
        child("Logs", "User"),
      ],
    },
  ),
  sobject("Contact", [id, reference("AccountId", "Account", ["Account"])]),
  sobject("User", [id, field("Name")]),
  sobject("Group", [id]),
];

describe("output", () => {
  it("is the same whatever the order of objects, fields, children and targets", () => {
    const wanted = [...emitted(...org)];
    const shuffled = <T>(values: readonly T[]) =>
      fc.shuffledSubarray([...values], { minLength: values.length });
    const orders = fc.tuple(
      shuffled(org),
      ...org.map((object) => fc.tuple(shuffled(object.fields), shuffled(object.childRelationships ?? []))),
    );
    fc.assert(
      fc.property(orders, ([objects, ...parts]) => {
        const reordered = objects.map((object) => {
          const [fields, childRelationships] = parts[org.indexOf(object)]!;
          const turned = fields.map((each) => ({
            ...each,
            ...(each.referenceTo && { referenceTo: [...each.referenceTo].reverse() }),
          }));
          return { ...object, fields: turned, childRelationships };
        });
        expect([...emitted(...reordered)]).toEqual(wanted);
      }),
    );
  });
});
