/** A finding as a person reads it in a terminal of 80 columns: where, what, and what to do. */
import type { Finding } from './ledger.ts';

const WIDTH = 80;

export function shown({ place, what, todo }: Finding): string {
  return [...wrapped(place, ''), ...wrapped(what, '  '), ...wrapped(`-> ${todo}`, '  ')].join('\n');
}

/** Breaks at spaces only: a pointer or a digest stays in one piece, even beyond the last column. */
function wrapped(text: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replaceAll(/\s+/g, ' ').trim().split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}
