import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Provider } from "oidc-provider";
import type { IdpParts } from "./configuration.js";

type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

/** Login and consent, with the ids that Salesforce's pages have. */
export async function showLoginPages(
  provider: Provider,
  parts: IdpParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const isLogin = interaction.prompt.name === "login";
  if (request.method !== "POST") return send(response, isLogin ? loginPage() : consentPage(interaction));
  const form = new URLSearchParams(await text(request));
  if (!isLogin) return decide(provider, interaction, form, request, response);
  const { user, policies } = parts;
  const isRight = form.get("username") === user.username && form.get("pw") === user.password;
  if (!isRight || policies.userInactive) {
    return send(response, loginPage("Please check your username and password."));
  }
  const login = { accountId: user.id };
  await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
}

async function decide(
  provider: Provider,
  interaction: Interaction,
  form: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (form.get("save") !== "allow") {
    return provider.interactionFinished(request, response, {
      error: "access_denied",
      error_description: "end-user denied authorization",
    });
  }
  const { missingOIDCScope, missingOIDCClaims } = interaction.prompt.details as Record<string, string[]>;
  const grant = await grantOf(provider, interaction);
  if (missingOIDCScope) grant.addOIDCScope(missingOIDCScope.join(" "));
  if (missingOIDCClaims) grant.addOIDCClaims(missingOIDCClaims);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

async function grantOf(provider: Provider, { grantId, session, params }: Interaction) {
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  if (known !== undefined) return known;
  const accountId = session?.accountId;
  if (accountId === undefined) throw new Error("Nobody is logged in.");
  return new provider.Grant({ accountId, clientId: String(params.client_id) });
}

function loginPage(error?: string): string {
  return page(
    "Login | Salesforce",
    `${error === undefined ? "" : `<div id="error">${escaped(error)}</div>`}
<form method="post">
  <input id="username" name="username" type="email">
  <input id="password" name="pw" type="password">
  <input id="Login" type="submit" value="Log In">
</form>`,
  );
}

function consentPage({ params }: Interaction): string {
  return page(
    "Allow Access?",
    `<p id="scopes">${escaped(String(params.client_id))} asks for: ${escaped(String(params.scope))}</p>
<form method="post">
  <button id="oaapprove" name="save" value="allow">Allow</button>
  <button id="oadeny" name="save" value="deny">Deny</button>
</form>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}`;
}

function escaped(value: string): string {
  return value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function send(response: ServerResponse, html: string): void {
  response.writeHead(200, { "content-type": "text/html;charset=UTF-8" });
  response.end(html);
}
