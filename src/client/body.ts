/** Reading a response's body under a limit, without ever holding more than the limit. */

/**
 * The bytes of a body, none when there is no body; `undefined` as soon as there are more than the limit allows. What was read
 * is gone then, and the connection is closed.
 *
 * @param limit the most bytes to accept, counted after decompression.
 */
export async function readBody(response: Response, limit: number): Promise<Uint8Array | undefined> {
  if (response.body === null) return new Uint8Array();
  if (announcedLength(response.headers) <= limit) return new Uint8Array(await response.arrayBuffer());
  return readCounting(response.body, limit);
}

/** A length that can be trusted, or NaN: HTTP clients hold a body to it, unless it is compressed and grows after that. */
function announcedLength(headers: Headers): number {
  return Number((!headers.has('content-encoding') && headers.get('content-length')) || Number.NaN);
}

async function readCounting(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}
