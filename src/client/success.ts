/** A response with a 2xx status: the value in it, and what the contract has against it. */
import type { ResponseFinding } from './errors.ts';
import type { ResponseValidation } from './options.ts';
import { parseSuccess } from './parse.ts';
import type { CallRecord } from './record.ts';

export interface Success {
  readonly value: unknown;
  /** Whether the value can be handed over: it could be read, and no strict validation has anything against it. */
  readonly acceptable: boolean;
  readonly findings: readonly ResponseFinding[];
}

export function readSuccess(
  { operation, route, write, redact }: CallRecord,
  response: Response,
  bytes: Uint8Array,
  validation: ResponseValidation | undefined,
): Success {
  const { value, finding } = parseSuccess(route, response, bytes);
  const { status, headers } = response;
  const json = value === undefined ? undefined : { value };
  const judged = validation?.judge({ operation, response: { status, headers, body: bytes, json } }) ?? [];
  const found = finding === undefined || judged.length > 0 ? judged : [finding];
  const strict = (write ? validation?.writes : validation?.reads) === 'strict';
  return {
    value,
    acceptable: finding === undefined && !(strict && found.length > 0),
    findings: found.map((each) => ({ ...each, at: redact(each.at), got: redact(each.got) })),
  };
}
