import type { components } from "../../generated/rest/rest.js";

type Schemas = components["schemas"];

/** An API version the server has. */
export type ApiVersion = Schemas["ApiVersion"];
/** What `describeGlobal` says of one object. */
export type SObjectSummary = Schemas["SObjectSummary"];
/** Every object the user may see, in short. */
export type DescribeGlobal = Schemas["DescribeGlobal"];
/** An object with all its fields, relationships and record types. */
export type DescribeSObject = Schemas["DescribeSObject"];
/** What a describe says of one field. */
export type DescribeField = Schemas["DescribeField"];
/** The org's limits by name, as `DailyApiRequests`. */
export type OrgLimits = Schemas["OrgLimits"];
/** One page of a query's rows, as it is on the wire. */
export type QueryPage = Schemas["QueryPage"];
/** What became of one record of a collection, as it is on the wire. */
export type WireSaveResult = Schemas["SaveResult"];
/** An action with what it takes and gives. */
export type ActionDescribe = Schemas["ActionDescribe"];
/** An input or output of an action. */
export type ActionParameter = Schemas["ActionParameter"];
/** What a list says of one action, as it is on the wire. */
export type WireActionSummary = Schemas["ActionSummary"];
/** What became of one input of an action, as it is on the wire. */
export type WireActionResult = Schemas["ActionResult"];
/** A record as it is on the wire. */
export type WireRecord = Schemas["Record"];
/** A user in OpenID Connect's words; which keys there are depends on the scopes granted. */
export type UserInfo = Schemas["UserInfo"];
/** A user's identity in Salesforce's words; which keys there are depends on the scopes granted. */
export type Identity = Schemas["Identity"];
/** A request for an approval as it is on the wire, */
export type WireApprovalRequest = Schemas["ApprovalRequest"];
/** and what became of it. */
export type WireApprovalResult = Schemas["ApprovalResult"];
/** A post of Chatter as it is sent, */
export type WireFeedElementInput = Schemas["FeedElementInput"];
/** a part of its message, */
export type WireSegmentInput = Schemas["FeedSegmentInput"];
/** and what is answered: posts, */
export type WireFeedElement = Schemas["FeedElement"];
/** comments, */
export type WireFeedComment = Schemas["FeedComment"];
/** what both say, */
export type WireFeedMessage = Schemas["FeedMessage"];
/** in parts, */
export type WireFeedSegment = Schemas["FeedSegment"];
/** files and polls of posts, */
export type WireFeedFile = Schemas["FeedFile"];
export type WireFeedPoll = Schemas["FeedPoll"];
/** likes, */
export type WireFeedLike = Schemas["FeedLike"];
/** and those whom it is about. */
export type WireChatterRecord = Schemas["ChatterRecord"];
export type WireChatterUser = Schemas["ChatterUser"];
export type WireChatterGroup = Schemas["ChatterGroup"];
export type WireSubscription = Schemas["ChatterSubscription"];

/** A tab of the user interface. */
export type Tab = Schemas["Tab"];
/** The icons and colors of an object. */
export type ThemeItem = Schemas["ThemeItem"];
/** An item of a menu of apps or tabs. */
export type AppMenuItem = Schemas["AppMenuItem"];
/** A report as it is saved, or was run. */
export type ReportMetadata = Schemas["ReportMetadata"];
/** A report as it is saved, and what its type offers. */
export type ReportDescribe = Schemas["ReportDescribe"];
/** What a report gave, as it is on the wire. */
export type WireReportResult = Schemas["ReportResult"];
/** A value of a report, as it is on the wire, */
export type WireReportCell = Schemas["ReportCell"];
/** a value that rows are grouped by, */
export type WireReportGroup = Schemas["ReportGroupValue"];
/** and how far an asynchronous run is. */
export type WireReportInstance = Schemas["ReportInstanceResult"];
/** A dashboard without data. */
export type DashboardMetadata = Schemas["DashboardMetadata"];
/** A dashboard with data, as it is on the wire. */
export type WireDashboardResult = Schemas["DashboardResult"];
/** A list view with its columns and its query. */
export type ListViewDescribe = Schemas["ListViewDescribe"];
/** A column of a list view. */
export type ListViewColumn = Schemas["ListViewColumn"];
/** List views as they are on the wire, */
export type WireListViewPage = Schemas["ListViewPage"];
/** and what one shows. */
export type WireListViewResults = Schemas["ListViewResults"];
/** The page layouts of an object, and which record type has which. */
export type PageLayouts = Schemas["PageLayouts"];
/** What the page of a record shows: sections with rows of fields, related lists, quick actions. */
export type PageLayout = Schemas["PageLayout"];
/** A part of a layout, with rows of fields. */
export type LayoutSection = Schemas["LayoutSection"];
/** A place of a layout. */
export type LayoutItem = Schemas["LayoutItem"];
/** The compact layouts of an object, and which record type has which. */
export type CompactLayouts = Schemas["CompactLayouts"];
/** The fields that sum a record up. */
export type CompactLayout = Schemas["CompactLayout"];
/** What approvers are shown, by approval process. */
export type ApprovalLayouts = Schemas["ApprovalLayouts"];
/** What search results show of an object. */
export type SearchLayout = Schemas["SearchLayout"];
/** A quick action in short, as it is on the wire. */
export type WireQuickAction = Schemas["QuickAction"];
/** What a quick action writes, and the fields it shows. */
export type QuickActionDescribe = Schemas["QuickActionDescribe"];
/** What a quick action did, as it is on the wire. */
export type WireQuickActionResult = Schemas["QuickActionResult"];
/** A document of GraphQL with its variables, as it is on the wire, */
export type WireGraphQLRequest = Schemas["GraphQLRequest"];
/** what came of it, */
export type WireGraphQLResult = Schemas["GraphQLResult"];
/** and an error of it. */
export type WireGraphQLError = Schemas["GraphQLError"];
