/** The one page of a review as blocks, so that Markdown and HTML cannot say different things. */
import { isBreaking, type Level } from './level.ts';
import type { LintDelta, ReviewedChange, ReviewReport, SecondOpinion } from './report.ts';
import { RULES } from './rules.ts';

/** Text in which backticks mark code; nothing else in it is markup. */
export type Text = string;

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text; readonly tone?: 'good' | 'bad' | 'loud' }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'table'; readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] }
  | { readonly kind: 'diff'; readonly lines: readonly string[]; readonly summary: Text };

const VERDICTS: Readonly<Record<Level, string>> = {
  none: 'No change that a client could notice',
  additive: 'Additive: whatever worked keeps working',
  'codegen-breaking': 'Codegen-breaking: the wire stays the same, generated code does not',
  'wire-breaking': 'Wire-breaking: clients that are deployed today will fail or miss something',
};

export function pageOf(report: ReviewReport): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Review of the contract' },
    ...verdictBlocks(report),
    ...breakingBlocks(report),
    ...changelogBlocks(report),
    ...surfaceBlocks(report),
    ...exampleBlocks(report),
    ...provenanceBlocks(report),
    ...opinionBlocks(report.secondOpinion),
    ...lintBlocks(report.lint),
  ];
}

/** The head of the page, which fits a pull request's comment and a terminal. */
export function summaryOf(report: ReviewReport): readonly Block[] {
  return [...verdictBlocks(report), ...breakingBlocks(report), ...changelogBlocks(report)];
}

function verdictBlocks(report: ReviewReport): readonly Block[] {
  const { old, new: now, verdict, requiredBump, actualBump, sufficient, secondOpinion } = report;
  const steps = `required \`${requiredBump}\`, actual \`${actualBump ?? 'not a later version'}\``;
  const missing = isBreaking(verdict)
    ? 'This must not be merged under this version.'
    : 'Raise it before the release.';
  return [
    {
      kind: 'paragraph',
      text: `**${VERDICTS[verdict]}.** \`${old.label}\` (${old.version}) to \`${now.label}\` (${now.version}).`,
      tone: isBreaking(verdict) ? 'bad' : 'good',
    },
    {
      kind: 'paragraph',
      text: `Version: ${steps}. ${sufficient ? 'The version says enough.' : `**The version does not rise far enough.** ${missing}`}`,
      ...(sufficient ? {} : { tone: 'bad' as const }),
    },
    ...(secondOpinion.ran
      ? []
      : [
          {
            kind: 'paragraph',
            tone: 'loud',
            text: `**oasdiff was not run**: ${secondOpinion.why}. The verdict rests on this comparison alone.`,
          } as const,
        ]),
  ];
}

function breakingBlocks({ changes }: ReviewReport): readonly Block[] {
  const breaking = changes.filter(({ level }) => isBreaking(level));
  if (breaking.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: `What breaks (${breaking.length})` },
    {
      kind: 'table',
      head: ['change', 'where', 'before', 'after', 'who notices'],
      rows: breaking.map((change) => [
        `${RULES[change.rule].title} (\`${change.rule}\`, ${change.level})`,
        `${code(change.name)} ${code(change.place)}`,
        code(change.before),
        code(change.after),
        noticedBy(change),
      ]),
    },
  ];
}

function noticedBy({ level, direction, languages, operations }: ReviewedChange): string {
  const calls = operations.length === 0 ? '' : ` of ${operations.map(code).join(', ')}`;
  const wire: Readonly<Record<ReviewedChange['direction'], string>> = {
    request: `every caller${calls}`,
    response: `every reader of answers${calls}`,
    document: `every client${calls}`,
  };
  const generated = languages.length === 0 ? '' : `generated ${languages.join(', ')}`;
  if (level === 'wire-breaking') return [wire[direction], generated].filter(Boolean).join('; ');
  return generated || `generated clients${calls}`;
}

const DIRECTIONS = { request: 'Requests', response: 'Answers', document: 'API' } as const;

function changelogBlocks({ changes, prose }: ReviewReport): readonly Block[] {
  const items = changes.map(
    ({ direction, warning, words, operations }) =>
      `${warning ? '⚠️ ' : ''}${DIRECTIONS[direction]}: ${words}${concerning(operations)}`,
  );
  const words =
    prose.length === 0
      ? []
      : [`Words only: ${prose.slice(0, 12).map(code).join(', ')}${more(prose.length - 12)}.`];
  const all = [...items, ...words];
  return [
    { kind: 'heading', level: 2, text: 'Changelog' },
    all.length === 0 ? { kind: 'paragraph', text: 'Nothing.' } : { kind: 'list', items: all },
  ];
}

