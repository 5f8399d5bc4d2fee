/**
 * One run of a check: every request of every phase goes through here, is judged, witnessed and logged, and what it creates is
 * written down for the teardown.
 */
import { type OperationDescription, type OperationId, operations } from '../../../generated/operations.ts';
import { tagOf } from '../cases/bodies.ts';
import type { Access } from '../cases/case.ts';
import type { Cause } from '../cause.ts';
import type { Witness } from '../coverage/witness.ts';
import type { Exchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import { judge } from '../judge.ts';
import { valueAt } from '../pointer.ts';
import type { PlannedRequest } from '../report.ts';
import type { FindingLog } from '../reported.ts';
import { allRules, answerRules } from '../rules/all.ts';
import { authorization } from './access.ts';
import { jsonOf } from './json.ts';
import type { CleanupLedger } from './ledger.ts';
import type { Credentials } from './options.ts';
import { SkipError } from './skip.ts';
import { NoAnswerError, StopError, type Wire, type WireRequest } from './wire.ts';

export interface Step {
  /** Case, scenario or probe that the request belongs to. */
  readonly case: string;
  readonly operation: OperationId;
  /** Values of the path parameters, or the whole path as it is to be sent. */
  readonly path?: Readonly<Record<string, string>> | string | undefined;
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it stands, in place of `body`. */
  readonly text?: string | undefined;
  readonly access?: Access | undefined;
  /** How far the contract describes the answer; `wholly` when absent. */
  readonly described?: Cause['described'] | undefined;
  /** What a plan says about the answer that is expected. */
  readonly expected?: string | undefined;
}

export interface Run {
  /** Names the records of this run. */
  readonly id: string;
  /** Every answer so far, the latest last. */
  readonly exchanges: readonly LoggedExchange[];
  /**
   * Sends a request and judges its answer.
   *
   * @throws SkipError when no answer came, or when the operation has stopped to answer; StopError when the run has to end.
   */
  send(step: Step): Promise<Exchange>;
  /**
   * Removes the customers that were created and that nobody keeps: they would be removed in the end, and until then make every
   * list longer. What cannot be removed is left to the teardown.
   */
  tidy(kept: ReadonlySet<string>): Promise<void>;
  /** Notes a breach that shows in an exchange, or between several. */
  find(finding: Finding, step: string, exchange?: Exchange): void;
}

export interface LoggedExchange extends Exchange {
  /** Case, scenario or probe that it belongs to. */
  readonly case: string;
}

export interface RunParts {
  readonly id: string;
  readonly wire: Wire;
  readonly log: FindingLog;
  readonly witness: Witness;
  readonly ledger: CleanupLedger;
  readonly credentials: Credentials;
  readonly otherCredentials: Credentials | undefined;
  readonly strict: boolean;
  /** Takes each request before it is sent: the run is a rehearsal, and its answers are judged by nobody. */
  readonly onRequest?: ((request: PlannedRequest) => void) | undefined;
}

/** After so many requests in a row without an answer an operation is not called again. */
const MOST_SILENT = 3;

export function openRun(parts: RunParts): Run {
  const { id, wire, log, witness, ledger } = parts;
  const tag = tagOf(id);
  const exchanges: LoggedExchange[] = [];
  const silence = createSilence();
  /** Ids of customers that were created and are not deleted yet, with the client that did. */
  const existing = new Map<string, 'main' | 'other'>();

  const find = (finding: Finding, step: string, exchange?: Exchange): void =>
    log.add(finding, { case: step, exchange, ownRequest: true });

  const examine = (exchange: Exchange, step: Step): void => {
    const { described = 'wholly' } = step;
    const rules = described === 'status' ? answerRules : allRules;
    for (const finding of judge(exchange, { rules, strict: parts.strict })) {
      const certain = described !== 'loosely' || answerRules.some((rule) => rule.id === finding.rule);
      find(certain ? finding : { ...finding, severity: 'warning' }, step.case, exchange);
    }
    if (described === 'wholly') witness.answered(exchange);
  };

  const send = async (step: Step): Promise<Exchange> => {
    silence.check(step.operation);
    const request = wireRequest(step, parts);
    parts.onRequest?.(planned(step, request));
    const client = step.access === 'other-client' ? 'other' : 'main';
    const creates = step.operation === 'createCustomer' && request.method === 'POST';
    if (creates) await ledger.add({ tag, client });
    let exchange: Exchange;
    try {
      exchange = await wire.send(request);
    } catch (error) {
      if (!(error instanceof NoAnswerError)) throw error;
      find(unanswered(step.operation, error), step.case, silent(step.operation, error));
      silence.note(step.operation, error);
      throw new SkipError(`${step.operation} gave no answer: ${error.message}`);
    }
    silence.heard(step.operation);
    exchanges.push({ ...exchange, case: step.case });
    const customer = creates && exchange.response.status < 300 ? idIn(exchange) : undefined;
    if (customer !== undefined) {
      existing.set(customer, client);
      await ledger.add({ tag, client, path: customerPath(customer) });
    }
    if (removes(step, exchange)) {
      existing.delete(decodeURIComponent(request.path.slice(customerPath('').length)));
      await ledger.remove({ tag, client, path: request.path });
    }
    if (parts.onRequest === undefined) examine(exchange, step);
    return exchange;
  };

  return {
    id,
    exchanges,
    find,
    send,
    async tidy(kept) {
      for (const [customer, client] of existing) {
        if (kept.has(customer)) continue;
        existing.delete(customer);
        const access = client === 'other' ? 'other-client' : 'valid';
        try {
          await send({ case: 'tidy', operation: 'deleteCustomer', path: { customerId: customer }, access });
        } catch (error) {
          if (!(error instanceof SkipError)) throw error;
        }
      }
    },
  };
}

function customerPath(id: string): string {
  return `/v1/customers/${encodeURIComponent(id)}`;
}

function wireRequest(step: Step, { credentials, otherCredentials }: RunParts): WireRequest {
  const { operation, body, text } = step;
  const entry: OperationDescription = operations[operation];
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const media = body === undefined ? {} : { 'content-type': 'application/json' };
  return {
    operation,
    method: step.method ?? entry.method.toUpperCase(),
    path: typeof step.path === 'string' ? step.path : filledPath(entry.path, step.path ?? {}),
    headers: {
      ...media,
      ...step.headers,
      ...authorization(step.access ?? 'valid', credentials, otherCredentials),
    },
    ...(sent === undefined ? {} : { body: sent }),
  };
}

function filledPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === '') throw new Error(`${template}: no value for ${name}`);
    return encodeURIComponent(value);
  });
}

