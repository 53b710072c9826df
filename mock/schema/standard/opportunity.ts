import { object } from "../dsl.js";
import { currency, double, int, percent } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, date, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { longTextArea, text } from "../fields/text.js";
import { leadSources } from "./picklist-values.js";

/** Salesforce answers these from the activities, not from an index. */
const fromActivities = { readOnly: true, filterable: false, sortable: false } as const;

const fiscal = { readOnly: true, compoundFieldName: "Fiscal" } as const;

export const opportunity = object(
  "Opportunity",
  {
    label: "Opportunity",
    plural: "Opportunities",
    prefix: "006",
    activities: true,
    deepCloneable: true,
    feedEnabled: true,
  },
  {
    AccountId: lookup("Account", { children: "Opportunities", cascadeDelete: true }),
    IsPrivate: boolean({ label: "Private" }),
    Name: text(120, { required: true }),
    Description: longTextArea(32_000),
    StageName: picklist(
      [
        "Prospecting",
        "Qualification",
        "Needs Analysis",
        "Value Proposition",
        "Id. Decision Makers",
        "Perception Analysis",
        "Proposal/Price Quote",
        "Negotiation/Review",
        "Closed Won",
        "Closed Lost",
      ],
      { label: "Stage", required: true },
    ),
    Amount: currency(18, 2),
    Probability: percent(3, 0, { label: "Probability (%)", defaultedOnCreate: true }),
    ExpectedRevenue: currency(18, 2, { label: "Expected Amount", readOnly: true, permissionable: true }),
    TotalOpportunityQuantity: double(18, 2, { label: "Quantity" }),
    CloseDate: date({ required: true }),
    Type: picklist(
      [
        "Existing Customer - Upgrade",
        "Existing Customer - Replacement",
        "Existing Customer - Downgrade",
        "New Customer",
      ],
      { label: "Opportunity Type" },
    ),
    NextStep: text(255),
    LeadSource: picklist(leadSources),
    IsClosed: boolean({ label: "Closed", readOnly: true }),
    IsWon: boolean({ label: "Won", readOnly: true }),
    ForecastCategory: picklist(
      {
        Omitted: "Omitted",
        Pipeline: "Pipeline",
        BestCase: "Best Case",
        MostLikely: "Most Likely",
        Forecast: "Commit",
        Closed: "Closed",
      },
      { restricted: true, length: 40, readOnly: true, nillable: false },
    ),
    ForecastCategoryName: picklist(["Omitted", "Pipeline", "Best Case", "Commit", "Closed"], {
      label: "Forecast Category",
      restricted: true,
      defaultedOnCreate: true,
      permissionable: false,
    }),
    CampaignId: lookup("Campaign", { children: "Opportunities" }),
    HasOpportunityLineItem: boolean({ label: "Has Line Item", readOnly: true }),
    Pricebook2Id: lookup("Pricebook2", {
      label: "Price Book ID",
      children: "Opportunities",
      restrictedDelete: true,
      defaultedOnCreate: true,
      permissionable: false,
    }),
    LastStageChangeDate: datetime({ readOnly: true }),
    FiscalQuarter: int(8, fiscal),
    FiscalYear: int(8, fiscal),
    Fiscal: text(6, { label: "Fiscal Period", readOnly: true, byteLength: 6 }),
    ContactId: lookup("Contact", {
      relationship: null,
      children: "Opportunities",
      updateable: false,
      permissionable: false,
      searchPrefilterable: false,
    }),
    ContractId: lookup("Contract", { children: "Opportunities" }),
    HasOpenActivity: boolean(fromActivities),
    HasOverdueTask: boolean(fromActivities),
  },
);
