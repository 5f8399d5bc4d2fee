/** One check of one sandbox in this process: what every part of the mutants' run repeats. */
import bundle from '../../generated/openapi.json' with { type: 'json' };
import { check } from '../../src/contract/check.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import type { CheckReport } from '../../src/contract/report.ts';
import { completeByForm } from '../../src/contract/run/complete-session.ts';
import { systemClock } from '../../src/contract/run/wire.ts';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';

// The types of a JSON module are those of its values; the document is checked before it is generated.
const document = bundle as unknown as OpenApiDocument;

const CLIENT = { clientId: 'mutants-one', apiKey: 'key-of-the-first-client' };
const OTHER = { clientId: 'mutants-two', apiKey: 'key-of-the-second-client' };

/** A hang has to be waited out; everything else answers within a millisecond or two. */
const TIMEOUT_MS = 250;

/**
 * A full check of a sandbox with everything on: two clients, instruments, canaries.
 *
 * @param until a rule: the check ends when it has found something, because nothing more is asked of it.
 */
export async function checkSandbox(
  options: Omit<SandboxOptions, 'clients'>,
  seed: number,
  until?: string,
): Promise<CheckReport> {
  const found = new AbortController();
  const sandbox = createSandbox({ ...options, clients: [CLIENT, OTHER] });
  return check({
    document,
    seed,
    credentials: CLIENT,
    otherCredentials: OTHER,
    target: {
      url: 'http://sandbox.invalid',
      label: 'sandbox',
      fetch: sandbox.fetch,
      completeSession: completeByForm(sandbox.fetch),
    },
    disposable: true,
    cardCanaries: true,
    signal: found.signal,
    onFinding: ({ rule }) => {
      if (rule === until) found.abort();
    },
    timeoutMs: TIMEOUT_MS,
    deadlineMs: 30_000,
    teardownMs: 5_000,
    // A server that asks for patience is not waited for here: the pauses are all that such a fault adds.
    clock: { ...systemClock, sleep: async () => {} },
  });
}
