import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";

const account = (referenceId: string, body: object = { Name: referenceId }) => ({
  method: "POST",
  url: `${DATA}/sobjects/Account`,
  referenceId,
  body,
});

const contact = (referenceId: string, parent: string) => ({
  method: "POST",
  url: `${DATA}/sobjects/Contact`,
  referenceId,
  body: { LastName: referenceId, AccountId: `@{${parent}.id}` },
});

describe("graphs", () => {
  it("are each all or none", async () => {
    const org = createOrg();
    const { post } = api(org);
    const { status, body } = await post("/composite/graph", {
      graphs: [
        { graphId: "1", compositeRequest: [account("a"), contact("c", "a")] },
        { graphId: "2", compositeRequest: [account("x"), account("bad", {})] },
      ],
    });
    expect(status).toBe(200);
    const [one, two] = body.graphs;
    expect(one).toMatchObject({ graphId: "1", isSuccessful: true });
    expect(
      one.graphResponse.compositeResponse.map((r: { httpStatusCode: number }) => r.httpStatusCode),
    ).toEqual([201, 201]);
    expect(two.isSuccessful).toBe(false);
    const [rolledBack, refused] = two.graphResponse.compositeResponse;
    expect(rolledBack).toMatchObject({
      httpStatusCode: 400,
      referenceId: "x",
      body: [{ errorCode: "PROCESSING_HALTED" }],
    });
    expect(refused).toMatchObject({ referenceId: "bad", body: [{ errorCode: "REQUIRED_FIELD_MISSING" }] });
    expect(org.records("Account").map((record) => record.Name)).toEqual(["a"]);
    expect(org.records("Contact")[0]?.AccountId).toBe(org.records("Account")[0]?.Id);
  });

  it("stop being tried after fourteen have failed", async () => {
    const { post } = api(createOrg());
    const graphs = Array.from({ length: 16 }, (_, n) => ({
      graphId: `g${n}`,
      compositeRequest: [n === 14 ? account("fine") : account("bad", {})],
    }));
    const { body } = await post("/composite/graph", { graphs });
    const codes = body.graphs.map(
      (graph: { graphResponse: { compositeResponse: { body: { errorCode: string }[] }[] } }) =>
        graph.graphResponse.compositeResponse[0]?.body[0]?.errorCode,
    );
    expect(codes.slice(0, 14)).toEqual(Array(14).fill("REQUIRED_FIELD_MISSING"));
    expect(codes.slice(14)).toEqual(["PROCESSING_HALTED", "PROCESSING_HALTED"]);
  });

  const chain = (length: number) =>
    Array.from({ length }, (_, n) =>
      account(`n${n}`, { Name: `n${n}`, ...(n === 0 ? {} : { ParentId: `@{n${n - 1}.id}` }) }),
    );
  const graphs = (count: number, nodes: number) =>
    Array.from({ length: count }, (_, g) => ({
      graphId: `g${g}`,
      compositeRequest: Array.from({ length: nodes }, (_, n) => account(`n${n}`)),
    }));

  it.each([
    ["500 nodes", graphs(5, 100), 200],
    ["501 nodes", graphs(3, 167), 400],
    ["76 graphs", graphs(76, 1), 400],
    ["15 levels", [{ graphId: "a", compositeRequest: chain(15) }], 200],
    ["16 levels", [{ graphId: "a", compositeRequest: chain(16) }], 400],
    ["the same id twice", [...graphs(1, 1), ...graphs(1, 1)], 400],
    ["an id with a period", [{ graphId: "a.b", compositeRequest: [account("a")] }], 400],
    ["a query", [{ graphId: "a", compositeRequest: [{ ...account("a"), url: `${DATA}/query` }] }], 400],
    [
      "an old version",
      [
        {
          graphId: "a",
          compositeRequest: [{ ...account("a"), url: "/services/data/v49.0/sobjects/Account" }],
        },
      ],
      400,
    ],
  ])("with %s", async (_what, list, expected) => {
    const org = createOrg();
    const { status } = await api(org).post("/composite/graph", { graphs: list });
    expect(status).toBe(expected);
    if (expected === 400) expect(org.records("Account")).toEqual([]);
  });
});

const node = (type: string, referenceId: string, fields: object) => ({
  attributes: { type, referenceId },
  ...fields,
});