function planned(step: Step, { operation, method, path, headers, body }: WireRequest): PlannedRequest {
  const { authorization: _, ...shown } = headers;
  return {
    case: step.case,
    operation,
    method,
    path,
    headers: { ...shown, credentials: step.access ?? 'valid' },
    body: body ?? '',
    expected: step.expected ?? 'an answer that keeps the contract',
  };
}

function removes({ operation, method }: Step, { response }: Exchange): boolean {
  return operation === 'deleteCustomer' && method === undefined && response.status < 300;
}

/** A customer that was created is written down by its id, whatever else the answer says. */
function idIn(exchange: Exchange): string | undefined {
  const id = valueAt(jsonOf(exchange), '/id');
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function unanswered(operation: OperationId, { message, kind }: NoAnswerError): Finding {
  return {
    rule: kind === 'timeout' ? 'answers-in-time' : 'answers-whole',
    severity: 'error',
    operation,
    status: 0,
    spec: operations[operation].pointer,
    at: 'connection',
    keyword: kind,
    expected: kind === 'timeout' ? 'an answer in time' : 'a whole answer of a size that can be read',
    got: message,
  };
}

/** The exchange that did not come about, so that a report can show its request. */
function silent(operation: OperationId, { request }: NoAnswerError): Exchange {
  return { operation, request, response: { status: 0, headers: new Headers(), body: new Uint8Array() } };
}

/** Knows which operations have stopped to answer, and when the whole server has. */
function createSilence(): {
  check(operation: OperationId): void;
  note(operation: OperationId, error: NoAnswerError): void;
  heard(operation: OperationId): void;
} {
  const inRow = new Map<OperationId, number>();
  /** Requests without an answer since the last answer of any operation. */
  let total = 0;
  const since = new Set<OperationId>();
  let everHeard = false;
  return {
    check(operation) {
      if ((inRow.get(operation) ?? 0) >= MOST_SILENT)
        throw new SkipError(`${operation} does not answer any more`);
    },
    note(operation, error) {
      inRow.set(operation, (inRow.get(operation) ?? 0) + 1);
      since.add(operation);
      total += 1;
      const dead = everHeard ? total > MOST_SILENT && since.size > 1 : true;
      if (dead)
        throw new StopError(`the target does not answer${everHeard ? ' any more' : ''}: ${error.message}`);
    },
    heard(operation) {
      everHeard = true;
      inRow.delete(operation);
      since.clear();
      total = 0;
    },
  };
}