function concerning(operations: readonly string[]): string {
  if (operations.length === 0) return '';
  return ` (${operations.slice(0, 4).map(code).join(', ')}${more(operations.length - 4)})`;
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}

function surfaceBlocks({ surface }: ReviewReport): readonly Block[] {
  if (surface.length === 0)
    return [
      { kind: 'heading', level: 2, text: 'Generated code' },
      { kind: 'paragraph', text: 'No name, type or signature changes in TypeScript, Java, Go or Python.' },
    ];
  const languages = [...new Set(surface.map(({ language }) => language))];
  return [
    { kind: 'heading', level: 2, text: 'Generated code' },
    ...languages.map((language): Block => {
      const own = surface.filter((change) => change.language === language);
      const breaking = own.filter((change) => change.breaking).length;
      return {
        kind: 'diff',
        summary: `${language}: ${own.length} lines, ${breaking} of them break code that is written`,
        lines: own.flatMap(({ key, before, after }) => [
          `@@ ${key} @@`,
          ...(before === '' ? [] : [`- ${before}`]),
          ...(after === '' ? [] : [`+ ${after}`]),
        ]),
      };
    }),
  ];
}

function exampleBlocks({ examples }: ReviewReport): readonly Block[] {
  if (examples.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Examples' },
    {
      kind: 'table',
      head: ['example', 'what', 'fits its schema (ajv)'],
      rows: examples.map(({ name, kind, violations }) => [code(name), kind, fits(kind, violations)]),
    },
  ];
}

function fits(kind: string, violations: readonly string[] | undefined): string {
  if (kind === 'removed') return '';
  if (violations === undefined) return '**not judged**: ajv and ajv-formats are not installed';
  return violations.length === 0 ? 'yes' : `**no**: ${violations.join('; ')}`;
}

function provenanceBlocks({ provenance }: ReviewReport): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: 'Provenance' };
  if (provenance === undefined)
    return [
      heading,
      {
        kind: 'paragraph',
        text: 'The new version has no `ledger.yaml` beside it: nothing says where its elements come from.',
      },
    ];
  const { elements, assumptions } = provenance;
  if (elements.length + assumptions.length === 0)
    return [heading, { kind: 'paragraph', text: 'No new element, no new assumption.' }];
  return [
    heading,
    ...(elements.length === 0
      ? []
      : [
          {
            kind: 'table',
            head: ['new element', 'rests on'],
            rows: elements.map(({ name, answers }) => [
              code(name),
              answers.length === 0
                ? '**nothing: the ledger does not know it**'
                : answers.map(code).join(', '),
            ]),
          } as const,
        ]),
    ...(assumptions.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: 'New assumptions, each with the question that it leaves open:',
          } as const,
          { kind: 'list', items: assumptions.map(({ says, question }) => `${says} ${question}`) } as const,
        ]),
  ];
}

function opinionBlocks(opinion: SecondOpinion): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: 'Second opinion' };
  if (!opinion.ran)
    return [heading, { kind: 'paragraph', tone: 'loud', text: `**oasdiff was not run**: ${opinion.why}.` }];
  const ran = `oasdiff ${opinion.version} compared the same two documents`;
  if (opinion.findings.length === 0)
    return [heading, { kind: 'paragraph', text: `${ran} and reports no break.` }];
  return [
    heading,
    {
      kind: 'paragraph',
      text: `${ran}. An error that nothing above explains counts as a break; a warning does not.`,
    },
    {
      kind: 'table',
      head: ['oasdiff', 'operation', 'explained above by'],
      rows: opinion.findings.map(({ id, text, severity, operation, confirmedBy }) => [
        `${severity}: ${text} (\`${id}\`)`,
        code(operation),
        confirmedBy.length === 0 ? '**nothing**' : confirmedBy.map(code).join(', '),
      ]),
    },
  ];
}

function lintBlocks(lint: LintDelta | undefined): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: 'Lint' };
  if (lint === undefined) return [];
  const total = `${lint.before} findings before, ${lint.after} after.`;
  if (lint.added.length + lint.gone.length === 0)
    return [heading, { kind: 'paragraph', text: `Nothing new. ${total}` }];
  return [
    heading,
    { kind: 'paragraph', text: total },
    {
      kind: 'list',
      items: [
        ...lint.added.map((finding) => `**new**: ${finding}`),
        ...lint.gone.map((finding) => `gone: ${finding}`),
      ],
    },
  ];
}

function code(text: string): string {
  return text === '' ? '' : `\`${text.replaceAll('`', "'")}\``;
}
