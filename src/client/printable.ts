/** What the contract's judge found in a response, without the values that it is about. */
import type { Finding } from '../contract/finding.ts';
import type { ResponseFinding } from './errors.ts';

/** What breaks the contract; warnings are left to the checker. */
export function printable(findings: readonly Finding[]): readonly ResponseFinding[] {
  return findings.filter(({ severity }) => severity === 'error').map(withoutValue);
}

/** Rules whose `got` says what arrived without quoting a body. */
const HARMLESS = new Set(['status-documented', 'media-type', 'body-presence']);

/** `got` quotes the response, which may hold personal data: its kind and size are kept. What is absent is named by the spec. */
function withoutValue({ rule, spec, at, keyword, expected, got }: Finding): ResponseFinding {
  const harmless = HARMLESS.has(rule) || keyword === 'required';
  const broken = rule === 'json-well-formed' ? 'text that is not JSON' : kindOf(got);
  return { rule, spec, at, keyword, expected, got: harmless ? got : broken };
}

/** The kind of a value from the first letter of its JSON. */
function kindOf(json: string): string {
  const kinds: Readonly<Record<string, string>> = {
    '"': 'a string',
    '{': 'an object',
    '[': 'an array',
    t: 'true',
    f: 'false',
    n: 'nothing or null',
  };
  return kinds[json.charAt(0)] ?? (/^[-\d]/.test(json) ? 'a number' : 'something else');
}
