import { describe, expect, it } from 'vitest';
import { readBody } from './body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A body in chunks; the way it was left is told: whether it was read to its end, or cancelled. */
function streamed(chunks: readonly string[], headers: Record<string, string> = {}) {
  const seen = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[seen.pulled];
        seen.pulled += 1;
        if (chunk === undefined) controller.close();
        else controller.enqueue(bytes(chunk));
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, response: new Response(body, { headers }) };
}

describe('a body under a limit', () => {
  it('is empty where there is none', async () => {
    expect(await readBody(new Response(null), 10)).toEqual(new Uint8Array());
  });

  it('is read to its end, its parts in order, up to exactly the limit', async () => {
    expect(await readBody(streamed(['ab', 'cd', 'e']).response, 5)).toEqual(bytes('abcde'));
  });

  it('is given up as soon as it is larger, and the connection with it', async () => {
    const { response, seen } = streamed(['abc', 'def', 'ghi', 'jkl']);
    expect(await readBody(response, 5)).toBeUndefined();
    expect(seen).toEqual({ pulled: 2, cancelled: true });
  });

  it.each(['3', '0'])('of an announced length of %s is read in one go', async (length) => {
    // A real client holds a body to its length; a body that breaks its word shows which way it was read.
    const { response } = streamed(['abc', 'def'], { 'content-length': length });
    expect(await readBody(response, 4)).toEqual(bytes('abcdef'));
  });

  it('of an announced length of exactly the limit is read in one go', async () => {
    const { response } = streamed(['abc', 'def'], { 'content-length': '4' });
    expect(await readBody(response, 4)).toEqual(bytes('abcdef'));
  });

  it.each<[string, Record<string, string>]>([
    ['is larger than the limit', { 'content-length': '5' }],
    ['is no number', { 'content-length': 'many' }],
    ['counts compressed bytes', { 'content-length': '3', 'content-encoding': 'gzip' }],
  ])('is counted where the announced length %s', async (_, headers) => {
    const { response, seen } = streamed(['abc', 'def'], headers);
    expect(await readBody(response, 4)).toBeUndefined();
    expect(seen.cancelled).toBe(true);
  });
});
