/** Reads unknown data as the ledger's shape, and says for each fault where it is and what was expected. */

export class LedgerShapeError extends Error {
  override readonly name = 'LedgerShapeError';
  readonly place: string;

  constructor(place: string, what: string) {
    super(`${place === '' ? 'the ledger' : place}: ${what}`);
    this.place = place;
  }
}

/** A record at a place in the file, read member by member; `done` refuses members that nobody asked for. */
export class RecordReader {
  readonly #place: string;
  readonly #members: ReadonlyMap<string, unknown>;
  readonly #read = new Set<string>();

  constructor(value: unknown, place: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new LedgerShapeError(place, `expected a map, found ${nameOf(value)}`);
    }
    this.#place = place;
    this.#members = new Map(Object.entries(value));
  }

  placeOf(name: string): string {
    return this.#place === '' ? name : `${this.#place}.${name}`;
  }

  names(): readonly string[] {
    return [...this.#members.keys()];
  }

  value(name: string): unknown {
    this.#read.add(name);
    return this.#members.get(name);
  }

  text(name: string): string {
    const value = this.value(name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    throw new LedgerShapeError(this.placeOf(name), `expected text, found ${nameOf(value)}`);
  }

  optionalText(name: string): string | undefined {
    return this.value(name) === undefined ? undefined : this.text(name);
  }

  choice<const T extends readonly string[]>(name: string, allowed: T): T[number] {
    const value = this.text(name);
    const found = allowed.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    throw new LedgerShapeError(this.placeOf(name), `expected one of ${allowed.join(', ')}, found "${value}"`);
  }

  matching(name: string, pattern: RegExp, expected: string): string {
    const value = this.text(name);
    if (pattern.test(value)) return value;
    throw new LedgerShapeError(this.placeOf(name), `expected ${expected}, found "${value}"`);
  }

  list(name: string): readonly unknown[] {
    const value = this.value(name);
    if (Array.isArray(value)) return value;
    throw new LedgerShapeError(this.placeOf(name), `expected a list, found ${nameOf(value)}`);
  }

  /** A list of texts; absent means empty. */
  texts(name: string): readonly string[] {
    if (this.value(name) === undefined) return [];
    return this.list(name).map((value, index) => {
      if (typeof value === 'string' && value !== '') return value;
      throw new LedgerShapeError(`${this.placeOf(name)}[${index}]`, `expected text, found ${nameOf(value)}`);
    });
  }

  done(): void {
    const unknown = this.names().find((name) => !this.#read.has(name));
    if (unknown !== undefined)
      throw new LedgerShapeError(this.placeOf(unknown), 'is not a member of this map');
  }
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return value === '' ? 'empty text' : `the ${typeof value} ${JSON.stringify(value)}`;
}
