import { object } from "../dsl.js";
import { address, personName } from "../fields/compound.js";
import { int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { email, imageUrl, phone, text, textarea, url } from "../fields/text.js";
import { emailEncodings, languages, locales, timeZones } from "./locale-values.js";
import { userTypes } from "./picklist-values.js";

const readOnly = { readOnly: true } as const;
const internal = { permissionable: false } as const;
/** Kept as bits of one column, which is why nothing can be sorted or grouped by them. */
const bit = { default: null, sortable: false, groupable: false, ...internal } as const;
const coded = { restricted: true, length: 40 } as const;

export const user = object(
  "User",
  {
    label: "User",
    prefix: "005",
    owner: null,
    without: ["IsDeleted"],
    deletable: false,
    undeletable: false,
    feedEnabled: true,
  },
  {
    Username: text(80, { required: true, idLookup: true }),
    Name: personName({ salutations: null }),
    CompanyName: text(80),
    Division: text(80),
    Department: text(80),
    Title: text(80),
    Address: address(),
    Email: email({ required: true, idLookup: true }),
    EmailPreferencesAutoBcc: boolean({ label: "AutoBcc", ...bit }),
    EmailPreferencesAutoBccStayInTouch: boolean({ label: "AutoBccStayInTouch", ...bit }),
    EmailPreferencesStayInTouchReminder: boolean({ label: "StayInTouchReminder", ...bit }),
    SenderEmail: email({ label: "Email Sender Address", ...internal }),
    SenderName: text(80, { label: "Email Sender Name", ...internal }),
    Signature: textarea(1333, { label: "Email Signature", ...internal }),
    StayInTouchSubject: text(80, { label: "Stay-in-Touch Email Subject", ...internal }),
    StayInTouchSignature: textarea(512, { label: "Stay-in-Touch Email Signature", ...internal }),
    StayInTouchNote: text(512, { label: "Stay-in-Touch Email Note", ...internal }),
    Phone: phone(),
    Fax: phone(),
    MobilePhone: phone({ label: "Mobile" }),
    Alias: text(8, { required: true }),
    CommunityNickname: text(40, { label: "Nickname", required: true, defaultedOnCreate: true }),
    BadgeText: text(80, { label: "User Photo badge text overlay", ...readOnly }),
    IsActive: boolean({ label: "Active", ...internal }),
    TimeZoneSidKey: picklist(timeZones, { label: "Time Zone", required: true, ...coded }),
    UserRoleId: lookup("UserRole", { label: "Role ID", children: "Users", ...internal }),
    LocaleSidKey: picklist(locales, { label: "Locale", required: true, ...coded }),
    ReceivesInfoEmails: boolean({ label: "Info Emails", ...internal }),
    ReceivesAdminInfoEmails: boolean({ label: "Admin Info Emails", ...internal }),
    EmailEncodingKey: picklist(emailEncodings, { label: "Email Encoding", required: true, ...coded }),
    ProfileId: lookup("Profile", { children: "Users", required: true }),
    UserType: picklist(userTypes, { ...coded, ...readOnly }),
    LanguageLocaleKey: picklist(languages, { label: "Language", required: true, ...coded }),
    EmployeeNumber: text(20),
    DelegatedApproverId: lookup(["Group", "User"], { relationship: null, children: "DelegatedUsers" }),
    ManagerId: lookup("User", { children: "ManagedUsers" }),
    LastLoginDate: datetime({ label: "Last Login", ...readOnly }),
    LastPasswordChangeDate: datetime({ label: "Last Password Change or Reset", ...readOnly }),
    NumberOfFailedLogins: int(9, { label: "Failed Login Attempts", ...readOnly }),
    OfflineTrialExpirationDate: datetime({ label: "Offline Edition Trial Expiration Date", ...readOnly }),
    OfflinePdaTrialExpirationDate: datetime({ label: "Sales Anywhere Trial Expiration Date", ...readOnly }),
    UserPermissionsMarketingUser: boolean({ label: "Marketing User", ...bit }),
    UserPermissionsOfflineUser: boolean({ label: "Offline User", ...bit }),
    UserPermissionsAvantgoUser: boolean({ label: "AvantGo User", ...bit }),
    UserPermissionsMobileUser: boolean({ label: "Apex Mobile User", ...bit }),
    UserPermissionsCallCenterAutoLogin: boolean({ label: "Auto-login To Call Center", ...bit }),
    UserPermissionsSFContentUser: boolean({ label: "Salesforce CRM Content User", ...bit }),
    UserPermissionsInteractionUser: boolean({ label: "Flow User", ...bit }),
    UserPermissionsSupportUser: boolean({ label: "Service Cloud User", ...bit }),
    ForecastEnabled: boolean({ label: "Allow Forecasting", ...internal }),
    UserPreferencesActivityRemindersPopup: boolean({ label: "ActivityRemindersPopup", ...bit }),
    UserPreferencesApexPagesDeveloperMode: boolean({ label: "ApexPagesDeveloperMode", ...bit }),
    UserPreferencesLightningExperiencePreferred: boolean({ label: "LightningExperiencePreferred", ...bit }),
    ContactId: lookup("Contact", { children: "Users", restrictedDelete: true, ...internal }),
    AccountId: lookup("Account", { children: "Users", ...readOnly }),
    Extension: phone(),
    FederationIdentifier: text(512, { label: "SAML Federation ID", idLookup: true }),
    AboutMe: textarea(1000),
    FullPhotoUrl: url(1024, { label: "Url for full-sized Photo", ...readOnly }),
    SmallPhotoUrl: imageUrl(1024, { label: "Photo", ...readOnly }),
    IsExtIndicatorVisible: boolean({ label: "Show external indicator", ...readOnly }),
    OutOfOfficeMessage: text(40, {
      label: "Out of office message",
      aggregatable: false,
      ...readOnly,
    }),
    MediumPhotoUrl: imageUrl(1024, { label: "Url for medium profile photo", ...readOnly }),
    DigestFrequency: picklist(
      { D: "Daily", W: "Weekly", N: "Never" },
      { label: "Chatter Email Highlights Frequency", default: "N", nillable: false, ...coded, ...internal },
    ),
    DefaultGroupNotificationFrequency: picklist(
      { P: "Email on Each Post", D: "Daily Digests", W: "Weekly Digests", N: "Never" },
      {
        label: "Default Notification Frequency when Joining Groups",
        default: "N",
        nillable: false,
        ...coded,
        ...internal,
      },
    ),
    BannerPhotoUrl: url(1024, { label: "Url for banner photo", ...readOnly }),
    SmallBannerPhotoUrl: url(1024, { label: "Url for IOS banner photo", ...readOnly }),
    MediumBannerPhotoUrl: url(1024, { label: "Url for Android banner photo", ...readOnly }),
    IsProfilePhotoActive: boolean({ label: "Has Profile Photo", ...readOnly }),
  },
);
