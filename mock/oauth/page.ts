import { type OAuthAnswer, textAnswer } from "./oauth-answer.js";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; background: #f3f3f3; color: #181818; }
main { max-width: 22rem; margin: 12vh auto; padding: 2rem; background: #fff; border: 1px solid #c9c9c9; border-radius: 4px; }
h1 { font-size: 1.25rem; margin-top: 0; }
label { display: block; margin-top: 0.75rem; }
input[type="text"], input[type="password"] { box-sizing: border-box; width: 100%; padding: 0.5rem; font: inherit; }
input[type="submit"] { margin: 1rem 0.5rem 0 0; padding: 0.5rem 1.25rem; font: inherit; }
#error { color: #ba0517; }`;

const HEADERS = { "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer" };

/** A page for people. The title is escaped here, the content by its author. */
export function page(title: string, content: string, status = 200): OAuthAnswer {
  const heading = escapeHtml(title);
  const body = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${heading}</title><style>${STYLE}</style></head>
<body><main><h1>${heading}</h1>
${content}
</main></body>
</html>
`;
  const answer = textAnswer(body, status, "text/html;charset=UTF-8");
  return { ...answer, headers: { ...answer.headers, ...HEADERS } };
}

export function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;
}

export function errorText(text: string): string {
  return `<p id="error" role="alert">${escapeHtml(text)}</p>`;
}
