import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MockError, startMock } from './prism.ts';

const directory = mkdtempSync(join(tmpdir(), 'plexo-mock-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function refused(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}

describe('the mock', { timeout: 30_000 }, () => {
  it('answers from the bundled spec on a free port, and is gone after stop, also when stopped twice', async () => {
    const mock = await startMock();
    const response = await fetch(`${mock.url}/v1/customers`, {
      headers: { authorization: `Basic ${btoa('a:b')}` },
    });
    expect(response.status).toBe(200);
    expect(mock.log()).toContain('Prism is listening on');
    await Promise.all([mock.stop(), mock.stop()]);
    expect(await refused(mock.url)).toBe(true);
  });

  it('repeats in one line what Prism says when the spec is none', async () => {
    const spec = join(directory, 'not-a-spec.yaml');
    writeFileSync(spec, 'hello: world\n');
    await expect(startMock({ spec })).rejects.toThrow(
      /^Prism ended with code 1 before it answered; it says: Unsupported document format$/,
    );
  });

  it('says so when the port is taken, instead of talking to whoever holds it', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => {
        const address = holder.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    try {
      await expect(startMock({ port })).rejects.toThrow(/^port \d+ cannot be used: listen EADDRINUSE/);
    } finally {
      holder.close();
    }
  });

  it('names a spec file that does not exist, and starts nothing', async () => {
    await expect(startMock({ spec: '/no/such/spec.yaml' })).rejects.toThrow(
      new MockError('the spec /no/such/spec.yaml does not exist'),
    );
  });

  it('gives up when Prism does not answer in time', async () => {
    await expect(startMock({ startTimeoutMs: 1 })).rejects.toThrow(/did not answer on http:.* within 1 ms/);
  });
});
