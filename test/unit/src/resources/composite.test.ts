import { isOrgtypeError } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

interface SubRequest {
  method: string;
  url: string;
  referenceId: string;
  body?: Record<string, unknown>;
}

/** A client whose composite requests are answered one by one, and what was sent. */
function answering(answer: (request: SubRequest, index: number) => { status: number; body: unknown }) {
  const sent: { path: string; allOrNone: boolean | undefined; requests: SubRequest[] }[] = [];
  const org = fakeOrg(({ path, body }) => {
    const requests = body.compositeRequest ?? body.graphs[0].compositeRequest;
    sent.push({ path, allOrNone: body.allOrNone, requests });
    const compositeResponse = requests.map((item: SubRequest, index: number) => {
      const answered = answer(item, index);
      return {
        body: answered.body,
        httpHeaders: {},
        httpStatusCode: answered.status,
        referenceId: item.referenceId,
      };
    });
    if (body.graphs === undefined) return json({ compositeResponse });
    return json({ graphs: [{ graphId: "g0", graphResponse: { compositeResponse }, isSuccessful: true }] });
  });
  return { sf: smallClient(org), sent };
}

const created = (_: SubRequest, index: number) => ({
  status: 201,
  body: { id: `00100000000000${index}AAA`, success: true, errors: [] },
});

describe("a composite request", () => {
  it("lets requests use the ids of those before, in bodies and in URLs", async () => {
    const { sf, sent } = answering((request, index) =>
      request.method === "POST" ? created(request, index) : { status: 204, body: null },
    );
    const result = await sf.composite((c) => {
      const account = c.Account.create({ Name: "Acme" });
      c.Contact.create({ LastName: "Coyote", AccountId: account.id });
      const done = c.Account.update(account.id, { Industry: "Banking" });
      return { account, done };
    });
    expect(result).toEqual({ account: "001000000000000AAA", done: undefined });
    const [first, second, third] = sent[0]!.requests;
    const reference = `@{${first!.referenceId}.id}`;
    expect(sent[0]).toMatchObject({ path: "/services/data/v66.0/composite", allOrNone: true });
    expect(second).toMatchObject({ method: "POST", body: { LastName: "Coyote", AccountId: reference } });
    expect(third).toMatchObject({
      method: "PATCH",
      url: `/services/data/v66.0/sobjects/Account/${reference}`,
      body: { Industry: "Banking" },
    });
  });

  it("of more than 25 parts is a graph", async () => {
    const { sf, sent } = answering(created);
    const ids = await sf.composite((c) =>
      Array.from({ length: 26 }, (_, n) => c.Account.create({ Name: `A${n}` })),
    );
    expect(ids).toHaveLength(26);
    expect(sent).toMatchObject([{ path: "/services/data/v66.0/composite/graph" }]);
  });

  it("that fails rejects with the refusal that undid it all", async () => {
    const halted = [{ errorCode: "PROCESSING_HALTED", message: "rolled back" }];
    const { sf } = answering((_, index) =>
      index === 1
        ? { status: 400, body: [{ errorCode: "STRING_TOO_LONG", message: "too long", fields: ["LastName"] }] }
        : { status: 400, body: halted },
    );
    const call = sf.composite((c) => {
      const account = c.Account.create({ Name: "x" });
      return [account, c.Contact.create({ LastName: "y", AccountId: account.id })];
    });
    await expect(call).rejects.toMatchObject({
      name: "ValidationError",
      fields: ["LastName"],
      request: "POST /sobjects/Contact",
    });
  });

  it("whose parts stand by themselves says what became of each", async () => {
    const { sf, sent } = answering((request, index) =>
      index === 0
        ? created(request, index)
        : { status: 404, body: [{ errorCode: "NOT_FOUND", message: "gone" }] },
    );
    const [one, two] = await sf.composite(
      (c) => [c.Account.create({ Name: "x" }), c.Account.delete("001000000000001AAA")],
      { allOrNone: false },
    );
    expect(sent[0]!.allOrNone).toBe(false);
    expect(one).toEqual({ success: true, value: "001000000000000AAA" });
    expect(two.success || isOrgtypeError(two.error, "NotFoundError")).toBe(true);
    expect(two.success).toBe(false);
  });

  it("never takes a user's text for a reference", async () => {
    const { sf } = answering(created);
    const planned = (name: string) => sf.composite((c) => c.Account.create({ Name: name }));
    await expect(planned("@{r0.id}")).rejects.toThrow("`record.Name`");
    await expect(planned("Write to @{anything}")).rejects.toMatchObject({ name: "SettingsError" });
    await expect(sf.composite((c) => c.Account.upsert("Key__c", "@{r0.id}", { Name: "x" }))).rejects.toThrow(
      "the URL",
    );
    expect(await planned("me@{here")).toBe("001000000000000AAA");
  });

  it("refuses plans that cannot be sent", async () => {
    const { sf, sent } = answering(created);
    const composite = sf.composite as (plan: (c: never) => unknown, options?: object) => Promise<unknown>;
    await expect(composite(() => ({}))).rejects.toThrow("0 requests");
    await expect(
      sf.composite((c) => Array.from({ length: 501 }, () => c.Account.create({ Name: "x" }))),
    ).rejects.toThrow("501 requests");
    await expect(
      sf.composite((c) => Array.from({ length: 26 }, () => c.Account.create({ Name: "x" })), {
        allOrNone: false,
      }),
    ).rejects.toThrow("26 requests");
    expect(sent).toEqual([]);
  });
});
