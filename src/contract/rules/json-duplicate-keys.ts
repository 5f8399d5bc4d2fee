import { shown } from '../finding.ts';
import { pointer } from '../pointer.ts';
import type { JudgeRule } from '../rule.ts';

export const jsonDuplicateKeys: JudgeRule = {
  id: 'json-duplicate-keys',
  severity: 'error',
  judge({ described, text, json }) {
    if (described?.mediaType === undefined || text === undefined || json === undefined) return [];
    // A name that stood twice is lost in parsing; text that comes out as it went in had none, and most servers write so.
    if (JSON.stringify(json.value) === text) return [];
    return duplicateKeys(text).map((place) => ({
      spec: described.schema ?? described.pointer,
      at: `body${place}`,
      expected: 'each name once in an object',
      got: `a second ${shown(place.slice(place.lastIndexOf('/') + 1))}`,
    }));
  },
};

interface Open {
  readonly place: string;
  /** Absent for a list. */
  readonly names?: Set<string>;
  /** The name whose value comes next, or the index of the element. */
  at: string | number;
}

/** One token of JSON text: a string, a bracket, or a comma; numbers and words need no look. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** JSON Pointers of the members that repeat a name; the text must be well-formed JSON. */
export function duplicateKeys(text: string): readonly string[] {
  const found: string[] = [];
  const open: Open[] = [];
  let name: string | undefined;
  for (const [token] of text.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === '{' || token === '[') {
      const place = inner === undefined ? '' : `${inner.place}${pointer(inner.at)}`;
      open.push({ place, at: 0, ...(token === '{' ? { names: new Set<string>() } : {}) });
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ',' && typeof inner?.at === 'number' && inner.names === undefined) {
      inner.at += 1;
    } else if (token === ':' && inner?.names !== undefined && name !== undefined) {
      if (inner.names.has(name)) found.push(`${inner.place}${pointer(name)}`);
      inner.names.add(name);
      inner.at = name;
    } else if (token.startsWith('"')) {
      name = JSON.parse(token);
    }
  }
  return found;
}
