/** One YAML or JSON file with the line of each of its places. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { segmentsOf } from '../contract/pointer.ts';
import { SpecError } from './files.ts';

export interface ParsedFile {
  readonly value: unknown;
  /** The line of a place, or of the nearest place around it; from 1. */
  lineOf(pointer: string): number;
}

/** @throws SpecError with the line of the first fault. */
export function parsedFile(text: string, shown: string): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const { line } = lines.linePos(fault.pos[0]);
    throw new SpecError(`${shown}:${line}: not valid YAML or JSON: ${fault.message.split('\n')[0]}`);
  }
  const root = document.contents;
  return {
    value: plainValue(() => document.toJS({ maxAliasCount: 1000 }), shown),
    lineOf: (pointer) => lines.linePos(offsetOf(root, segmentsOf(pointer))).line || 1,
  };
}

function plainValue(read: () => unknown, shown: string): unknown {
  try {
    return read();
  } catch (error) {
    throw new SpecError(
      `${shown}: cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The offset of the key where there is one, since that is the line which a reader looks for. */
function offsetOf(root: Node | null, segments: readonly string[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const segment of segments) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === segment);
      if (pair === undefined || !isScalar(pair.key)) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(segment)];
      if (item === undefined) return offset;
      node = item;
      offset = rangeStart(item) ?? offset;
    } else return offset;
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined;
}
