/** The parsed body of an answer, parsed once: scenarios and probes look at the same answers again and again. */
import type { Exchange } from '../exchange.ts';

const PARSED = new WeakMap<Uint8Array, { readonly value: unknown }>();

/** `undefined` where there is no body or it is not JSON, which the judge tells on its own. */
export function jsonOf({ response }: Pick<Exchange, 'response'>): unknown {
  const { body } = response;
  const known = PARSED.get(body) ?? { value: parsed(body) };
  PARSED.set(body, known);
  return known.value;
}

function parsed(body: Uint8Array): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
