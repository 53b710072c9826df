/** A form as it is sent. */
interface FormBody {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/**
 * A form as `multipart/form-data`. Browsers and Node write no type for text and a file name for every Blob;
 * Salesforce refuses a first part that has no type, or a file name.
 */
export async function formBody(form: FormData): Promise<FormBody> {
  const boundary = newBoundary();
  const parts: BlobPart[] = [];
  for (const [name, value] of form) {
    const head = typeof value === "string" ? headOfText(name, value) : headOfFile(name, value);
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`, value, "\r\n");
  }
  const whole = new Blob([...parts, `--${boundary}--\r\n`]);
  return {
    body: new Uint8Array(await whole.arrayBuffer()),
    contentType: formType(boundary),
  };
}

/** What stands between parts. Whoever wrote a file in it must not know it. */
export function newBoundary(): string {
  return `orgtype-${[...crypto.getRandomValues(new Uint32Array(4))].join("-")}`;
}

export function formType(boundary: string): string {
  return `multipart/form-data; boundary=${boundary}`;
}

function headOfText(name: string, text: string): string {
  return `name=${quoted(name)}${isJson(text) ? "\r\nContent-Type: application/json" : ""}`;
}

function headOfFile(name: string, { name: filename, type }: File): string {
  // The name that FormData gives to a Blob without one.
  const isJsonPart = filename === "blob" && /^application\/json\b/i.test(type);
  const file = isJsonPart ? "" : `; filename=${quoted(filename)}`;
  return `name=${quoted(name)}${file}\r\nContent-Type: ${type || "application/octet-stream"}`;
}

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** As the HTML standard says. */
export function quoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { "\n": "%0A", "\r": "%0D", '"': "%22" };
  return `"${text.replace(/[\n\r"]/g, (character) => escapes[character] ?? "")}"`;
}
