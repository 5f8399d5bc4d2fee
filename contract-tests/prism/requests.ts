/** Every documented request is accepted as it stands, and every constraint on a request refuses the one that breaks it. */

import { validators as standalone } from '../../generated/validators.js';
import { curl } from '../../src/contract/curl.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { shown } from '../../src/contract/finding.ts';
import { pointer } from '../../src/contract/pointer.ts';
import { type Validators, violationsOf } from '../../src/contract/validator.ts';
import { requestConstraints, type Violation } from '../../src/contract/violations.ts';
import { BreachError, type Check } from './check.ts';
import { AUTHORIZATION, bare, throughClient } from './observe.ts';
import { described, examplePath, filledPath, fixture, OPERATION_IDS } from './plan.ts';
import { prismViolations, proveEqual, proveKept, proveUndisputed } from './prove.ts';

export function requestChecks(): readonly Check[] {
  return OPERATION_IDS.flatMap((operation) =>
    Object.entries(described(operation).request?.examples ?? {}).map(([example, name]): Check => {
      const spec = `${described(operation).pointer}/requestBody/content/application~1json/examples/${example}`;
      return {
        id: `${operation}/request/${example}`,
        operation,
        section: 'request',
        title: `request ${example}`,
        run: async ({ url, runtime }) => {
          const body = fixture(name);
          const { exchange } = await throughClient(url, operation, examplePath(operation), body, undefined);
          const { request, response } = exchange;
          proveUndisputed(exchange, spec);
          proveEqual(exchange, {
            spec,
            at: 'status',
            expected: Number(described(operation).success),
            got: response.status,
          });
          proveEqual(exchange, { spec, at: 'request body', expected: body, got: JSON.parse(request.body) });
          proveKept(exchange, runtime);
          return { proven: ['sent as documented', 'accepted'] };
        },
      };
    }),
  );
}

export function violationChecks(document: OpenApiDocument): readonly Check[] {
  return requestConstraints(document).violations.map((violation) => ({
    id: `${violation.operation}/violation${violation.spec}`,
    operation: violation.operation,
    section: 'violation',
    title: `refuses a request that breaks ${violation.spec}`,
    run: async ({ url, runtime }) => {
      proveBroken(violation, standalone);
      proveBroken(violation, runtime);
      const exchange = await bare(url, violation.operation, {
        method: described(violation.operation).method.toUpperCase(),
        path: filledPath(violation.operation, violation.path),
        headers: {
          authorization: AUTHORIZATION,
          ...(described(violation.operation).request === undefined
            ? {}
            : { 'content-type': 'application/json' }),
        },
        body: violation.body === undefined ? undefined : JSON.stringify(violation.body),
      });
      proveEqual(exchange, {
        spec: violation.spec,
        at: 'status',
        expected: 400,
        got: exchange.response.status,
      });
      proveNamed(violation, exchange);
      proveKept(exchange, runtime);
      return { proven: ['400', `names ${violation.keyword}`] };
    },
  }));
}

/** The validator must refuse the body by that keyword at that place, or the request proves nothing. */
function proveBroken(violation: Violation, validators: Validators): void {
  const schema = described(violation.operation).request?.schema;
  if (violation.body === undefined || schema === undefined || violation.at[0] !== 'body') return;
  const at = pointer(...violation.at.slice(1));
  const errors = violationsOf(validators, schema, violation.body);
  if (errors.some(({ instancePath, keyword }) => instancePath === at && keyword === violation.keyword))
    return;
  throw new Error(
    `${violation.spec}: the violating body is not refused by "${violation.keyword}" at "${at}": ${shown(errors, 200)}`,
  );
}

/** Prism must say which keyword was broken and where; any other 400 would hide a check that is switched off. */
function proveNamed(violation: Violation, exchange: Parameters<typeof prismViolations>[0]): void {
  const { keyword, at } = violation.onTheWire ?? violation;
  const place = ['request', ...at].join('/');
  const violations = prismViolations(exchange);
  if (violations.some(({ code, location }) => code === keyword && location.join('/') === place)) return;
  throw new BreachError({
    operation: violation.operation,
    spec: violation.spec,
    at: place,
    keyword,
    expected: `a refusal that names ${keyword} at ${place}`,
    got: violations.length === 0 ? 'a refusal without a reason' : shown(violations, 200),
    curl: curl(exchange.request),
  });
}
