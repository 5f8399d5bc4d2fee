/**
 * The form of a rule of the judge: an id, a severity, and a function from a response to its breaches. What a report says about
 * a rule stands in rules/texts.ts, so that a client that validates does not carry the words.
 */
import type { OperationDescription, ResponseDescription } from '../../generated/operations.ts';
import type { Answer, SentRequest } from './exchange.ts';
import type { Finding, Severity } from './finding.ts';
import type { Validators } from './validator.ts';

/** The response that the contract describes for a status. */
export interface DescribedResponse extends ResponseDescription {
  /** The key under `responses`: a status, or `default`. */
  readonly key: string;
}

export interface Evidence {
  readonly exchange: Answer;
  /** The request that was answered; absent where only the answer is known. */
  readonly sent: SentRequest | undefined;
  readonly operation: OperationDescription;
  /** Absent when the contract describes no such status for the operation. */
  readonly described: DescribedResponse | undefined;
  /** The body as text; absent when its bytes are not UTF-8. */
  readonly text: string | undefined;
  /** The parsed body; absent when there is none or it is not JSON. */
  readonly json: { readonly value: unknown } | undefined;
  readonly validators: Validators;
}

/** A breach as a rule sees it; the judge adds the rule, the operation and the status. */
export interface Breach extends Pick<Finding, 'spec' | 'at' | 'keyword' | 'expected' | 'got'> {
  /** Overrides the rule's severity for this breach. */
  readonly severity?: Severity;
}

export interface JudgeRule {
  /** Stable: baselines, reports and the documentation name rules by it. */
  readonly id: string;
  readonly severity: Severity;
  judge(evidence: Evidence): readonly Breach[];
}
