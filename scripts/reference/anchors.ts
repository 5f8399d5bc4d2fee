/** The ids of the page. Other documents link to them, so they are made of names alone and never of positions. */

/** Ids that the page itself uses, whatever the document holds. */
const PAGE_ANCHORS = [
  'content',
  'title',
  'servers',
  'authentication',
  'models',
  'errors',
  'legend',
  'questions',
  'contents',
  'entries',
] as const;

/** The numbered sources of the legend have ids of this form. */
const SOURCE = /^source-\d+$/;

export type Claim = (wanted: string) => string;

/**
 * Hands out each id once. What cannot stand in an id or an address becomes `-`; a name that is taken, say by a
 * model called like an operation, gets a number.
 */
export function claims(): Claim {
  const taken = new Set<string>(PAGE_ANCHORS);
  return (wanted) => {
    const base = wanted.replace(/[^A-Za-z0-9._-]+/g, '-') || 'unnamed';
    let anchor = base;
    for (let number = 2; taken.has(anchor) || SOURCE.test(anchor); number += 1) anchor = `${base}-${number}`;
    taken.add(anchor);
    return anchor;
  };
}
