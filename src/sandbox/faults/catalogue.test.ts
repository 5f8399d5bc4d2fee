import { describe, expect, it, vi } from 'vitest';
import { tourSandbox } from '../../../contract-tests/sandbox/tour.ts';
import { faults } from './catalogue.ts';

describe('the catalogue', () => {
  it('has at least 300 faults, at least 40 of them written by hand, each with an id and a line of its own', () => {
    const ids = faults.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(faults.map(({ title }) => title)).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(300);
    expect(faults.filter(({ kind }) => kind === 'state' || kind === 'leak').length).toBeGreaterThanOrEqual(
      40,
    );
    for (const { id, title } of faults) {
      expect(id).toMatch(/^[A-Za-z0-9.-]+$/);
      expect(title).not.toMatch(/\n/);
    }
  });
});

const AUTHORIZATION = { authorization: `Basic ${btoa('one:key-of-one')}` };

/** One read of a customer under a fault. */
function read(id: string): Promise<Response> {
  const sandbox = tourSandbox({ faults: [id] });
  const [seeded] = sandbox.seed({ customers: [{ email: 'someone@example.com' }] });
  return sandbox.fetch(`http://localhost/v1/customers/${seeded?.customer.id}`, { headers: AUTHORIZATION });
}

describe('a fault that does not end by itself', () => {
  it('delays an answer by a minute', async () => {
    vi.useFakeTimers();
    try {
      const settled = vi.fn();
      const answer = read('delay').finally(settled);
      await vi.advanceTimersByTimeAsync(59_000);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1_000);
      expect((await answer).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it('never answers', async () => {
    const first = await Promise.race([
      read('hang'),
      new Promise((resolve) => setTimeout(resolve, 20, 'waited')),
    ]);
    expect(first).toBe('waited');
  });

  it('stops in the middle of a body', async () => {
    const response = await read('stall');
    expect(response.status).toBe(200);
    const body = await Promise.race([
      response.text(),
      new Promise((resolve) => setTimeout(resolve, 20, 'waited')),
    ]);
    expect(body).toBe('waited');
  });

  it('breaks off in the middle of a body', async () => {
    const response = await read('reset');
    await expect(response.text()).rejects.toThrow('connection reset');
  });
});

describe('a fault for one request', () => {
  it('is on for the request that asks for it, and for no other', async () => {
    const sandbox = tourSandbox({ allowFaultHeader: true });
    const list = (headers: Record<string, string>): Promise<Response> =>
      sandbox.fetch('http://localhost/v1/customers', { headers: { ...AUTHORIZATION, ...headers } });
    expect((await list({ prefer: 'fault=listCustomers-fails' })).status).toBe(500);
    expect((await list({})).status).toBe(200);
  });

  it('is not to be had where it was not allowed', async () => {
    const headers = { ...AUTHORIZATION, prefer: 'fault=listCustomers-fails' };
    expect((await tourSandbox().fetch('http://localhost/v1/customers', { headers })).status).toBe(200);
  });

  it('that does not exist is refused with the nearest ones', async () => {
    const headers = { ...AUTHORIZATION, prefer: 'fault=listCustomers-fail' };
    const answer = await tourSandbox({ allowFaultHeader: true }).fetch('http://localhost/v1/customers', {
      headers,
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(
      /there is no fault .*listCustomers-fail.*: did you mean listCustomers/,
    );
  });

  it('that does not exist cannot be switched on from the start either', () => {
    expect(() => tourSandbox({ faults: ['nonsense'] })).toThrow(/^there is no fault "nonsense": /);
  });
});
