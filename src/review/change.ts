/** One difference between two versions of the contract, and the list that collects them. */
import type { OpenApiDocument } from '../contract/document.ts';
import type { Level } from './level.ts';
import { nameOf } from './place.ts';
import { RULES, type RuleId } from './rules.ts';

/** Who writes the value that changed: the client, the server, or neither (a name, a server, the security). */
export type Direction = 'request' | 'response' | 'document';

export interface Change {
  readonly rule: RuleId;
  readonly level: Level;
  readonly direction: Direction;
  /** JSON Pointer in the bundled document of the side that has the place. */
  readonly pointer: string;
  readonly side: 'old' | 'new';
  /** How a reader calls the place. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** A client that reads strictly may stumble over it although nothing it relies on was taken away. */
  readonly warning: boolean;
  /** The operations that are concerned; empty for the document as a whole. */
  readonly operations: readonly string[];
}

export interface Versions {
  readonly old: OpenApiDocument;
  readonly new: OpenApiDocument;
}

export interface Difference {
  readonly rule: RuleId;
  readonly level: Level;
  readonly pointer: string;
  readonly side?: 'old' | 'new';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Collects changes; the same change met through several operations is one change that names them all. */
export class Changes {
  readonly versions: Versions;
  readonly #found = new Map<string, Change>();

  constructor(versions: Versions) {
    this.versions = versions;
  }

  add(difference: Difference, direction: Direction, operation?: string): void {
    const { rule, level, pointer, side = 'new', before, after } = difference;
    const key = [rule, direction, side, pointer, shown(before), shown(after)].join(' ');
    const operations = this.#found.get(key)?.operations ?? [];
    const more = operation !== undefined && !operations.includes(operation) ? [operation] : [];
    this.#found.set(key, {
      rule,
      level,
      direction,
      pointer,
      side,
      name: nameOf(this.versions[side], pointer),
      before: shown(before),
      after: shown(after),
      warning: isWarning(difference, direction),
      operations: [...operations, ...more],
    });
  }

  all(): readonly Change[] {
    return [...this.#found.values()];
  }
}

function isWarning({ rule }: Difference, direction: Direction): boolean {
  const { warns } = RULES[rule];
  return warns === 'always' || (warns === 'in answers' && direction === 'response');
}

/** A value as a table cell shows it; empty for what is not there. */
export function shown(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 77)}...` : line;
}
