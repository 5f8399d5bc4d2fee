/** Identifiers that look random and are the same in every run with the same seed. */

export interface Identifiers {
  /** 32 hexadecimal digits, dashed like a UUID or not. */
  next(form: 'dashed' | 'undashed'): string;
  /** Where the sequence stands, to be restored with `at`. */
  position(): number;
  at(position: number): void;
}

/** @param seed a whole number. */
export function createIdentifiers(seed: number): Identifiers {
  let position = 0;
  return {
    next(form) {
      position += 1;
      const hex = [0, 1, 2, 3].map((part) => mixed(seed, position * 4 + part)).join('');
      return form === 'dashed' ? dashed(hex) : hex;
    },
    position: () => position,
    at(given) {
      position = given;
    },
  };
}

/** Eight hexadecimal digits: the finalizer of MurmurHash3 over the seed and a counter. */
function mixed(seed: number, counter: number): string {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(counter, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

function dashed(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
