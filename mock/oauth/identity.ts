import type { OrgContext } from "../org-context.js";
import { toId18 } from "../store/record-id.js";
import type { Value } from "../store/table.js";
import { jsonAnswer, type OAuthAnswer, textAnswer } from "./oauth-answer.js";
import { type OAuthCall, parameter } from "./oauth-call.js";
import { liveSession } from "./session-user.js";
import type { Session } from "./sessions.js";
import { timeZoneOffset } from "./time-zone-offset.js";
import { identityUrl } from "./token-answer.js";
import { getUser, type LoginUser } from "./users.js";

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

const IDENTITY_PATH = /^\/id\/([^/]+)\/([^/]+)\/?$/;

/** Whether a path is that of a user's identity. */
export function isIdentityPath(path: string): boolean {
  return IDENTITY_PATH.test(path);
}

/** `/id/{organization}/{user}`: who a user is, at the `id` URL of a token answer. */
export function identity(call: OAuthCall, context: OrgContext): OAuthAnswer {
  return withSession(call, context, (session) => {
    const [, organization = "", userId = ""] = IDENTITY_PATH.exec(call.path) ?? [];
    if (toId18(organization) !== context.organizationId) return textAnswer("Wrong_Org", 403);
    const user = getUser(context, toId18(userId) ?? "");
    if (user === undefined) return textAnswer("Bad_Id", 404);
    if (!user.active) return textAnswer("Inactive", 404);
    return jsonAnswer(identityOf(user, session, call, context));
  });
}

/** `/services/oauth2/userinfo`: who the session's user is, in OpenID Connect's words. */
export function userinfo(call: OAuthCall, context: OrgContext): OAuthAnswer {
  return withSession(call, context, (session) => {
    const user = getUser(context, session.userId);
    if (user === undefined) return textAnswer("Bad_Id", 404);
    return jsonAnswer(userinfoOf(user, call, context));
  });
}

/** Refusals here are one word of text. */
function withSession(
  call: OAuthCall,
  context: OrgContext,
  answer: (session: Session) => OAuthAnswer,
): OAuthAnswer {
  const header = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(call.headers.get("Authorization") ?? "")?.[1];
  const token = header ?? parameter(call, "oauth_token") ?? parameter(call, "access_token");
  if (token === null) return textAnswer("Missing_OAuth_Token", 403);
  const session = liveSession(token, context);
  return session === undefined ? textAnswer("Bad_OAuth_Token", 403) : answer(session);
}

function identityOf(user: LoginUser, session: Session, call: OAuthCall, context: OrgContext) {
  const { values } = user;
  return {
    id: identityUrl(call.origin, user.id, context),
    asserted_user: user.id === session.userId,
    ...shared(user, call, context),
    username: user.username,
    nick_name: values.CommunityNickname ?? user.username,
    display_name: values.Name ?? user.username,
    first_name: values.FirstName ?? null,
    last_name: values.LastName ?? null,
    timezone: timeZoneOf(user),
    addr_street: values.Street ?? null,
    addr_city: values.City ?? null,
    addr_state: values.State ?? null,
    addr_country: values.Country ?? null,
    addr_zip: values.PostalCode ?? null,
    mobile_phone: values.MobilePhone ?? null,
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    last_modified_date: isoDate(values.LastModifiedDate),
    is_app_installed: true,
  };
}

function userinfoOf(user: LoginUser, call: OAuthCall, context: OrgContext) {
  const { values } = user;
  const common = shared(user, call, context);
  return {
    sub: identityUrl(call.origin, user.id, context),
    ...common,
    preferred_username: user.username,
    nickname: values.CommunityNickname ?? user.username,
    name: values.Name ?? user.username,
    given_name: values.FirstName ?? null,
    family_name: values.LastName ?? null,
    zoneinfo: timeZoneOf(user),
    profile: `${call.origin}/${user.id}`,
    picture: common.photos.picture,
    address: {},
    is_salesforce_integration_user: false,
    updated_at: isoDate(values.LastModifiedDate),
  };
}

/** What both answers say. */
function shared(user: LoginUser, call: OAuthCall, context: OrgContext) {
  const photo = `${call.origin}/profilephoto/005`;
  const { values } = user;
  return {
    user_id: user.id,
    organization_id: context.organizationId,
    email: values.Email ?? null,
    email_verified: true,
    photos: { picture: `${photo}/F`, thumbnail: `${photo}/T` },
    urls: urls(user, call, context),
    active: user.active,
    user_type: String(values.UserType ?? "Standard").toUpperCase(),
    language: values.LanguageLocaleKey ?? "en_US",
    locale: values.LocaleSidKey ?? "en_US",
    utcOffset: timeZoneOffset(timeZoneOf(user)),
  };
}

/** `?version=` fills the API version in. */
function urls(user: LoginUser, call: OAuthCall, context: OrgContext): Record<string, string> {
  const version = parameter(call, "version");
  const fill = (path: string): string =>
    path
      .replace("{org}", context.organizationId.slice(0, 15))
      .replace("{user}", user.id)
      .replace("{version}", version ?? "{version}");
  return Object.fromEntries(Object.entries(URLS).map(([name, path]) => [name, call.origin + fill(path)]));
}

function timeZoneOf(user: LoginUser): string {
  return String(user.values.TimeZoneSidKey ?? "GMT");
}

function isoDate(value: Value | undefined): string {
  return String(value ?? "").replace(/\.000\+0000$/, "Z");
}
