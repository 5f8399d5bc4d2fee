/** From a JSON Pointer to the line of the spec where a person finds it. */
import { readFileSync } from 'node:fs';
import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { segmentsOf } from '../contract/pointer.ts';
import type { CheckReport, SourceLocation } from '../contract/report.ts';
import { packageFile } from './package-file.ts';

const SPEC = 'generated/openapi.yaml';

/** Finds places in one YAML text; the text is parsed once. */
export function locator(text: string, file: string): (pointer: string) => SourceLocation | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return (pointer) => {
    const offset = offsetAt(document.contents, segmentsOf(pointer));
    if (offset === undefined) return undefined;
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
}

/** Where a member's key stands, or an item; the nearest place above it where the document ends earlier. */
function offsetAt(root: Node | null, segments: readonly string[]): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
  for (const segment of segments) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isNode(key) ? key.toJSON() : key) === segment);
      if (pair === undefined) return offset;
      offset = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      offset = (isNode(node) ? node.range?.[0] : undefined) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

/** The same report, each finding with its line in the spec that this package ships. */
export function withSources(report: CheckReport): CheckReport {
  if (report.findings.length === 0) return report;
  const locate = locator(readFileSync(packageFile(SPEC), 'utf8'), SPEC);
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const source = locate(finding.spec);
      return source === undefined ? finding : { ...finding, source };
    }),
  };
}
