/** docs/checks.md: every rule of the checker in words, under the anchors that its reports lead to. */
import { type Cause, causes } from '../../src/contract/cause.ts';
import { probes } from '../../src/contract/probes/all.ts';
import { allRules } from '../../src/contract/rules/all.ts';
import { type RuleText, ruleTexts } from '../../src/contract/rules/texts.ts';
import { scenarios } from '../../src/contract/scenarios/all.ts';
import { checkTexts } from '../../src/contract/texts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { withHeader } from './artifact.ts';

const ENTRIES: readonly (readonly [string, Cause])[] = Object.entries(causes);

/** @param ledger whose questions the probes put. */
export function checksPage({ questions }: Pick<Ledger, 'questions'>): string {
  const other = ['answers-in-time', 'answers-whole', 'coverage'];
  const parts = [
    '# What the checker checks',
    `${allRules.length} rules of the judge, ${ENTRIES.length} causes, ${scenarios.length} scenarios and ${probes.length} probes. An error is a breach of the contract and fails a check; a warning fails none, unless the check is strict.`,
    '## Rules of one exchange',
    'Whoever judges a response applies them: the checker, the judge of recorded traffic, the proxy, the matcher for tests; the client applies the first six.',
    ...allRules.map(({ id, severity }) => section(id, ruleTexts[id], `Severity: ${severity}.`)),
    '## Statuses by cause',
    'Each request that the checker derives from the spec is sent for one reason, and the reason decides about the status.',
    ...ENTRIES.map(([id, cause]) => section(id, cause, statusesOf(cause))),
    '## Scenarios',
    'They show between exchanges, so a target that keeps nothing cannot be asked: there they are reported as not applicable.',
    ...scenarios.map(({ id, needs = [], ...text }) =>
      section(
        id,
        text,
        needs.length === 0 ? '' : `Needs ${needs.map((need) => need.replace('-', ' ')).join(' and ')}.`,
      ),
    ),
    '## The check itself',
    ...other.map((id) => section(id, checkTexts[id], '')),
    '## Probes',
    'Each puts one of the [open questions](open-questions.md) to the server. They tell what it does and which change of the spec that would justify; they never fail a check.',
    ...probes.map((probe) => {
      const question = questions.find(({ id }) => id === probe.question);
      if (question === undefined) throw new Error(`the ledger has no question ${probe.question}`);
      const how =
        'because' in probe
          ? `not askable, because ${probe.because}`
          : `the contract takes meanwhile: ${question.chosen}`;
      return `- **${probe.question}** ${question.question} (${how})`;
    }),
  ];
  return withHeader(
    'markdown',
    `\n${parts
      .join('\n\n')
      .replaceAll('\n\n- ', '\n- ')
      .replace(/(check\.)\n- /, '$1\n\n- ')}\n`,
  );
}

function section(id: string, text: RuleText | undefined, note: string): string {
  if (text === undefined) throw new Error(`the rule ${id} has no words`);
  return [`### ${id}`, `**${text.title}.** ${text.why}${note === '' ? '' : ` ${note}`}`].join('\n\n');
}

function statusesOf({ expected, tolerated = [], stateless }: Cause): string {
  const statuses = expected
    .map((one) => (one === 'success' ? 'the documented success' : `\`${one}\``))
    .join(' or ');
  const warned =
    tolerated.length === 0 ? '' : ` ${tolerated.map((one) => `\`${one}\``).join(', ')} is worth a warning.`;
  return `Expected: ${statuses}.${warned}${stateless === undefined ? '' : ` Not applicable where ${stateless}.`}`;
}
