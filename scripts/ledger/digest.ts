/** Digests by which the ledger recognises a statement without keeping its text. */
import { createHash } from 'node:crypto';

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The first 12 hex digits: short enough to read in a ledger, long enough not to collide in a guide. */
export function shortDigest(text: string): string {
  return sha256(text).slice(0, 12);
}

/** JSON with sorted keys and no spaces: equal values have equal text, whatever their layout. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** The short digest of a JSON value, the same for every layout and key order. */
export function valueDigest(value: unknown): string {
  return shortDigest(canonicalJson(value));
}
