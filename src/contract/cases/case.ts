/** A case: one request as it will stand on the wire, why the server must answer as it must, and the proof of that. */
import { type OperationDescription, type OperationId, operations } from '../../../generated/operations.ts';
import type { CauseId } from '../cause.ts';

/** How a request proves who sends it; the credentials themselves come in when it is sent. */
export type Access =
  | 'valid'
  | 'other-client'
  | 'none'
  | 'wrong-password'
  | 'unknown-client'
  | 'wrong-scheme'
  | 'malformed'
  | 'no-colon';

/** That a request breaks the contract as it stands on the wire, found by reading it back. */
export interface Proof {
  /** Place in the body; empty for the whole of it. */
  readonly pointer: string;
  readonly keyword: string;
  /** The body that was read back. */
  readonly wire: string;
  /** Other keywords that the same value cannot but break. */
  readonly besides: readonly string[];
}

/**
 * Plain data. What only the run can know stands in it as a name between tildes: `~run~`, and `~SLOT.id~` and `~SLOT.token~` for
 * the customer and the instrument that the run creates under that name.
 */
export interface Case {
  /** Stable: `createCustomer/violation/components/schemas/CustomerCreate/minProperties`. */
  readonly id: string;
  readonly operation: OperationId;
  readonly cause: CauseId;
  readonly title: string;
  /** JSON Pointer of the statement that the case is about. */
  readonly spec: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly access: Access;
  readonly body?: string | undefined;
  readonly proof?: Proof | undefined;
  /** The request could do damage on a server that others use; it is sent to a disposable one only. */
  readonly dangerous?: string | undefined;
}

export const OPERATION_IDS = Object.keys(operations) as readonly OperationId[];

export function described(operation: OperationId): OperationDescription {
  return operations[operation];
}

export const JSON_HEADERS: Readonly<Record<string, string>> = { 'content-type': 'application/json' };

/** The operation's path with a name between tildes for each parameter. */
export function slotPath(operation: OperationId, slot: string): string {
  return described(operation)
    .path.replaceAll('{customerId}', `~${slot}.id~`)
    .replaceAll('{token}', `~${slot}.token~`);
}

/** A valid request without its body: the frame that the other kinds of cases change in one place. */
export function frame(
  operation: OperationId,
  slot: string,
): Pick<Case, 'operation' | 'method' | 'path' | 'access'> {
  return {
    operation,
    method: described(operation).method.toUpperCase(),
    path: slotPath(operation, slot),
    access: 'valid',
  };
}

/** The names between tildes that a text holds. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(NAME)].map(([, name = '']) => name);
}

/** The text with each name replaced; `form` fits a value to its place. */
export function filled(
  text: string,
  value: (name: string) => string,
  form: (value: string) => string,
): string {
  return text.replaceAll(NAME, (_, name: string) => form(value(name)));
}

const NAME = /~([a-zA-Z][\w-]*(?:\.(?:id|token))?)~/g;

/** As the value stands inside a JSON string. */
export function insideJson(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
