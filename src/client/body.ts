/** Reading a response's body under a limit, without ever holding more than the limit. */

/** The body is larger than the limit; what was read is gone and the connection is closed. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';

  constructor(limit: number) {
    super(`the body is larger than ${limit} bytes`);
  }
}

/**
 * The bytes of a body; empty when there is none.
 *
 * @param limit the most bytes to accept, counted after decompression.
 * @throws BodyTooLarge as soon as the limit is passed.
 */
export async function readBody(response: Response, limit: number): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  if (announcedLength(response.headers) <= limit) return new Uint8Array(await response.arrayBuffer());
  return readCounting(response.body, limit);
}

/** A length that can be trusted: HTTP clients hold a body to it, unless it is compressed and grows after that. */
function announcedLength(headers: Headers): number {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? Number.POSITIVE_INFINITY : Number(length);
}

async function readCounting(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new BodyTooLarge(limit);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
