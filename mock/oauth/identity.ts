import { type Answer, json } from "../http/call.js";
import { notFound } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { toId18 } from "../store/record-id.js";
import type { Value } from "../store/table.js";
import { param, type Route, type RoutedCall } from "./route.js";

type UserValues = Readonly<Record<string, Value>>;

/** Paths a client can go on to; `{version}` is for the client to fill in. */
const URLS: Readonly<Record<string, string>> = {
  enterprise: "/services/Soap/c/{version}/{org}",
  metadata: "/services/Soap/m/{version}/{org}",
  partner: "/services/Soap/u/{version}/{org}",
  rest: "/services/data/v{version}/",
  sobjects: "/services/data/v{version}/sobjects/",
  search: "/services/data/v{version}/search/",
  query: "/services/data/v{version}/query/",
  recent: "/services/data/v{version}/recent/",
  tooling_soap: "/services/Soap/T/{version}/{org}",
  tooling_rest: "/services/data/v{version}/tooling/",
  profile: "/{user}",
  feeds: "/services/data/v{version}/chatter/feeds",
  groups: "/services/data/v{version}/chatter/groups",
  users: "/services/data/v{version}/chatter/users",
  feed_items: "/services/data/v{version}/chatter/feed-items",
  feed_elements: "/services/data/v{version}/chatter/feed-elements",
  custom_domain: "",
};

function urls(call: RoutedCall, context: OrgContext): Record<string, string> {
  const organization = context.organizationId.slice(0, 15);
  return Object.fromEntries(
    Object.entries(URLS).map(([name, path]) => [
      name,
      call.origin + path.replace("{org}", organization).replace("{user}", context.userId),
    ]),
  );
}

function runningUser(context: OrgContext): UserValues {
  const record = context.store.table("User").get(context.userId);
  return { Username: context.credentials.username, Email: context.credentials.username, ...record?.values };
}

/** What both answers say. */
function shared(call: RoutedCall, context: OrgContext, user: UserValues) {
  const photo = `${call.origin}/profilephoto/005`;
  return {
    user_id: context.userId,
    organization_id: context.organizationId,
    email: user.Email ?? null,
    email_verified: true,
    photos: { picture: `${photo}/F`, thumbnail: `${photo}/T` },
    urls: urls(call, context),
    active: true,
    user_type: "STANDARD",
    language: user.LanguageLocaleKey ?? "en_US",
    locale: user.LocaleSidKey ?? "en_US",
    utcOffset: 0,
  };
}

function isoDate(value: Value | undefined): string {
  return String(value ?? "").replace(/\.000\+0000$/, "Z");
}

function identityAnswer(call: RoutedCall, context: OrgContext): Answer {
  const asked = [toId18(param(call, "organization")), toId18(param(call, "user"))];
  if (asked[0] !== context.organizationId || asked[1] !== context.userId) throw notFound();
  const user = runningUser(context);
  return json({
    id: `${call.origin}/id/${context.organizationId}/${context.userId}`,
    asserted_user: true,
    ...shared(call, context, user),
    username: user.Username ?? null,
    nick_name: user.CommunityNickname ?? user.Username ?? null,
    display_name: user.Name ?? user.Username ?? null,
    first_name: user.FirstName ?? null,
    last_name: user.LastName ?? null,
    timezone: user.TimeZoneSidKey ?? "GMT",
    addr_street: user.Street ?? null,
    addr_city: user.City ?? null,
    addr_state: user.State ?? null,
    addr_country: user.Country ?? null,
    addr_zip: user.PostalCode ?? null,
    mobile_phone: user.MobilePhone ?? null,
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    last_modified_date: isoDate(user.LastModifiedDate),
    is_app_installed: true,
  });
}

/** Who the session's user is, at the `id` URL of a token answer. */
export const identity: Route = {
  path: "/id/{organization}/{user}",
  methods: { GET: identityAnswer },
};

function userinfoAnswer(call: RoutedCall, context: OrgContext): Answer {
  const user = runningUser(context);
  const common = shared(call, context, user);
  return json({
    sub: `${call.origin}/id/${context.organizationId}/${context.userId}`,
    ...common,
    preferred_username: user.Username ?? null,
    nickname: user.CommunityNickname ?? user.Username ?? null,
    name: user.Name ?? user.Username ?? null,
    given_name: user.FirstName ?? null,
    family_name: user.LastName ?? null,
    zoneinfo: user.TimeZoneSidKey ?? "GMT",
    profile: `${call.origin}/${context.userId}`,
    picture: common.photos.picture,
    address: {},
    is_salesforce_integration_user: false,
    updated_at: isoDate(user.LastModifiedDate),
  });
}

/** Who the session's user is, in OpenID Connect's words. */
export const userinfo: Route = {
  path: "/services/oauth2/userinfo",
  methods: { GET: userinfoAnswer, POST: userinfoAnswer },
};
