/** Breaks the contract on purpose: the run must turn red and name the place. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../generated/operations.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { pointer, valueAt } from '../../src/contract/pointer.ts';
import { contractRun } from './contract-run.ts';
import { paint } from './report.ts';
import { specBreaches } from './spec.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let directory: string;
let document: OpenApiDocument;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plexo-break-'));
  document = JSON.parse(await readFile(join(ROOT, 'generated/openapi.json'), 'utf8'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** A copy of the spec with changes made by a function. */
function changed(change: (at: (place: string) => object) => void): OpenApiDocument {
  const copy = structuredClone(document);
  change((place) => {
    const value = valueAt(copy, place);
    if (typeof value !== 'object' || value === null) throw new Error(`nothing to break at ${place}`);
    return value;
  });
  return copy;
}

function rename(value: object, from: string, to: string): void {
  if (!Object.hasOwn(value, from)) throw new Error(`no member ${from} to rename`);
  Reflect.set(value, to, Reflect.get(value, from));
  Reflect.deleteProperty(value, from);
}

interface Run {
  readonly kept: boolean;
  readonly text: string;
}

/** A run in which Prism serves something else than the contract. */
async function runOn(served: unknown, only: readonly OperationId[]): Promise<Run> {
  const spec = join(directory, `${crypto.randomUUID()}.json`);
  await writeFile(spec, typeof served === 'string' ? served : JSON.stringify(served));
  let text = '';
  const print = (line: string): void => {
    text += `${line}\n`;
  };
  const screen = { print, progress: () => {}, paint: paint(false) };
  const kept = await contractRun(screen, { document, served: spec, only, breaches: Promise.resolve([]) });
  return { kept, text };
}

const SESSION_RESPONSES = pointer('paths', '/v1/sessions', 'post', 'responses');

describe('a contract run', () => {
  it('turns red and names each place when Prism serves a spec that was broken in four places', async () => {
    const served = changed((at) => {
      rename(at('/components/examples/CustomerFull/value'), 'email', 'emial');
      Reflect.deleteProperty(at('/components/schemas/PaymentCreate'), 'required');
      rename(at(SESSION_RESPONSES), '201', '200');
      Reflect.deleteProperty(at('/components/schemas/Amount/properties/total'), 'minimum');
    });
    const { kept, text } = await runOn(served, [
      'listCustomers',
      'retrieveCustomer',
      'createPayment',
      'createSession',
    ]);
    expect(kept).toBe(false);
    expect(text).toMatch(
      /BREACH retrieveCustomer: value of the client at \/email\n {2}expected {2}"customer@example\.com"\n {2}got {7}nothing/,
    );
    expect(text).toMatch(
      /BREACH createPayment: status\n {2}expected {2}400\n {2}got {7}201\n {2}spec {6}\/components\/schemas\/PaymentCreate\/required\/0/,
    );
    expect(text).toContain(`spec      ${SESSION_RESPONSES}/201`);
    expect(text).toContain('spec      /components/schemas/Amount/properties/total/minimum');
    expect(text).toMatch(
      /repeat {4}curl -i -X POST -u "\$PLEXO_CLIENT_ID:\$PLEXO_API_KEY" .*\/v1\/payments'/,
    );
    expect(text).not.toMatch(/BREACH (?:listCustomers|deletePaymentInstrument)/);
  });

  it('turns red on each operation when Prism serves another API', async () => {
    const { kept, text } = await runOn(
      {
        openapi: '3.1.0',
        info: { title: 'Another API', version: '1.0.0' },
        paths: { '/pets': { get: { responses: { '200': { description: 'Pets.' } } } } },
      },
      ['listCustomers', 'createSession'],
    );
    expect(kept).toBe(false);
    expect(text).toMatch(/ 0 of \d+ documented responses; missing: /);
    expect(text).toMatch(/ 0 of \d+ request constraints; missing: /);
    expect(text).toMatch(/^BREACH listCustomers: /m);
    expect(text).toMatch(/^BREACH createSession: /m);
  });
});

describe('npm run contract', () => {
  it('exits with 2 and one line when it cannot run', async () => {
    const args = ['--import', 'tsx', 'contract-tests/prism/main.ts', '--spec', '/no/such/spec.json'];
    const { code, text } = await new Promise<{ code: number | null; text: string }>((resolve, reject) => {
      const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
      let printed = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        printed += chunk;
      });
      child.once('error', reject);
      child.once('close', (exit) => resolve({ code: exit, text: printed }));
    });
    expect([code, text]).toEqual([2, 'contract: the spec /no/such/spec.json does not exist\n']);
  });
});

describe('the spec itself', () => {
  it('has no breaches as it stands', async () => {
    expect(await specBreaches(document)).toEqual([]);
  });

  const BREAKS: readonly { title: string; change: Parameters<typeof changed>[0]; place: string }[] = [
    {
      title: 'a property of an example is renamed',
      change: (at) => rename(at('/components/examples/CustomerFull/value'), 'email', 'emial'),
      place: '/components/examples/CustomerFull/value/emial',
    },
    {
      title: 'a required list is dropped',
      change: (at) => Reflect.deleteProperty(at('/components/schemas/Customer'), 'required'),
      place: '/components/schemas/Customer/required',
    },
    {
      title: 'a status is changed',
      change: (at) => rename(at(SESSION_RESPONSES), '201', '200'),
      place: SESSION_RESPONSES,
    },
  ];

  it.each(BREAKS)('is red, by more than the stale bundle, when $title', async ({ change, place }) => {
    const [drift, ...others] = await specBreaches(changed(change), Promise.resolve(document));
    expect(drift).toMatch(/is not what openapi\/ says, first at \//);
    expect(others.filter((breach) => breach.includes(place))).not.toEqual([]);
  });
});
