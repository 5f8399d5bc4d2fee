/**
 * The judge: one exchange in, findings out. Whatever decides whether a server keeps the contract calls this function; there
 * is no second opinion in the package.
 */
import { type OperationDescription, operations } from '../../generated/operations.ts';
import { validators as standalone } from '../../generated/validators.js';
import type { Answer } from './exchange.ts';
import type { Finding } from './finding.ts';
import type { DescribedResponse, JudgeRule } from './rule.ts';
import { bodyPresence } from './rules/body-presence.ts';
import { bodySchema } from './rules/body-schema.ts';
import { headers } from './rules/headers.ts';
import { jsonWellFormed } from './rules/json-well-formed.ts';
import { mediaType } from './rules/media-type.ts';
import { statusDocumented } from './rules/status-documented.ts';
import type { Validators } from './validator.ts';

export const rules: readonly JudgeRule[] = [
  statusDocumented,
  mediaType,
  bodyPresence,
  jsonWellFormed,
  bodySchema,
  headers,
];

/**
 * Judges the response of one exchange.
 *
 * @param exchange the operation and what came back.
 * @param validators the compiled schemas; the generated standalone ones unless a caller wants to compare another engine.
 * @returns every breach, in the order of the rules; empty when the response keeps the contract.
 */
export function judge(exchange: Answer, validators: Validators = standalone): readonly Finding[] {
  return judgeWith(validators, exchange);
}

/** The same for a program that is served to others: it names its validators, and so carries no others along. */
export function judgeWith(validators: Validators, exchange: Answer): readonly Finding[] {
  const operation: OperationDescription = operations[exchange.operation];
  const described = describedResponse(operation, exchange.response.status);
  const given = exchange.response.json;
  const text = given === undefined ? decode(exchange.response.body) : undefined;
  const json = given ?? parseJson(text);
  const evidence = { exchange, operation, described, text, json, validators };
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const breach of rule.judge(evidence)) {
      const { operation: id, response } = exchange;
      findings.push({
        rule: rule.id,
        severity: rule.severity,
        operation: id,
        status: response.status,
        ...breach,
      });
    }
  }
  return findings;
}

/** `default` stands for failures only: a success that is not documented by its own status is a breach. */
function describedResponse(operation: OperationDescription, status: number): DescribedResponse | undefined {
  const key = operation.responses[String(status)] !== undefined ? String(status) : 'default';
  const response = operation.responses[key];
  if (response === undefined || (key === 'default' && status < 400)) return undefined;
  return { ...response, key };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseJson(text: string | undefined): { readonly value: unknown } | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
