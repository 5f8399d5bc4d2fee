/** From the bytes of a success to the value that a caller gets, or the findings that say why there is none. */
import type { Route } from '../../generated/routes.ts';
import type { ResponseFinding } from './errors.ts';

export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly finding: ResponseFinding };

/** Reads the body of any 2xx, because the exact success codes are assumptions of the contract. */
export function parseSuccess({ success }: Route, response: Response, bytes: Uint8Array): Parsed {
  if (success.mediaType === undefined) return { ok: true, value: undefined };

  const refuse = (rule: string, at: string, expected: string, got: string): Parsed => ({
    ok: false,
    finding: { rule, spec: `${success.pointer}/content`, at, expected, got },
  });
  if (bytes.length === 0) return refuse('body-presence', 'body', `a body of ${success.mediaType}`, 'no body');
  const mediaType = response.headers.get('content-type')?.split(';', 1)[0]?.trim() ?? 'no content-type';
  if (mediaType.toLowerCase() !== success.mediaType)
    return refuse('media-type', 'header content-type', success.mediaType, mediaType);
  try {
    return { ok: true, value: JSON.parse(decode(bytes)) };
  } catch {
    // The parser's own message quotes the body, which may be personal data.
    const got = `${bytes.length} bytes that are broken or cut off`;
    return refuse('json-well-formed', 'body', 'well-formed JSON', got);
  }
}

/** The body of an error as far as it can be read; `undefined` where it is not JSON. */
export function parseError(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decode(bytes));
  } catch {
    return undefined;
  }
}

let utf8: TextDecoder | undefined;

/** A byte order mark is no JSON (RFC 8259, section 8.1), and bytes that are not UTF-8 must not turn into question marks. */
function decode(bytes: Uint8Array): string {
  utf8 ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return utf8.decode(bytes);
}
