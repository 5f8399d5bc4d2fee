/** Faults of whole bodies: wrapped, emptied, or turned into something else. */
import { type OperationDescription, type OperationId, operations } from '../../../generated/operations.ts';
import type { Fault, PlannedAnswer } from '../fault.ts';

type Change = (body: unknown) => unknown;

interface Way {
  readonly what: string;
  readonly title: string;
  readonly caughtBy: string;
  readonly change: Change;
}

const WAYS: readonly Way[] = [
  {
    what: 'enveloped',
    title: 'wraps its body in an object "data"',
    caughtBy: 'body-schema',
    change: (body) => ({ data: body }),
  },
  {
    what: 'as-text',
    title: 'sends its body as JSON in a JSON string',
    caughtBy: 'body-schema',
    change: (body) => JSON.stringify(body),
  },
  { what: 'empty', title: 'sends no body', caughtBy: 'body-presence', change: () => undefined },
];

const OBJECT: Way = {
  what: 'as-list',
  title: 'sends a list of one in place of an object',
  caughtBy: 'body-schema',
  change: (body) => [body],
};
const LIST: Way = {
  what: 'as-map',
  title: 'sends an object with numbered members in place of a list',
  caughtBy: 'body-schema',
  change: (body) => ({ ...(Array.isArray(body) ? body : [body]) }),
};
const SURPRISE: Way = {
  what: 'undocumented-property',
  title: 'sends a property that the contract does not describe',
  caughtBy: 'undocumented-property',
  change: (body) =>
    Array.isArray(body)
      ? body.map((item) => ({ ...item, surprise: true }))
      : { ...Object(body), surprise: true },
};

export const bodyFaults: readonly Fault[] = Object.entries(operations).flatMap(([name, operation]) => {
  const { success, responses }: OperationDescription = operation;
  const response = responses[success];
  if (response?.mediaType === undefined) return [];
  // The keys of this table are the operations.
  const id = name as OperationId;
  return [...WAYS, response.list === true ? LIST : OBJECT, SURPRISE].map(
    (way): Fault => ({
      id: `${id}-${way.what}`,
      kind: 'shape',
      title: `${id} ${way.title}`,
      operation: id,
      caughtBy: way.caughtBy,
      answer: (answer, asked) =>
        asked.operation === id && String(answer.status) === success ? changed(answer, way.change) : answer,
    }),
  );
});

function changed(answer: PlannedAnswer, change: Change): PlannedAnswer {
  const { body, ...rest } = answer;
  const other = change(body);
  return other === undefined ? rest : { ...rest, body: other };
}
