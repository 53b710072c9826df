import type { ObjectInfo } from "../catalog/object-info.js";
import { decodeBase64 } from "../http/base64.js";
import type { Value } from "../store/table.js";
import { datetimeText } from "./date-text.js";

type Values = Readonly<Record<string, Value>>;

/** A record as it will be, what was just written of it, and what it was: nothing for a new one. */
interface Change {
  readonly values: Values;
  readonly written: ReadonlySet<string>;
  readonly before: Values;
  readonly now: Date;
}

interface Stage {
  readonly probability: number;
  readonly category: "Pipeline" | "Closed" | "Omitted";
  readonly outcome?: "won" | "lost";
}

/** The stages an org has from its first day. Of a stage of its own nothing is derived. */
const STAGES: Readonly<Record<string, Stage>> = {
  Prospecting: { probability: 10, category: "Pipeline" },
  Qualification: { probability: 10, category: "Pipeline" },
  "Needs Analysis": { probability: 20, category: "Pipeline" },
  "Value Proposition": { probability: 50, category: "Pipeline" },
  "Id. Decision Makers": { probability: 60, category: "Pipeline" },
  "Perception Analysis": { probability: 70, category: "Pipeline" },
  "Proposal/Price Quote": { probability: 75, category: "Pipeline" },
  "Negotiation/Review": { probability: 90, category: "Pipeline" },
  "Closed Won": { probability: 100, category: "Closed", outcome: "won" },
  "Closed Lost": { probability: 0, category: "Omitted", outcome: "lost" },
};

/** What Salesforce itself makes of other fields, by object. */
const DERIVATIONS: Readonly<Record<string, (change: Change) => Record<string, Value>>> = {
  Opportunity: opportunity,
  OpportunityLineItem: (change) => lineItem(change, "Discount"),
  OrderItem: (change) => lineItem(change),
  Case: ({ values, before, now }) => {
    const isClosed = values.Status === "Closed";
    const closedDate = before.IsClosed === true ? (before.ClosedDate ?? null) : datetimeText(now);
    return { IsClosed: isClosed, ClosedDate: isClosed ? closedDate : null };
  },
  Attachment: ({ values }) => ({ BodyLength: bytesIn(values.Body) }),
  ContentDocumentLink: ({ values: { ShareType, Visibility } }) => ({
    ShareType: ShareType ?? "V",
    Visibility: Visibility ?? "AllUsers",
  }),
  Task: ({ values }) => ({ IsClosed: values.Status === "Completed" }),
};

/** The values that follow from others; of fields that the object does not have there are none. */
export function derivedValues(object: ObjectInfo, change: Change): Record<string, Value> {
  const derive = Object.hasOwn(DERIVATIONS, object.name) ? DERIVATIONS[object.name] : undefined;
  if (derive === undefined) return {};
  return Object.fromEntries(
    Object.entries(derive(change)).filter(([name]) => object.field(name) !== undefined),
  );
}

function bytesIn(body: Value | undefined): number {
  return typeof body === "string" ? decodeBase64(body).length : 0;
}

function opportunity({ values, written }: Change): Record<string, Value> {
  const stage = STAGES[String(values.StageName)];
  if (stage === undefined) return {};
  const byStage = written.has("StageName") && !written.has("Probability");
  const probability = byStage ? stage.probability : Number(values.Probability ?? stage.probability);
  const amount = values.Amount;
  return {
    Probability: probability,
    IsClosed: stage.outcome !== undefined,
    IsWon: stage.outcome === "won",
    ForecastCategory: stage.category,
    ForecastCategoryName: stage.category,
    ExpectedRevenue: typeof amount === "number" ? (amount * probability) / 100 : null,
  };
}

/** A line is priced by its unit or by its total: the other one follows. */
function lineItem({ values, written }: Change, discountField?: string): Record<string, Value> {
  const { Quantity: quantity, UnitPrice: unitPrice, TotalPrice: totalPrice } = values;
  if (typeof quantity !== "number") return {};
  const share = 1 - Number(values[discountField ?? ""] ?? 0) / 100;
  if (written.has("TotalPrice") && typeof totalPrice === "number" && quantity !== 0 && share !== 0) {
    return { UnitPrice: totalPrice / quantity / share, Subtotal: totalPrice / share };
  }
  if (typeof unitPrice !== "number") return {};
  return { Subtotal: unitPrice * quantity, TotalPrice: unitPrice * quantity * share };
}