describe("trees", () => {
  it("are created with their children, and answered level by level", async () => {
    const org = createOrg();
    const { status, body } = await api(org).post("/composite/tree/Account", {
      records: [
        node("Account", "a1", {
          Name: "A1",
          Contacts: { records: [node("Contact", "c1", { LastName: "C1" })] },
          ChildAccounts: { records: [node("Account", "a11", { Name: "A11" })] },
        }),
        node("Account", "a2", { Name: "A2" }),
      ],
    });
    expect(status).toBe(201);
    expect(body.hasErrors).toBe(false);
    expect(body.results.map((result: { referenceId: string }) => result.referenceId)).toEqual([
      "a1",
      "a2",
      "c1",
      "a11",
    ]);
    const id = body.results[0].id;
    expect(org.records("Contact")[0]).toMatchObject({ LastName: "C1", AccountId: id });
    expect(org.records("Account").find((record) => record.Name === "A11")?.ParentId).toBe(id);
  });

  it("are not created where one record is refused", async () => {
    const org = createOrg();
    const { status, body } = await api(org).post("/composite/tree/Account", {
      records: [
        node("Account", "a1", {
          Name: "A1",
          Contacts: { records: [node("Contact", "c1", { LastName: "x", Email: "nope" })] },
        }),
        node("Account", "a2", {}),
      ],
    });
    expect(status).toBe(400);
    expect(body).toEqual({
      hasErrors: true,
      results: [
        {
          referenceId: "a2",
          errors: [
            {
              statusCode: "REQUIRED_FIELD_MISSING",
              message: "Required fields are missing: [Name]",
              fields: ["Name"],
            },
          ],
        },
        {
          referenceId: "c1",
          errors: [
            {
              statusCode: "INVALID_EMAIL_ADDRESS",
              message: "Email: invalid email address: nope",
              fields: ["Email"],
            },
          ],
        },
      ],
    });
    expect(org.records("Account")).toEqual([]);
  });

  const nested = (levels: number): object =>
    node("Account", `r${levels}`, {
      Name: `r${levels}`,
      ...(levels === 1 ? {} : { ChildAccounts: { records: [nested(levels - 1)] } }),
    });
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => node("Account", `r${n}`, { Name: "n" }));

  it.each([
    ["five levels", [nested(5)], 201],
    ["six levels", [nested(6)], 400],
    ["200 records", many(200), 201],
    ["201 records", many(201), 400],
    ["a reference id twice", [node("Account", "a", { Name: "a" }), node("Account", "a", { Name: "b" })], 400],
    ["no reference id", [{ attributes: { type: "Account" }, Name: "a" }], 400],
    ["roots of another type", [node("Contact", "a", { LastName: "a" })], 400],
    [
      "a relationship to another type",
      [node("Account", "a", { Name: "a", Contacts: { records: [node("Lead", "b", { LastName: "b" })] } })],
      400,
    ],
  ])("with %s", async (_what, records, expected) => {
    const org = createOrg();
    const { status } = await api(org).post("/composite/tree/Account", { records });
    expect(status).toBe(expected);
    if (expected === 400) expect(org.records("Account")).toEqual([]);
  });
});

describe("requests of many parts", () => {
  it("cannot be parts themselves", async () => {
    const { post } = api(createOrg());
    for (const path of ["composite", "composite/batch", "composite/graph", "composite/tree/Account"]) {
      const url = `${DATA}/${path}`;
      const inside = await post("/composite", {
        compositeRequest: [{ method: "POST", url, referenceId: "a", body: {} }],
      });
      expect(inside.body.compositeResponse[0].httpStatusCode).toBe(404);
      const batched = await post("/composite/batch", {
        batchRequests: [{ method: "POST", url: `v66.0/${path}`, richInput: {} }],
      });
      expect(batched.body.results[0].statusCode).toBe(404);
    }
  });

  it("refuse headers their parts inherit, reference ids twice, and versions newer than their own", async () => {
    const { post } = api(createOrg());
    const get = (referenceId: string, httpHeaders = {}) => ({
      method: "GET",
      url: `${DATA}/limits`,
      referenceId,
      httpHeaders,
    });
    const header = await post("/composite", { compositeRequest: [get("a", { Accept: "text/xml" })] });
    expect(header.status).toBe(400);
    expect((await post("/composite", { compositeRequest: [get("a"), get("a")] })).status).toBe(400);
    const newer = await post("/services/data/v60.0/composite/batch", {
      batchRequests: [
        { method: "GET", url: "v66.0/limits" },
        { method: "GET", url: "v60.0/limits" },
      ],
    });
    expect(newer.body.results.map((result: { statusCode: number }) => result.statusCode)).toEqual([400, 200]);
  });

  it("list what they are", async () => {
    const { body } = await api(createOrg()).get("/composite");
    expect(body).toEqual({
      tree: `${DATA}/composite/tree`,
      batch: `${DATA}/composite/batch`,
      sobjects: `${DATA}/composite/sobjects`,
      graph: `${DATA}/composite/graph`,
    });
  });
});
