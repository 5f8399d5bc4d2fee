/** A name for a breach that stays the same from run to run, so that a baseline can tell a known one from a new one. */
import type { Finding } from './finding.ts';

/** 16 hexadecimal digits made of what was broken and where; no value, no case, and no index of a list goes into them. */
export function fingerprint(finding: Omit<Finding, 'severity' | 'expected' | 'got'>): string {
  const { rule, operation, status, spec, at, keyword = '' } = finding;
  const place = at.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  return fnv1a64([rule, operation, status, spec, place, keyword].join('\n'));
}

/** FNV-1a with 64 bits: it has no secrets to keep, and needs no promise. */
function fnv1a64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
