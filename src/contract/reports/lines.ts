/** Lines for people: at most 80 columns, broken at spaces, coloured only where colours are welcome. */

export const WIDTH = 80;

export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** @param colour true where the output is a terminal that has not asked for plain text. */
export function paint(colour: boolean): Paint {
  const code = (start: number, end: number) => (text: string) =>
    colour ? `\u001b[${start}m${text}\u001b[${end}m` : text;
  return { good: code(32, 39), bad: code(31, 39), dim: code(2, 22), bold: code(1, 22) };
}

/** Breaks at spaces only: a place or a name stays whole, so that it can be copied. */
export function wrapped(text: string, indent: string, width = WIDTH): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** `1 finding`, `2 findings`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
