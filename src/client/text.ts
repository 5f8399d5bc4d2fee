/** What guards need to know of a value that a caller gave. */

/** The kind of a value for a message; `null` is no object there. */
export function kindOf(value: unknown): string {
  return value === null ? 'null' : typeof value;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this line is for.
export const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/** The text as it stands in a URL; `undefined` for half a surrogate pair, which cannot stand there. */
export function percentEncoded(text: string): string | undefined {
  try {
    return encodeURIComponent(text);
  } catch {
    return undefined;
  }
}
