/** The page that lists every lint rule: the project's own, the public ones that are on, and what is off and why. */
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import { switchedOff } from './effective-rules.ts';
import { redoclyRules } from './redocly.ts';
import { SWITCHED_OFF } from './rulesets.ts';
import { spectralRules } from './spectral.ts';

const RULESETS: Readonly<Record<string, string>> = {
  'spectral:oas': 'Spectral, OpenAPI',
  '@stoplight/spectral-owasp-ruleset': 'Spectral, OWASP API Security Top 10 of 2023',
  '@stoplight/spectral-documentation': 'Spectral, documentation',
};

/** Deterministic: the order is that of the rulesets, and nothing depends on time or place. */
export async function renderRules(): Promise<string> {
  const spectral = spectralRules();
  const redocly = (await redoclyRules()).filter(({ enabled }) => enabled);
  const on = spectral.filter(({ enabled, applies }) => enabled && applies);
  const others = spectral.filter(({ applies }) => !applies);
  const off = switchedOff();
  return [
    '# Lint rules',
    '',
    `${OWN_RULES.length + on.length + redocly.length} rules are on: ${OWN_RULES.length} of this project, ${on.length} of Spectral rulesets, ${redocly.length} of Redocly. Each has a document that it finds faulty and one that it finds clean, in \`openapi/rules/fixtures/\`; a rule without them fails the run.`,
    '',
    "## The project's own rules",
    '',
    ...table(
      ['Rule', 'What must hold', 'Why'],
      OWN_RULES.map(({ id, title, why }) => [code(id), title, why]),
    ),
    ...Object.entries(RULESETS).flatMap(([ruleset, title]) => [
      `## ${title}`,
      '',
      ...table(
        ['Rule', 'What it asks'],
        on
          .filter((rule) => rule.ruleset === ruleset)
          .map(({ name, description }) => [code(name), firstLine(description)]),
      ),
    ]),
    '## Redocly',
    '',
    'The preset `recommended-strict`, the rules that it leaves off, and two of our own that begin with `rule/`.',
    '',
    ...table(
      ['Rule'],
      redocly.map(({ name }) => [redoclyLink(name)]),
    ),
    '## Switched off',
    '',
    `Every rule that applies to OpenAPI 3.1 and is off, from \`${SWITCHED_OFF}\`. Lint compares the list with what the tools really run.`,
    '',
    ...table(
      ['Rule', 'Tool', 'Why'],
      off.map(({ rule, tool, scope, reason }) => [
        code(rule),
        scope === undefined ? tool : `${tool}, on the ${scope} only`,
        reason,
      ]),
    ),
    '## For other formats only',
    '',
    'These rules of the same rulesets declare formats that this document is not in, so they never run.',
    '',
    ...table(
      ['Rule', 'Formats'],
      others.map(({ name, formats }) => [code(name), formats.join(', ')]),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function cell(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Some descriptions go on with links and history; the first paragraph says what the rule asks. */
function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function redoclyLink(name: string): string {
  return name.startsWith('rule/')
    ? code(name)
    : `[${code(name)}](https://redocly.com/docs/cli/rules/oas/${name})`;
}
