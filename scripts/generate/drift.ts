/** Where the committed files differ from what the sources give. */
import type { Artifacts } from './artifact.ts';

/** One line per file that is missing, stale or different, with the first line that differs. */
export function drift(expected: Artifacts, committed: Artifacts): readonly string[] {
  const paths = [...new Set([...expected.keys(), ...committed.keys()])].sort();
  return paths.flatMap((path) => {
    const wanted = expected.get(path);
    const found = committed.get(path);
    if (found === wanted) return [];
    if (found === undefined) return [`generated/${path}: missing`];
    if (wanted === undefined) return [`generated/${path}: stale, nothing generates it`];
    return [`generated/${path}:${firstDifference(wanted, found)}`];
  });
}

function firstDifference(wanted: string, found: string): string {
  const wantedLines = wanted.split('\n');
  const foundLines = found.split('\n');
  const index = wantedLines.findIndex((line, at) => line !== foundLines[at]);
  // No line of the wanted text differs: the file goes on where it should end.
  const at = index === -1 ? wantedLines.length : index;
  return `${at + 1}: expected ${shown(wantedLines[at])}, found ${shown(foundLines[at])}`;
}

function shown(line: string | undefined): string {
  if (line === undefined) return 'the end of the file';
  return JSON.stringify(line.length > 80 ? `${line.slice(0, 77)}...` : line);
}
