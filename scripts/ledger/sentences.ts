/** Splits a paragraph into sentences. Code spans and link targets never end one, nor do `e.g.` and `i.e.`. */

const PROTECTED = /`[^`]*`|\]\([^)]*\)|\b(?:e\.g|i\.e|etc|vs)\./g;
const BOUNDARY = /(?<=[.!?]["')\]]*)\s+(?=["'([`*_]*[A-Z0-9`[])/;
// One letter outside of every script: masks a character without moving a boundary.
const MASK = '\uE000';

export function sentencesOf(paragraph: string): readonly string[] {
  const text = normalise(paragraph);
  const masked = text.replace(PROTECTED, (span) => span.replaceAll(/[.!?\s]/g, MASK));
  const sentences: string[] = [];
  let start = 0;
  for (const part of masked.split(BOUNDARY)) {
    const at = masked.indexOf(part, start);
    sentences.push(text.slice(at, at + part.length));
    start = at + part.length;
  }
  return sentences.filter((sentence) => sentence !== '');
}

/** One spelling for what only layout changes: Unicode composition and white space. */
export function normalise(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
