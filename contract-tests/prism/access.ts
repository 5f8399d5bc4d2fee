/** What must be refused whatever the request says: the checker's cases, sent to the mock one by one. */
import { allCases } from '../../src/contract/cases/all.ts';
import { type Case, filled, insideJson } from '../../src/contract/cases/case.ts';
import { type CauseId, causeOf } from '../../src/contract/cause.ts';
import { curl } from '../../src/contract/curl.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { authorization } from '../../src/contract/run/access.ts';
import { BreachError, type Check, type Section } from './check.ts';
import { bare, CREDENTIALS } from './observe.ts';
import { examplePath } from './plan.ts';
import { proveKept } from './prove.ts';

/** The cases that Prism can answer as the contract says, each under the id that the ledger knows. */
const KINDS: readonly {
  readonly cases: RegExp;
  readonly id: (one: Case) => string;
  readonly section: Section;
}[] = [
  { cases: /\/access\/none$/, id: ({ operation }) => `${operation}/no-credentials`, section: 'access' },
  { cases: /\/access\/wrong-scheme$/, id: ({ operation }) => `${operation}/wrong-scheme`, section: 'access' },
  { cases: /\/undeclared-method\//, id: ({ id }) => id, section: 'access' },
  {
    cases: /\/malformed-json\/cut-off$/,
    id: ({ operation }) => `${operation}/malformed-json`,
    section: 'wire',
  },
  { cases: /\/media-type\/text$/, id: ({ operation }) => `${operation}/wrong-media-type`, section: 'wire' },
];

/** @param document the bundled spec, which the cases are derived from. */
export function refusalChecks(document: OpenApiDocument): readonly Check[] {
  return allCases(document, 1).cases.flatMap((one) => {
    const kind = KINDS.find(({ cases }) => cases.test(one.id));
    return kind === undefined ? [] : [refusalCheck(one, kind.id(one), kind.section)];
  });
}

function refusalCheck(one: Case, id: string, section: Section): Check {
  const { operation } = one;
  return {
    id,
    operation,
    section,
    title: `refused ${one.title}`,
    run: async ({ url, runtime }) => {
      const exchange = await bare(url, operation, {
        method: one.method,
        path: filled(one.path, exampleFor(operation), encodeURIComponent),
        headers: { ...one.headers, ...authorization(one.access, CREDENTIALS, undefined) },
        body: one.body === undefined ? undefined : filled(one.body, exampleFor(operation), insideJson),
      });
      const { status } = exchange.response;
      const { described, expected } = causeOf(one.cause satisfies CauseId);
      if (!expected.includes(status)) {
        throw new BreachError({
          operation,
          spec: one.spec,
          at: 'status',
          expected: expected.join(' or '),
          got: String(status),
          curl: curl(exchange.request, one.access === 'valid'),
        });
      }
      if (described === 'wholly') proveKept(exchange, runtime);
      return { proven: [String(status)] };
    },
  };
}

/** The mock knows every record, so the example's stands for the one that a run would make. */
function exampleFor(operation: Case['operation']): (name: string) => string {
  const { customerId = 'example', token = 'example' } = examplePath(operation);
  return (name) => (name.endsWith('.token') ? token : customerId);
}
