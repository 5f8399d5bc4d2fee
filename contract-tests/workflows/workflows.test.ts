/** The guide's way as a document that runs: checked by the format's own linter, then executed step by step. */

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { redocly } from '../../scripts/generate/bundle.ts';
import { startMock } from '../../src/mock/prism.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox.ts';
import { listen } from '../sandbox/listen.ts';
import { respect, WORKFLOWS } from './respect.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const written: { readonly workflows: readonly { readonly steps: readonly { readonly stepId: string }[] }[] } =
  parse(readFileSync(`${ROOT}${WORKFLOWS}`, 'utf8'));
const steps = written.workflows.flatMap((workflow) => workflow.steps.map(({ stepId }) => stepId));

let server: Server | undefined;

afterEach(async () => {
  const running = server;
  server = undefined;
  await new Promise((done) => (running === undefined ? done(undefined) : running.close(done)));
});

/** A server that answers everything alike. */
async function answering(status: number, body: unknown): Promise<string> {
  server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  // A server that listens on a port has an address with a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the workflow', () => {
  it('is valid Arazzo', async () => {
    const { code, text } = await redocly(ROOT, ['lint', '--extends', 'spec', WORKFLOWS]);
    expect(text).toContain('valid');
    expect(code).toBe(0);
  });

  it('runs against the sandbox, where it waits until the payer has saved a card', async () => {
    const sandbox = createSandbox({ clients: [{ clientId: 'workflow', apiKey: 'workflow' }] });
    const reads: number[] = [];
    const server = await listen(withPayer(sandbox, reads));
    try {
      const run = await respect(server.url);
      expect(run.steps).toEqual(withRepeatedRead(steps));
      expect(run.passed).toBe(true);
      // None before the payer was there, one after.
      expect(reads).toEqual([0, 1]);
    } finally {
      await server.stop();
    }
  });

  // No payer saves a card on Prism; its list of instruments is the example of the guide, so the charge has a token.
  it('runs against Prism: every step, every answer as the spec says', async () => {
    const mock = await startMock();
    try {
      expect(await respect(mock.url)).toEqual({ passed: true, steps: steps.map((step) => `+ ${step}`) });
    } finally {
      await mock.stop();
    }
  });

  it('stops at the first answer that is not what the guide says', async () => {
    const url = await answering(500, {
      code: 'internal-error',
      message: 'no',
      type: 'api-error',
      status: 500,
    });
    const run = await respect(url);
    expect(run.passed).toBe(false);
    expect(run.steps).toEqual([expect.stringMatching(/^- createCustomer, /)]);
  });

  it('is judged by the schemas too: a customer without an id is no customer', async () => {
    const run = await respect(await answering(201, { email: 'customer@example.com' }));
    expect(run.passed).toBe(false);
    expect(run.steps[0]).toMatch(/^- createCustomer, .*schema/i);
  });
});

/** The sandbox with a payer who completes each session once its merchant has looked for an instrument and found none. */
function withPayer(sandbox: Sandbox, reads: number[]): (request: Request) => Promise<Response> {
  const sessions: string[] = [];
  return async (request) => {
    const response = await sandbox.fetch(request);
    if (request.method === 'POST' && request.url.endsWith('/v1/sessions')) {
      const { id }: { readonly id: string } = await response.clone().json();
      sessions.push(id);
    }
    if (request.method === 'GET' && request.url.endsWith('/payment-instruments')) {
      const instruments: readonly unknown[] = await response.clone().json();
      reads.push(instruments.length);
      for (const session of sessions.splice(0)) sandbox.completeSession(session);
    }
    return response;
  };
}

/** What `respect` reports where the list of instruments is empty the first time. */
function withRepeatedRead(names: readonly string[]): readonly unknown[] {
  return names.flatMap((name) =>
    name === 'listPaymentInstruments'
      ? [expect.stringMatching(/^- listPaymentInstruments, /), `+ ${name}`]
      : [`+ ${name}`],
  );
}
