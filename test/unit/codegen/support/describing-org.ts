import { createClient } from "orgtype";
import type { DescribingClient, RawDescribe } from "orgtype/codegen";
import { type FakeOrg, fakeOrg, type SentRequest } from "../../../support/fake-org.js";
import { optionsFor } from "../../../support/small-org.js";

export interface DescribingOrg {
  readonly fake: FakeOrg;
  readonly client: DescribingClient;
  /** What the org has; change it between pulls. */
  readonly objects: Map<string, { describe: unknown; lastModified?: string; summary?: object }>;
  /** Status to answer for an object inside a composite, to see what is done about it. */
  readonly refuseInComposite: Map<string, number>;
  /** Status to answer for an object asked for alone. */
  readonly refuseAlone: Map<string, number>;
  /** How the composite as a whole answers. */
  composite: "works" | "refuses" | "breaks";
}

const LAST_MODIFIED = "Fri, 14 Aug 2026 20:53:02 GMT";
const refusal = [{ errorCode: "INVALID_TYPE", message: "sObject type is not supported." }];

/** An org that answers describes and nothing else, as real ones were recorded to. */
export function describingOrg(...describes: RawDescribe[]): DescribingOrg {
  const objects: DescribingOrg["objects"] = new Map(
    describes.map((describe) => [describe.name, { describe, lastModified: LAST_MODIFIED }]),
  );
  const fake = fakeOrg((request) => answer(org, request));
  const client = createClient({ apiVersion: "66.0", ...optionsFor(fake) });
  const org: DescribingOrg = {
    fake,
    client,
    objects,
    refuseInComposite: new Map(),
    refuseAlone: new Map(),
    composite: "works",
  };
  return org;
}

interface SubRequest {
  url: string;
  referenceId: string;
  httpHeaders: Record<string, string>;
}

function answer(org: DescribingOrg, { path, headers, body }: SentRequest): Response {
  if (path === "/services/data/v66.0/sobjects")
    return Response.json({ sobjects: [...org.objects].map(summary) });
  if (path === "/services/data/v66.0/composite") {
    if (org.composite === "breaks") throw new TypeError("socket closed");
    if (org.composite === "refuses") return Response.json(refusal, { status: 403 });
    const requests: SubRequest[] = body.compositeRequest;
    return Response.json({ compositeResponse: requests.map((request) => subResponse(org, request)) });
  }
  const name = nameIn(path);
  const { status, lastModified, json } = describeAnswer(
    org,
    name,
    headers.get("if-modified-since"),
    org.refuseAlone,
  );
  const answered = status === 304 ? null : JSON.stringify(json);
  return new Response(answered, {
    status,
    headers: lastModified === undefined ? {} : { "Last-Modified": lastModified },
  });
}

function subResponse(org: DescribingOrg, { url, referenceId, httpHeaders }: SubRequest) {
  const since = httpHeaders["If-Modified-Since"] ?? null;
  const { status, lastModified, json } = describeAnswer(org, nameIn(url), since, org.refuseInComposite);
  return {
    body: status === 304 ? null : json,
    httpHeaders: lastModified === undefined ? {} : { "Last-Modified": lastModified },
    httpStatusCode: status,
    referenceId,
  };
}

function describeAnswer(
  org: DescribingOrg,
  name: string,
  since: string | null,
  refused: ReadonlyMap<string, number>,
) {
  const object = org.objects.get(name);
  const status = refused.get(name) ?? (object === undefined ? 404 : 200);
  if (object === undefined || status !== 200) return { status, json: refusal };
  const { lastModified, describe } = object;
  const unchanged =
    since !== null && lastModified !== undefined && Date.parse(lastModified) <= Date.parse(since);
  return { status: unchanged ? 304 : 200, lastModified, json: describe };
}

function nameIn(path: string): string {
  return /\/sobjects\/([^/]+)\/describe$/.exec(path)?.[1] ?? "";
}

function summary([name, { summary: more }]: [string, { summary?: object }]) {
  const flags = {
    queryable: true,
    createable: true,
    updateable: true,
    deletable: true,
    deprecatedAndHidden: false,
  };
  return { name, label: name, ...flags, associateEntityType: null, ...more };
}
