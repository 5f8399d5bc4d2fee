/** Breaks the contract on purpose: the run must turn red and name the place. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { pointer, valueAt } from '../../src/contract/pointer.ts';
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
  readonly code: number | null;
  readonly text: string;
}

async function contractRun(served: unknown): Promise<Run> {
  const spec = join(directory, `${crypto.randomUUID()}.json`);
  await writeFile(spec, typeof served === 'string' ? served : JSON.stringify(served));
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'contract-tests/prism/main.ts', '--spec', spec],
      { cwd: ROOT },
    );
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, text }));
  });
}

const SESSION_RESPONSES = pointer('paths', '/v1/sessions', 'post', 'responses');

describe('npm run contract', () => {
  it('turns red and names each place when Prism serves a spec that was broken in four places', async () => {
    const served = changed((at) => {
      rename(at('/components/examples/CustomerFull/value'), 'email', 'emial');
      Reflect.deleteProperty(at('/components/schemas/PaymentCreate'), 'required');
      rename(at(SESSION_RESPONSES), '201', '200');
      Reflect.deleteProperty(at('/components/schemas/Amount/properties/total'), 'minimum');
    });
    const { code, text } = await contractRun(served);
    expect(code).toBe(1);
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
  }, 30_000);

  it('turns red on every operation when Prism serves another API', async () => {
    const { code, text } = await contractRun({
      openapi: '3.1.0',
      info: { title: 'Another API', version: '1.0.0' },
      paths: { '/pets': { get: { responses: { '200': { description: 'Pets.' } } } } },
    });
    expect(code).toBe(1);
    expect(text).toMatch(/ 0 of \d+ documented responses; missing: /);
    expect(text).toMatch(/ 0 of \d+ request constraints; missing: /);
  }, 30_000);

  it('says in a few lines that it could not run when the spec does not parse', async () => {
    const { code, text } = await contractRun('openapi: [3.1.0');
    expect(code).toBe(2);
    expect(text).toMatch(/^contract: Prism ended with code 1 before it answered/m);
    expect(text).not.toMatch(/^\s+at .*\.ts:\d+/m);
  }, 30_000);
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
    const [drift, ...others] = await specBreaches(changed(change));
    expect(drift).toMatch(/is not what openapi\/ says, first at \//);
    expect(others.filter((breach) => breach.includes(place))).not.toEqual([]);
  });
});
