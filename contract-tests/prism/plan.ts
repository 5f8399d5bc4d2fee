/** What every section draws on: the described operations, the values for their paths, their first request example. */
import { fixtures } from '../../generated/fixtures.ts';
import {
  type OperationDescription,
  type OperationId,
  operations,
  type ResponseDescription,
} from '../../generated/operations.ts';

export const OPERATION_IDS = Object.keys(operations) as readonly OperationId[];

export function described(operation: OperationId): OperationDescription {
  return operations[operation];
}

/** The example value of each path parameter. */
export function examplePath(operation: OperationId): Readonly<Record<string, string>> {
  return Object.fromEntries(
    described(operation).parameters.map(({ name, example }) => [name, String(example)]),
  );
}

/** The operation's path with given values in it, encoded. */
export function filledPath(operation: OperationId, values: Readonly<Record<string, string>>): string {
  return described(operation).path.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
}

export function fixture(name: string): unknown {
  if (!Object.hasOwn(fixtures, name)) throw new Error(`no fixture named ${name}: run npm run generate`);
  return Reflect.get(fixtures, name);
}

/** The documented request body that stands first; `undefined` for operations without one. */
export function firstRequestExample(operation: OperationId): unknown {
  const [name] = Object.values(described(operation).request?.examples ?? {});
  return name === undefined ? undefined : fixture(name);
}

export interface DocumentedAnswer {
  readonly operation: OperationId;
  /** Key under `responses`. */
  readonly key: string;
  readonly response: ResponseDescription;
  /** Name of the example in the response; absent where the response has no body. */
  readonly example: string | undefined;
  /** The documented body; absent where there is none. */
  readonly body: unknown;
  /** The status that the answer must have; the example of a `default` answer names its own. */
  readonly status: number;
}

/** Every documented answer of an operation: each example of each response, or the response where it has none. */
export function documentedAnswers(operation: OperationId): readonly DocumentedAnswer[] {
  return Object.entries(described(operation).responses).flatMap(
    ([key, response]): readonly DocumentedAnswer[] => {
      const examples = Object.entries(response.examples);
      if (examples.length === 0) {
        return [{ operation, key, response, example: undefined, body: undefined, status: Number(key) }];
      }
      return examples.map(([example, name]) => {
        const body = fixture(name);
        return {
          operation,
          key,
          response,
          example,
          body,
          status: key === 'default' ? statusIn(body) : Number(key),
        };
      });
    },
  );
}

function statusIn(body: unknown): number {
  const status: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'status') : undefined;
  if (typeof status !== 'number') throw new Error('the example of a default response must hold its status');
  return status;
}
