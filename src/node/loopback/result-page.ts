/** What the browser shows when the login is over. */
export interface ResultPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

/** A whole page, with nothing to load and nothing that runs. */
export function renderResultPage({ title, text }: ResultPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1rem }
:root { color-scheme: light dark }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
</body>
</html>
`;
}

/** Texts come from URLs and servers. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
