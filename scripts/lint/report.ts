/** What lint prints: one block for each check, 80 columns, places first. */

export interface CheckFinding {
  /** `file#/pointer` where there is one; absent where the message names the place. */
  readonly place?: string;
  readonly message: string;
}

export interface CheckResult {
  readonly title: string;
  readonly findings: readonly CheckFinding[];
  readonly milliseconds: number;
}

const WIDTH = 80;

export function renderReport(results: readonly CheckResult[]): string {
  const total = results.reduce((sum, { findings }) => sum + findings.length, 0);
  const lines = results.flatMap((result) => [headline(result), ...result.findings.flatMap(findingLines)]);
  const verdict = total === 0 ? 'Nothing to report.' : `${counted(total)} in all.`;
  return `${[...lines, '', verdict].join('\n')}\n`;
}

function headline({ title, findings, milliseconds }: CheckResult): string {
  const mark = findings.length === 0 ? 'ok  ' : 'FAIL';
  const count = findings.length === 0 ? '' : `, ${counted(findings.length)}`;
  return `${mark} ${title}${count} (${(milliseconds / 1000).toFixed(1)} s)`;
}

function findingLines({ place, message }: CheckFinding): readonly string[] {
  if (place === undefined) return wrapped(message, '     ');
  return [`     ${place}`, ...wrapped(message, '       ')];
}

function counted(count: number): string {
  return `${count} finding${count === 1 ? '' : 's'}`;
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
