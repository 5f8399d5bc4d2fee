/** The body of a request, up to a limit: what is over it is refused without being held in memory. */

/** `text` is absent where the bytes are not UTF-8. */
export type Body = { readonly text: string | undefined } | 'too large';

export async function readBody({ headers, body }: Request, maxBytes: number): Promise<Body> {
  if (Number(headers.get('content-length') ?? 0) > maxBytes) return 'too large';
  if (body === null) return { text: '' };
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let [text, size]: [string | undefined, number] = ['', 0];
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return 'too large';
    }
    text = decoded(decoder, text, value);
  }
  return { text: decoded(decoder, text, undefined) };
}

function decoded(
  decoder: TextDecoder,
  text: string | undefined,
  bytes: Uint8Array | undefined,
): string | undefined {
  if (text === undefined) return undefined;
  try {
    return text + (bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true }));
  } catch {
    return undefined;
  }
}
