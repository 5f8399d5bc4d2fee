/**
 * The judge: one exchange in, findings out. Whatever decides whether a server keeps the contract calls this function; there
 * is no second opinion in the package.
 */
import { type OperationDescription, operations } from '../../generated/operations.ts';
import { validators as standalone } from '../../generated/validators.js';
import type { Answer, Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import type { DescribedResponse, JudgeRule } from './rule.ts';
import { bodyPresence } from './rules/body-presence.ts';
import { bodySchema } from './rules/body-schema.ts';
import { headers } from './rules/headers.ts';
import { jsonWellFormed } from './rules/json-well-formed.ts';
import { mediaType } from './rules/media-type.ts';
import { statusDocumented } from './rules/status-documented.ts';
import type { Validators } from './validator.ts';

/** What every response must keep, whoever reads it; rules/all.ts has those that only a checker needs besides. */
export const coreRules: readonly JudgeRule[] = [
  statusDocumented,
  mediaType,
  bodyPresence,
  jsonWellFormed,
  bodySchema,
  headers,
];

export interface JudgeOptions {
  /** The rules to hold the response to; those that every response must keep when absent. */
  readonly rules?: readonly JudgeRule[] | undefined;
  /** The compiled schemas; the generated standalone ones unless a caller wants to compare another engine. */
  readonly validators?: Validators | undefined;
  /** Warnings are errors. */
  readonly strict?: boolean | undefined;
}

/**
 * Judges the response of one exchange.
 *
 * @param exchange the operation and what came back; with the request, where it is known, leaks of what was sent are found too.
 * @returns every breach, in the order of the rules; empty when the response keeps the contract.
 */
export function judge(exchange: Answer | Exchange, options: JudgeOptions = {}): readonly Finding[] {
  return judgeWith({ ...options, validators: options.validators ?? standalone }, exchange);
}

/** The same for a program that is served to others: it names its validators, and so carries no others along. */
export function judgeWith(
  { rules = coreRules, validators, strict = false }: JudgeOptions & { readonly validators: Validators },
  exchange: Answer | Exchange,
): readonly Finding[] {
  const { operation: id, response } = exchange;
  const operation: OperationDescription = operations[id];
  const described = describedResponse(operation, response.status);
  const text = response.json === undefined ? decode(response.body) : undefined;
  const json = response.json ?? parseJson(text);
  const sent = 'request' in exchange ? exchange.request : undefined;
  const evidence = { exchange, sent, operation, described, text, json, validators };
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const breach of rule.judge(evidence)) {
      const severity = strict ? 'error' : (breach.severity ?? rule.severity);
      findings.push({ rule: rule.id, operation: id, status: response.status, ...breach, severity });
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
