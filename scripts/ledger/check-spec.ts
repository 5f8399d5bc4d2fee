/** The spec's side of the ledger: every pointer leads somewhere, and every element is reached by an entry. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { elementsOf } from './elements.ts';
import type { Finding, Ledger } from './ledger.ts';
import { expand } from './patterns.ts';

export function* checkSpec(ledger: Ledger, document: OpenApiDocument): Generator<Finding> {
  const reached = new Set<string>();
  for (const entry of ledger.entries) {
    for (const pattern of entry.pointers) {
      const places = pattern.startsWith('/') ? expand(document, pattern) : [];
      for (const place of places) reached.add(place);
      if (places.length > 0) continue;
      yield {
        place: `entries ${entry.id}`,
        what: pattern.includes('*') ? `nothing matches ${pattern}` : `the spec has no ${pattern}`,
        todo: 'correct the pointer, or remove it with what it was for',
      };
    }
  }
  for (const element of elementsOf(document)) {
    if (reached.has(element.pointer)) continue;
    yield {
      place: element.pointer,
      what: `the ${element.group} "${element.name}" has no provenance`,
      todo: 'add an entry with this pointer: a source, or an assumption with its question',
    };
  }
}
