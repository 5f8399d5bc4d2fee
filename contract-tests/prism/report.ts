/** The report for people: 80 columns, colours only on a terminal, one line per thing that was proven. */
import { BreachError, type Section } from './check.ts';
import { described, OPERATION_IDS } from './plan.ts';
import type { CheckResult } from './run.ts';
import type { Count } from './tally.ts';

const WIDTH = 80;

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

/** One block per operation: each documented answer, then what was sent and refused, in summary. */
export function operationBlocks(results: readonly CheckResult[], p: Paint): string {
  return OPERATION_IDS.map((operation) => {
    const own = results.filter(({ check }) => check.operation === operation);
    if (own.length === 0) return '';
    const { method, path, request } = described(operation);
    const sent = request === undefined ? 'no body' : `body ${Object.keys(request.examples).join(', ')}`;
    return [
      p.bold(operation) + p.dim(`  sent through the client with ${sent}`),
      p.dim(`  ${method.toUpperCase()} ${path}`),
      ...own
        .filter(({ check }) => check.section === 'response' || check.section === 'request')
        .map((r) => line(r, p)),
      ...summaries(own, p),
      '',
    ].join('\n');
  }).join('\n');
}

function line({ check, proof, ms, failure }: CheckResult, p: Paint): string {
  const proven = failure === undefined ? (proof?.proven.join(', ') ?? '') : 'FAILED, see below';
  return row(failure === undefined, check.title, proven, ms, p);
}

function row(passed: boolean, title: string, proven: string, ms: number, p: Paint): string {
  const time = `${Math.max(1, Math.round(ms))} ms`.padStart(7);
  const left = `  ${passed ? 'ok  ' : 'FAIL'} ${title}`.padEnd(36);
  const text = `${left}${proven}`.slice(0, WIDTH - 9).padEnd(WIDTH - 8);
  const painted = passed ? text.replace('  ok  ', `  ${p.good('ok')}  `) : p.bad(text);
  return `${painted} ${p.dim(time)}`;
}

const SUMMARIES: readonly { readonly section: Section; readonly title: string; readonly proven: string }[] = [
  { section: 'violation', title: 'broken requests', proven: 'refused, naming keyword and place' },
  { section: 'access', title: 'no access, other methods', proven: '401 and 405' },
  { section: 'wire', title: 'unreadable bodies', proven: 'refused with a 4xx in time' },
];

function summaries(own: readonly CheckResult[], p: Paint): readonly string[] {
  return SUMMARIES.flatMap(({ section, title, proven }) => {
    const these = own.filter(({ check }) => check.section === section);
    if (these.length === 0) return [];
    const failed = these.filter(({ failure }) => failure !== undefined).length;
    const ms = these.reduce((sum, result) => sum + result.ms, 0);
    const text = failed === 0 ? proven : `${failed} of ${these.length} FAILED, see below`;
    return [row(failed === 0, `${these.length} ${title}`, text, ms, p)];
  });
}

/** Every failure in full: operation, place, expected, got, and the line that repeats it. */
export function failures(results: readonly CheckResult[], p: Paint): string {
  return results
    .flatMap(({ check, failure }) => {
      if (failure === undefined) return [];
      const text =
        failure instanceof BreachError
          ? failure.message
          : `${check.operation}: ${check.title}\n  ${failure.message}`;
      return [`${p.bad('BREACH')} ${text}\n`];
    })
    .join('\n');
}

export interface Totals {
  readonly results: readonly CheckResult[];
  readonly counts: readonly Count[];
  /** Breaches of the spec itself. */
  readonly breaches: readonly string[];
  readonly ms: number;
}

export function totals({ results, counts, breaches, ms }: Totals, p: Paint): string {
  const lines = counts.map(({ what, seen, documented, missing }) => {
    const text = `${String(seen).padStart(5)} of ${documented} ${what}`;
    return seen === documented ? p.good(text) : p.bad(`${text}; missing: ${missing.slice(0, 2).join('; ')}`);
  });
  const failed = results.filter(({ failure }) => failure !== undefined).length;
  const verdict = `${results.length - failed} checks passed, ${failed} failed in ${(ms / 1000).toFixed(1)} s`;
  const good = failed === 0 && breaches.length === 0;
  const ofSpec = breaches.length === 0 ? '' : `; ${breaches.length} breaches of the spec's own rules`;
  return [...lines, '', (good ? p.good : p.bad)(`${verdict}${ofSpec}`)].join('\n');
}
