/** From the bytes of a success to the value that a caller gets, or the findings that say why there is none. */
import type { Route } from '../../generated/routes.ts';
import type { ResponseFinding } from './errors.ts';

/** The value, absent for a success without a body; or the finding that says why it cannot be read. */
export interface Parsed {
  readonly value?: unknown;
  readonly finding?: ResponseFinding;
}

/** Reads the body of any 2xx, because the exact success codes are assumptions of the contract. */
export function parseSuccess(route: Route, response: Response, bytes: Uint8Array): Parsed {
  const { mediaType } = route;
  if (mediaType === undefined) return {};

  const refuse = (rule: string, at: string, expected: string, got: string): Parsed => ({
    finding: { rule, spec: `${successPointer(route)}/content`, at, expected, got },
  });
  if (bytes.length === 0) return refuse('body-presence', 'body', `a body of ${mediaType}`, 'no body');
  const given = response.headers.get('content-type')?.split(';', 1)[0]?.trim() ?? 'no content-type';
  if (given.toLowerCase() !== mediaType) return refuse('media-type', 'header content-type', mediaType, given);
  const value = parseJson(bytes);
  const got = `${bytes.length} bytes that are broken or cut off`;
  return value === undefined ? refuse('json-well-formed', 'body', 'well-formed JSON', got) : { value };
}

/** JSON Pointer (RFC 6901) of the documented success in openapi.json. */
function successPointer({ method, path, success }: Route): string {
  const segment = path.replaceAll('~', '~0').replaceAll('/', '~1');
  return `/paths/${segment}/${method}/responses/${success}`;
}

/** What a body says; `undefined` where it is not JSON. The parser's own message would quote it, and with it personal data. */
export function parseJson(bytes: Uint8Array): unknown {
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
