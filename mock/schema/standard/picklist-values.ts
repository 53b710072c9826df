/** Values that several standard objects offer: Salesforce's defaults in a new org. */

export const industries = [
  "Agriculture",
  "Apparel",
  "Banking",
  "Biotechnology",
  "Chemicals",
  "Communications",
  "Construction",
  "Consulting",
  "Education",
  "Electronics",
  "Energy",
  "Engineering",
  "Entertainment",
  "Environmental",
  "Finance",
  "Food & Beverage",
  "Government",
  "Healthcare",
  "Hospitality",
  "Insurance",
  "Machinery",
  "Manufacturing",
  "Media",
  "Not For Profit",
  "Recreation",
  "Retail",
  "Shipping",
  "Technology",
  "Telecommunications",
  "Transportation",
  "Utilities",
  "Other",
];

export const leadSources = ["Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"];

export const ratings = ["Hot", "Warm", "Cold"];

export const cleanStatuses = {
  Matched: "In Sync",
  Different: "Different",
  Acknowledged: "Reviewed",
  NotFound: "Not Found",
  Inactive: "Inactive",
  Pending: "Not Compared",
  SelectMatch: "Select Match",
  Skipped: "Skipped",
};

/** File privacy, shared by a file and its versions. */
export const sharingOptions = { A: "Freeze Sharing Off", R: "Freeze Sharing On" };

export const sharingPrivacies = {
  N: "Visible to Anyone With Record Access",
  P: "Private on Records",
};

export const publishStatuses = { U: "Upload Interrupted", P: "Public", R: "Private Library" };

/** Kinds of user a licence makes. */
export const userTypes = {
  Standard: "Standard",
  PowerPartner: "Partner",
  PowerCustomerSuccess: "Customer Portal Manager",
  CustomerSuccess: "Customer Portal User",
  Guest: "Guest",
  CspLitePortal: "High Volume Portal",
  CsnOnly: "CSN Only",
  SelfService: "Self Service",
};

export const recordAccess = { None: "Private", Read: "Read Only", Edit: "Read/Write" };

export const recordAccessWithTransfer = { ...recordAccess, ReadEditTransfer: "Read/Write/Transfer" };
