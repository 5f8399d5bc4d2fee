/** Every proof that exists, by the id under which the ledger names it. */
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { checkIdsOf } from './check-ids.ts';
import { testIdsBelow } from './test-ids.ts';

export async function proofsOf(document: OpenApiDocument, root: string): Promise<ReadonlySet<string>> {
  return new Set([
    ...OWN_RULES.map((rule) => `rule:${rule.id}`),
    ...[...checkIdsOf(document)].map((id) => `check:${id}`),
    ...(await testIdsBelow(root)).map((id) => `test:${id}`),
  ]);
}
