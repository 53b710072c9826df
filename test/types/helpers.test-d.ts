import type {
  BulkLoad,
  CheckedSelect,
  CreatedTree,
  CreateInput,
  Id,
  ObjectName,
  PartialClient,
  Query,
  Row,
  SaveResult,
  Select,
  SObjectClient,
  SoqlRow,
  Subquery,
  TreeInput,
  UpdateInput,
  Where,
} from "orgtype";
import type { Account, Client, Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

describe("functions over any object", () => {
  it("get the object's client by a name that is a type parameter", () => {
    const clientOf = <N extends ObjectName<Schema>>(name: N): SObjectClient<Schema, N> => sf.sobject(name);
    expectTypeOf(clientOf("Account")).toEqualTypeOf(sf.Account);
    // @ts-expect-error no such object
    clientOf("Acount");
    const createAll = async <N extends ObjectName<Schema>>(name: N, records: CreateInput<Schema, N>[]) =>
      sf.sobject(name).createMany(records);
    expectTypeOf(createAll("Contact", [{ LastName: "x" }])).resolves.toEqualTypeOf<SaveResult<"Contact">[]>();
    const countAll = async (names: readonly ObjectName<Schema>[]) =>
      Promise.all(names.map((name) => sf.sobject(name).count()));
    expectTypeOf(countAll(["Account", "Case"])).resolves.toEqualTypeOf<number[]>();
  });

  it("also of clients with some features, and of plans", () => {
    const countIn = <N extends ObjectName<Schema>>(part: PartialClient<Schema, "find">, name: N) =>
      part.sobject(name).count();
    expectTypeOf(countIn).returns.resolves.toEqualTypeOf<number>();
    const deleteAll = <N extends ObjectName<Schema>>(name: N, ids: Id<N>[]) =>
      sf.composite((c) => ids.map((id) => c.sobject(name).delete(id)));
    expectTypeOf(deleteAll).returns.resolves.toExtend<readonly unknown[]>();
    const batchDelete = <N extends ObjectName<Schema>>(name: N, id: Id<N>) =>
      sf.batch((b) => [b.sobject(name).delete(id)]);
    expectTypeOf(batchDelete).returns.resolves.toExtend<readonly unknown[]>();
  });

  it("load any object's records in bulk", () => {
    const loadAll = <N extends ObjectName<Schema>>(name: N, records: AsyncIterable<CreateInput<Schema, N>>) =>
      sf.bulk.insert(name, records);
    expectTypeOf(loadAll<"Contact">).returns.resolves.toEqualTypeOf<
      BulkLoad<CreateInput<Schema, "Contact">, "Contact">
    >();
    const removeAll = <N extends ObjectName<Schema>>(name: N, ids: Id<N>[]) => sf.bulk.delete(name, ids);
    expectTypeOf(removeAll<"Contact">).returns.resolves.toExtend<{ jobs: readonly unknown[] }>();
  });

  it("pass a select on: rows are of it, and what is no field is refused", async () => {
    const rowsOf = <N extends ObjectName<Schema>, const Sel>(
      name: N,
      select: CheckedSelect<Schema, N, Sel>,
      where?: Where<Schema, N>,
    ): Promise<Row<Schema, N, Sel>[]> =>
      sf
        .sobject(name)
        .find<Sel>({ select, ...(where !== undefined && { where }) })
        .all();
    const rows = await rowsOf("Contact", { LastName: true, Account: { select: { Name: true } } });
    expectTypeOf(rows).toEqualTypeOf<{ LastName: string; Account: { Name: string } | null }[]>();
    // @ts-expect-error no such field
    void rowsOf("Contact", { LastNmae: true });
  });
});

describe("types by name", () => {
  const select = { Id: true, Name: true, Owner: { select: { Name: true } } } as const satisfies Select<
    Schema,
    "Account"
  >;
  type AccountRow = Row<Schema, "Account", typeof select>;

  it("are those that calls give", async () => {
    expectTypeOf(sf.Account.find({ select })).toEqualTypeOf<Query<AccountRow>>();
    expectTypeOf(sf.Account.find({ select: { ...select, Site: true } }).first()).resolves.toEqualTypeOf<
      (AccountRow & { Site: string | null } extends infer R ? { [K in keyof R]: R[K] } : never) | null
    >();
    expectTypeOf(sf.query("SELECT Id, Owner.Name FROM Account").all()).resolves.toEqualTypeOf<
      SoqlRow<Schema, "SELECT Id, Owner.Name FROM Account">[]
    >();
    expectTypeOf(sf.Contact.subquery("AccountId")).toEqualTypeOf<Subquery<Id<"Account">>>();
    const tree: TreeInput<Schema, "Account">[] = [{ Name: "x", Contacts: [{ LastName: "y" }] }];
    expectTypeOf(sf.Account.createTree(tree)).resolves.toEqualTypeOf<CreatedTree<Schema, "Account">[]>();
    expectTypeOf(sf.Account.retrieve("001000000000001AAA")).resolves.toEqualTypeOf<Account>();
  });

  it("can be built piece by piece", () => {
    const where: Where<Schema, "Account"> = {};
    where.Industry = "Banking";
    where.CreatedDate = { gt: new Date() };
    where.OR = [{ Name: { contains: "x" } }, { Phone: { startsWith: "y" } }];
    const input: CreateInput<Schema, "Account"> = { Name: "x" };
    input.Phone = "1";
    const changes: UpdateInput<Schema, "Account"> = {};
    changes.Phone = null;
    void sf.Account.find({ select, where });
    void sf.Account.create(input);
    void sf.Account.update("001000000000001AAA", { ...changes, Industry: "Banking" });
  });
});
