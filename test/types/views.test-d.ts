import type {
  DateTimeString,
  Id,
  ListedView,
  ListViewRow,
  OpenPicklist,
  PageLayout,
  QuickActionResult,
  ReadList,
} from "orgtype";
import type { Client, Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
declare const accountId: Id<"Account">;
declare const contactId: Id<"Contact">;

describe("a list view", () => {
  it("is one of a list, and is read by what the list gave", async () => {
    for await (const view of sf.Account.listViews({ recent: true })) {
      expectTypeOf(view).toEqualTypeOf<ListedView>();
      sf.Account.listView(view);
    }
    // @ts-expect-error no such option
    sf.Account.listViews({ limit: 5 });
    // @ts-expect-error an account is no list view
    sf.Account.listView(accountId);
  });

  it("has rows with any of the fields, and always their ids", async () => {
    const rows = sf.Account.listView("Hot").rows();
    expectTypeOf(rows).toEqualTypeOf<ReadList<ListViewRow<Schema, "Account">>>();
    const [row] = await rows.all();
    expectTypeOf(row!.Id).toEqualTypeOf<Id<"Account">>();
    expectTypeOf(row!.Name).toEqualTypeOf<string | undefined>();
    expectTypeOf(row!.AnnualRevenue).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(row!.CreatedDate).toEqualTypeOf<DateTimeString | undefined>();
    expectTypeOf(row!.Owner?.Alias).toEqualTypeOf<string | undefined>();
    const task = await sf.Task.listView("Calls").rows().first();
    expectTypeOf(task?.What?.Name).toEqualTypeOf<string | null | undefined>();
    // @ts-expect-error may not be a column
    const name: string = row!.Name;
    // @ts-expect-error no such field
    void row!.Nmae;
    void name;
  });

  it("has rows with exactly what is selected", async () => {
    const rows = await sf.Account.listView("Hot")
      .find({ select: { Name: true, Contacts: { select: { LastName: true } } } })
      .all();
    expectTypeOf(rows).toEqualTypeOf<{ Name: string; Contacts: { LastName: string }[] }[]>();
    // @ts-expect-error no such field
    sf.Account.listView("Hot").find({ select: { Nmae: true } });
    // @ts-expect-error the view says which records
    sf.Account.listView("Hot").find({ select: { Name: true }, where: { Name: "Acme" } });
    // @ts-expect-error something is to be selected
    sf.Account.listView("Hot").find({ limit: 1 });
  });

  it("has results as text", async () => {
    const { rows, columns } = await sf.Account.listView("Hot").results({ limit: 10 });
    expectTypeOf(rows[0]!["Owner.Alias"]).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(columns[0]!.fieldNameOrPath).toEqualTypeOf<string>();
    const { query } = await sf.Account.listView("Hot").describe();
    expectTypeOf(query).toEqualTypeOf<string | null>();
  });
});

describe("a layout", () => {
  it("is that of a record type", async () => {
    expectTypeOf(await sf.Account.layouts.page()).toEqualTypeOf<PageLayout>();
    await sf.Account.layouts.page("Master");
    // @ts-expect-error a contact is no record type
    sf.Account.layouts.page(contactId);
    const { layouts } = await sf.Account.layouts.list();
    // @ts-expect-error null where there are several record types
    void layouts[0];
  });

  it("is told of several objects by their names", async () => {
    const { Account } = await sf.layouts.compact(["Account"]);
    expectTypeOf(Account?.name).toEqualTypeOf<string | undefined>();
    // @ts-expect-error not asked for
    void (await sf.layouts.compact(["Account"])).Contact;
  });
});

describe("a quick action", () => {
  it("takes any of the fields of its target", async () => {
    const result = await sf.Account.quickActions.run("New_Contact", {
      target: "Contact",
      contextId: accountId,
      record: { LastName: "Reed", LeadSource: "Web" },
    });
    expectTypeOf(result).toEqualTypeOf<QuickActionResult<"Contact">>();
    expectTypeOf(result.ids).toEqualTypeOf<Id<"Contact">[]>();
    const { contextId } = result;
    expectTypeOf(contextId).toEqualTypeOf<Id | null>();
    const args = { target: "Contact", contextId: accountId } as const;
    // @ts-expect-error no such field
    sf.Account.quickActions.run("New_Contact", { ...args, record: { Nmae: "x" } });
    // @ts-expect-error cannot be written
    sf.Account.quickActions.run("New_Contact", { ...args, record: { CreatedDate: "2024-01-01T00:00:00Z" } });
    // @ts-expect-error no such object
    sf.quickActions.run("New_Contact", { target: "Contcat", record: {} });
  });

  it("takes anything where the target is not named", async () => {
    const { ids } = await sf.quickActions.run("Any", { record: { Anything: 1 } });
    expectTypeOf(ids).toEqualTypeOf<Id[]>();
    // @ts-expect-error something is to be written
    sf.quickActions.run("Any", {});
  });

  it("of an object is run at a record of it", () => {
    // @ts-expect-error at which record?
    sf.Account.quickActions.run("New_Contact", { record: {} });
    // @ts-expect-error an account's action
    sf.Account.quickActions.run("New_Contact", { contextId: contactId, record: {} });
    sf.quickActions.run("NewTask", { contextId: contactId, record: {} });
  });

  it("tells what a record begins with", async () => {
    const task = await sf.quickActions.defaultValues("NewTask", { target: "Task" });
    expectTypeOf(task.Status).toExtend<OpenPicklist<string> | undefined>();
    expectTypeOf(task.attributes.type).toEqualTypeOf<string>();
    const any = await sf.Account.quickActions.defaultValues("New_Contact", { contextId: accountId });
    expectTypeOf(any.Anything).toEqualTypeOf<unknown>();
    // @ts-expect-error no such field
    void task.Nmae;
  });
});
