/** The request cases of the suite for Prism, sent to the sandbox: the same requests are taken, and the same refused. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { judge } from '../../src/contract/judge.ts';
import { requestConstraints } from '../../src/contract/violations.ts';
import { createSandbox, type Sandbox, type Snapshot } from '../../src/sandbox.ts';
import { refusalChecks } from '../prism/access.ts';
import { AUTHORIZATION, bare, CREDENTIALS } from '../prism/observe.ts';
import { described, filledPath } from '../prism/plan.ts';
import { requestChecks } from '../prism/requests.ts';
import { runtimeValidators } from '../prism/runtime-validators.ts';
import { type Listening, listen } from './listen.ts';

const BUNDLE = new URL('../../generated/openapi.json', import.meta.url);
const document: OpenApiDocument = JSON.parse(readFileSync(BUNDLE, 'utf8'));
const runtime = runtimeValidators(document);

const sandbox: Sandbox = createSandbox({ clients: [CREDENTIALS] });
let listening: Listening;
let guide: Snapshot;

beforeAll(async () => {
  guide = snapshotOfGuide();
  listening = await listen(sandbox.fetch);
});
afterAll(() => listening.stop());
beforeEach(() => sandbox.reset(guide));

/** Prism needs no state; the sandbox has to hold the customer and the instrument that the examples of the contract name. */
function snapshotOfGuide(): Snapshot {
  const other = createSandbox({ clients: [CREDENTIALS] });
  const [seeded] = other.seed({ customers: [{ referenceId: 'of-the-guide', cards: ['visa-credit'] }] });
  const { customerId } = fixtures.PaymentCreateGuide;
  const { token } = fixtures.PaymentCreateGuide.paymentMethod.paymentInstrument;
  return JSON.parse(
    JSON.stringify(other.snapshot())
      .replaceAll(`"${seeded?.customer.id}"`, `"${customerId}"`)
      .replaceAll(`"${seeded?.instruments[0]?.token}"`, `"${token}"`),
  );
}

/** Where the sandbox rightly answers differently; a line here that is no longer true fails. */
const DIFFERENT: Readonly<Record<string, string>> = {
  'createPayment/request/minimal':
    'the example names no customer, and the sandbox takes that a charge must (Q-token-without-customer): it is refused',
};

describe('the positive cases', () => {
  it.each(requestChecks())('$id', async (check) => {
    const run = check.run({ url: listening.url, runtime });
    if (check.id in DIFFERENT) return expect(run).rejects.toThrow(/expected +201\s+got +400/);
    expect((await run).proven).not.toEqual([]);
  });

  it('are all taken where a charge need not name the owner of its token', async () => {
    const open = createSandbox({ clients: [CREDENTIALS], tokenOwner: 'any' });
    open.reset(guide);
    const { url, stop } = await listen(open.fetch);
    try {
      for (const check of requestChecks().filter(({ id }) => id in DIFFERENT))
        await check.run({ url, runtime });
    } finally {
      await stop();
    }
  });
});

describe('the negative cases', () => {
  // A request that is refused leaves no trace.
  afterEach(() => expect(sandbox.snapshot()).toEqual(guide));

  it.each(refusalChecks(document))('$id', async (check) => {
    expect((await check.run({ url: listening.url, runtime })).proven).not.toEqual([]);
  });

  const { violations } = requestConstraints(document);

  it.each(violations)('$operation breaks $spec', async (violation) => {
    const { operation, path, body, at, keyword } = violation;
    const exchange = await bare(listening.url, operation, {
      method: described(operation).method.toUpperCase(),
      path: filledPath(operation, path),
      headers: {
        authorization: AUTHORIZATION,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    expect(judge(exchange)).toEqual([]);
    if (violation.onTheWire !== undefined) {
      // An empty segment is another address: Prism takes it for a parameter that is missing, HTTP for a path that is not there.
      return expect(exchange.response.status).toBeGreaterThanOrEqual(400);
    }
    expect(exchange.response.status).toBe(400);
    const { message } = JSON.parse(new TextDecoder().decode(exchange.response.body));
    // A number that is no int32 is over its maximum as well, and one of the two is named.
    const named = keyword === 'format' ? ['format', 'maximum'] : [keyword];
    const place = at.length > 0 ? at.join('/') : 'body';
    // A body that is not there breaks no keyword of a schema; it is named in words.
    const words = keyword === 'required' && at.length === 0 ? ['it'] : named;
    expect(words.map((one) => `${place}: ${one}`)).toContain(/(?:body|path)\S*: \w+/.exec(message)?.[0]);
  });
});
