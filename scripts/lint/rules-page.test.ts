import { expect, it } from 'vitest';
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import { switchedOff } from './effective-rules.ts';
import { renderRules } from './rules-page.ts';

const pages = Promise.all([renderRules(), renderRules()]);

it('lists every rule of the project, every rule that is off with its reason, and rules of each public tool', async () => {
  const [text] = await pages;
  for (const { id, title } of OWN_RULES) expect(text).toContain(`| \`${id}\` | ${title} |`);
  for (const { rule, tool, scope } of switchedOff()) {
    const where = scope === undefined ? tool : `${tool}, on the ${scope} only`;
    expect(text).toContain(`| \`${rule}\` | ${where} |`);
  }
  for (const rule of [
    'oas3-schema',
    'owasp:api8:2023-no-server-http',
    'docs-description',
    'no-ambiguous-paths',
  ]) {
    expect(text).toContain(`\`${rule}\``);
  }
});

it('names a rule for another format with that format, and never as one that is on', async () => {
  const [text] = await pages;
  expect(text).toContain('| `oas2-schema` | OpenAPI 2.0 (Swagger) |');
  expect(text.split('`oas2-schema`')).toHaveLength(2);
});

it('is the same text on every run', async () => {
  const [first, second] = await pages;
  expect(second).toBe(first);
});
