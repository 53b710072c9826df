import { object } from "../dsl.js";
import { address } from "../fields/compound.js";
import { int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, datetime } from "../fields/plain.js";
import { email, phone, text } from "../fields/text.js";
import { languages, locales, timeZones } from "./locale-values.js";
import { recordAccess, recordAccessWithTransfer } from "./picklist-values.js";

const written = { createable: false, permissionable: false } as const;
const preference = { ...written, default: null, sortable: false, groupable: false } as const;
const readOnly = { readOnly: true } as const;
const coded = { restricted: true, length: 40 } as const;

export const organization = object(
  "Organization",
  {
    label: "Organization",
    prefix: "00D",
    owner: null,
    without: ["IsDeleted"],
    createable: false,
    deletable: false,
    layoutable: false,
    mruEnabled: false,
    searchable: false,
    triggerable: false,
    undeletable: false,
  },
  {
    Name: text(80, { required: true, createable: false, idLookup: false }),
    Division: text(80, written),
    Address: address(),
    Phone: phone(written),
    Fax: phone(written),
    PrimaryContact: text(80, written),
    DefaultLocaleSidKey: picklist(locales, { label: "Locale", nillable: false, ...coded, ...written }),
    TimeZoneSidKey: picklist(timeZones, { label: "Time Zone", nillable: false, ...coded, ...written }),
    LanguageLocaleKey: picklist(languages, { label: "Language", nillable: false, ...coded, ...written }),
    ReceivesInfoEmails: boolean({ label: "Info Emails", ...written }),
    ReceivesAdminInfoEmails: boolean({ label: "Info Emails Admin", ...written }),
    PreferencesRequireOpportunityProducts: boolean({ label: "RequireOpportunityProducts", ...preference }),
    PreferencesConsentManagementEnabled: boolean({ label: "ConsentManagementEnabled", ...preference }),
    FiscalYearStartMonth: int(9, { label: "Fiscal Year Starts In", ...readOnly }),
    UsesStartDateAsFiscalYearName: boolean({ label: "Fiscal Year Name by Start", ...readOnly }),
    DefaultAccountAccess: picklist(recordAccess, { ...coded, ...readOnly }),
    DefaultContactAccess: picklist(
      { ...recordAccess, ControlledByParent: "Controlled By Parent" },
      { ...coded, ...readOnly },
    ),
    DefaultOpportunityAccess: picklist(recordAccess, { ...coded, ...readOnly }),
    DefaultLeadAccess: picklist(recordAccessWithTransfer, { ...coded, ...readOnly }),
    DefaultCaseAccess: picklist(recordAccessWithTransfer, { ...coded, ...readOnly }),
    DefaultCalendarAccess: picklist(
      {
        HideDetails: "Hide Details",
        HideDetailsInsert: "Hide Details and Add Events",
        ShowDetails: "Show Details",
        ShowDetailsInsert: "Show Details and Add Events",
        AllowEdits: "Full Access",
      },
      { default: "HideDetailsInsert", ...coded, ...readOnly },
    ),
    DefaultPricebookAccess: picklist(
      { None: "No Access", Read: "View Only", ReadSelect: "Use" },
      { label: "Default Price Book Access", ...coded, ...readOnly },
    ),
    DefaultCampaignAccess: picklist({ ...recordAccess, All: "Owner" }, { ...coded, ...readOnly }),
    ComplianceBccEmail: email({ label: "Compliance BCC Email", ...readOnly }),
    UiSkin: picklist(
      {
        Theme1: "salesforce.com Classic",
        Theme2: "Salesforce",
        PortalDefault: "Portal Default",
        Webstore: "Webstore",
        Theme3: "Aloha",
      },
      { label: "UI Skin", default: "Theme3", ...coded, ...written },
    ),
    SignupCountryIsoCode: text(2, { label: "Signup Country", ...readOnly }),
    TrialExpirationDate: datetime(readOnly),
    OrganizationType: picklist(
      [
        "Team Edition",
        "Professional Edition",
        "Enterprise Edition",
        "Developer Edition",
        "Personal Edition",
        "Unlimited Edition",
        "Contact Manager Edition",
        "Base Edition",
      ],
      { label: "Edition", ...coded, ...readOnly },
    ),
    NamespacePrefix: text(15, readOnly),
    InstanceName: text(5, readOnly),
    IsSandbox: boolean(readOnly),
    WebToCaseDefaultOrigin: text(40, { label: "Web to Cases Default Origin", ...written }),
    MonthlyPageViewsUsed: int(9, readOnly),
    MonthlyPageViewsEntitlement: int(9, { label: "Monthly Page Views Allowed", ...readOnly }),
    IsReadOnly: boolean({ label: "Is Read Only", ...readOnly }),
  },
);
