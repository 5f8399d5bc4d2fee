/** Identifiers that name nothing: of the right form, and of odd forms that must reach nothing else. */
import type { OperationId } from '../../../generated/operations.ts';
import type { CauseId } from '../cause.ts';
import { fullestExample, owned } from './bodies.ts';
import { type Case, described, frame, JSON_HEADERS, OPERATION_IDS } from './case.ts';

interface Identifier {
  readonly name: string;
  /** As it stands in the path, encoded already. */
  readonly segment: string;
  readonly cause: CauseId;
}

const IDENTIFIERS: readonly Identifier[] = [
  { name: 'uuid', segment: '00000000-0000-4000-8000-000000000000', cause: 'unknown-id' },
  { name: 'undashed', segment: 'ffffffffffffffffffffffffffffffff', cause: 'unknown-id' },
  { name: 'slash', segment: 'a%2F..%2Fb', cause: 'odd-id' },
  { name: 'quote', segment: '%27%20or%20%271%27=%271', cause: 'odd-id' },
  { name: 'unicode', segment: '%C3%B1%F0%9F%A6%9C', cause: 'odd-id' },
  { name: 'long', segment: 'x'.repeat(1_500), cause: 'odd-id' },
];

export function idCases(merchantId: number | undefined): readonly Case[] {
  return OPERATION_IDS.filter((operation) => described(operation).parameters.length > 0).flatMap(
    (operation) => IDENTIFIERS.flatMap((identifier) => idCasesOf(operation, identifier, merchantId)),
  );
}

function idCasesOf(
  operation: OperationId,
  { name, segment, cause }: Identifier,
  merchantId: number | undefined,
): readonly Case[] {
  const { request, parameters, responses, pointer, path } = described(operation);
  const owner = { name: `${operation}-${name}`, slot: 'main', merchantId };
  const common = {
    ...frame(operation, 'main'),
    cause,
    spec: responses['404']?.pointer ?? pointer,
    headers: request === undefined ? {} : JSON_HEADERS,
    ...(request === undefined
      ? {}
      : { body: JSON.stringify(owned(operation, fullestExample(operation), owner)) }),
  };
  const named = parameters.some((parameter) => parameter.name === 'token');
  return [
    {
      ...common,
      id: `${operation}/unknown-customer/${name}`,
      title: `of an unknown customer (${name})`,
      path: path.replace('{customerId}', segment).replace('{token}', 'no-such-token'),
    },
    // A known customer and an unknown token of it.
    ...(named
      ? [
          {
            ...common,
            id: `${operation}/unknown-token/${name}`,
            title: `of an unknown token (${name})`,
            path: path.replace('{customerId}', '~main.id~').replace('{token}', segment),
          },
        ]
      : []),
  ];
}
