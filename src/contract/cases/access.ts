/** Requests that are right but for who sends them: each way to be nobody, on each operation. */
import type { OperationId } from '../../../generated/operations.ts';
import type { CauseId } from '../cause.ts';
import { fullestExample, owned } from './bodies.ts';
import { type Access, type Case, described, frame, JSON_HEADERS, OPERATION_IDS } from './case.ts';

const WAYS: readonly {
  readonly access: Access;
  readonly cause: CauseId;
  readonly title: string;
}[] = [
  { access: 'none', cause: 'requires-credentials', title: 'without credentials' },
  { access: 'wrong-password', cause: 'refuses-wrong-password', title: 'with a wrong API key' },
  { access: 'unknown-client', cause: 'refuses-unknown-client', title: 'as an unknown client' },
  { access: 'wrong-scheme', cause: 'refuses-wrong-scheme', title: 'with a bearer token' },
  {
    access: 'malformed',
    cause: 'refuses-malformed-credentials',
    title: 'with credentials that are no base64',
  },
  { access: 'no-colon', cause: 'refuses-malformed-credentials', title: 'with credentials of one part' },
];

export function accessCases(merchantId: number | undefined): readonly Case[] {
  return OPERATION_IDS.flatMap((operation) => WAYS.map((way) => accessCase(operation, way, merchantId)));
}

function accessCase(
  operation: OperationId,
  { access, cause, title }: (typeof WAYS)[number],
  merchantId: number | undefined,
): Case {
  const slot = victim(operation);
  const example = fullestExample(operation);
  const name = `${operation}-${access}`;
  const { pointer, responses, request } = described(operation);
  return {
    ...frame(operation, slot),
    id: `${operation}/access/${access}`,
    cause,
    title,
    spec: responses['401']?.pointer ?? pointer,
    access,
    headers: request === undefined ? {} : JSON_HEADERS,
    ...(request === undefined
      ? {}
      : { body: JSON.stringify(owned(operation, example, { name, slot, merchantId })) }),
  };
}

/** What a server that forgets to ask would change or remove is a record that no other case needs. */
function victim(operation: OperationId): string {
  switch (operation) {
    case 'updateCustomer':
    case 'deleteCustomer':
      return 'guarded';
    case 'deletePaymentInstrument':
      return 'card-guarded';
    case 'createPayment':
      return 'card';
    default:
      return 'main';
  }
}
