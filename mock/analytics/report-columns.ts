/** The names that Salesforce's own report types have for columns, and where their values are. */
type Columns = Readonly<Record<string, string>>;

interface StandardType {
  readonly type: string;
  readonly label: string;
  readonly category: string;
  readonly columns: Columns;
}

const AUDIT: Columns = {
  CREATED_DATE: "CreatedDate",
  LAST_UPDATE: "LastModifiedDate",
  CREATED: "CreatedBy.Name",
  LAST_UPDATE_BY: "LastModifiedBy.Name",
};

const ADDRESS: Columns = {
  ADDRESS1_STREET: "BillingStreet",
  ADDRESS1_CITY: "BillingCity",
  ADDRESS1_STATE: "BillingState",
  ADDRESS1_ZIP: "BillingPostalCode",
  ADDRESS1_COUNTRY: "BillingCountry",
};

/** By the object that they are about. Fields that have no name here are called as `Account.Custom__c`. */
export const STANDARD_TYPES: Readonly<Record<string, StandardType>> = {
  Account: {
    type: "AccountList",
    label: "Accounts",
    category: "Accounts & Contacts",
    columns: {
      "ACCOUNT.NAME": "Name",
      "USERS.NAME": "Owner.Name",
      ACCOUNT_ID: "Id",
      TYPE: "Type",
      INDUSTRY: "Industry",
      RATING: "Rating",
      SALES: "AnnualRevenue",
      EMPLOYEES: "NumberOfEmployees",
      PHONE1: "Phone",
      URL: "Website",
      DUE_DATE: "LastActivityDate",
      PARENT_ACCOUNT: "Parent.Name",
      ...ADDRESS,
      ...AUDIT,
    },
  },
  Contact: {
    type: "ContactList",
    label: "Contacts & Accounts",
    category: "Accounts & Contacts",
    columns: {
      CONTACT_NAME: "Name",
      FIRST_NAME: "FirstName",
      LAST_NAME: "LastName",
      TITLE: "Title",
      EMAIL: "Email",
      PHONE1: "Phone",
      "ACCOUNT.NAME": "Account.Name",
      "USERS.NAME": "Owner.Name",
      ...AUDIT,
    },
  },
  Opportunity: {
    type: "Opportunity",
    label: "Opportunities",
    category: "Opportunities",
    columns: {
      OPPORTUNITY_NAME: "Name",
      ACCOUNT_NAME: "Account.Name",
      FULL_NAME: "Owner.Name",
      TYPE: "Type",
      LEAD_SOURCE: "LeadSource",
      AMOUNT: "Amount",
      EXP_AMOUNT: "ExpectedRevenue",
      CLOSE_DATE: "CloseDate",
      NEXT_STEP: "NextStep",
      STAGE_NAME: "StageName",
      PROBABILITY: "Probability",
      CLOSED: "IsClosed",
      WON: "IsWon",
      FORECAST_CATEGORY: "ForecastCategoryName",
      INDUSTRY: "Account.Industry",
      ...AUDIT,
    },
  },
  Case: {
    type: "CaseList",
    label: "Cases",
    category: "Customer Support Reports",
    columns: {
      CASE_NUMBER: "CaseNumber",
      SUBJECT: "Subject",
      STATUS: "Status",
      PRIORITY: "Priority",
      ORIGIN: "Origin",
      TYPE: "Type",
      CLOSED: "IsClosed",
      OWNER: "Owner.Name",
      "ACCOUNT.NAME": "Account.Name",
      CLOSED_DATE: "ClosedDate",
      ...AUDIT,
    },
  },
  Lead: {
    type: "LeadList",
    label: "Leads",
    category: "Leads",
    columns: {
      FIRST_NAME: "FirstName",
      LAST_NAME: "LastName",
      COMPANY: "Company",
      TITLE: "Title",
      EMAIL: "Email",
      PHONE: "Phone",
      LEAD_SOURCE: "LeadSource",
      STATUS: "Status",
      RATING: "Rating",
      INDUSTRY: "Industry",
      OWNER: "Owner.Name",
      ...AUDIT,
    },
  },
};

/** The names that the report types of an org's own objects have. */
export const CUSTOM_COLUMNS: Columns = {
  CUST_NAME: "Name",
  CUST_OWNER_NAME: "Owner.Name",
  CUST_CREATED_NAME: "CreatedBy.Name",
  CUST_CREATED_DATE: "CreatedDate",
  CUST_LAST_UPDATE: "LastModifiedDate",
};
