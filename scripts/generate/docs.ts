/** What comes from the ledger as well: provenance, open questions, the API reference, the lint rules. */
import { join } from 'node:path';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LEDGER_FILE, loadLedger } from '../ledger/load.ts';
import { marksAt } from '../ledger/provenance.ts';
import { renderLedger, renderOpenQuestions } from '../ledger/render.ts';
import { LedgerShapeError } from '../ledger/shape.ts';
import { renderReference } from '../reference/reference.ts';
import { type Artifacts, withHeader } from './artifact.ts';
import { GenerateFailure } from './failure.ts';
import { llmsText } from './llms.ts';
import { questionsModule } from './questions.ts';

/** @throws GenerateFailure with the ledger's own message when the ledger cannot be read */
export async function documents(root: string, document: OpenApiDocument): Promise<Artifacts> {
  const ledger = await readLedger(root);
  // The linters are heavy to load, and a broken ledger shall be heard of before.
  const { renderRules } = await import('../lint/rules-page.ts');
  const marks = (place: string) => marksAt(ledger, place);
  const reference = renderReference(document, marks, ledger.questions);
  // The rules of the checker stand on tables that are generated here, so they are loaded when the spec is known to be sound.
  const { checksPage } = await import('./checks-page.ts');
  return new Map([
    ['docs/ledger.md', renderLedger(ledger, document)],
    ['docs/llms.txt', llmsText({ document, marksAt: marks, questions: ledger.questions })],
    ['docs/open-questions.md', renderOpenQuestions(ledger)],
    ['docs/reference.html', withHeader('html', reference)],
    ['docs/rules.md', withHeader('markdown', await renderRules())],
    ['docs/checks.md', checksPage(ledger)],
    ['questions.ts', questionsModule(ledger)],
  ]);
}

async function readLedger(root: string): Promise<Ledger> {
  try {
    return await loadLedger(join(root, LEDGER_FILE));
  } catch (error) {
    if (!(error instanceof LedgerShapeError)) throw error;
    const message = error.message.replaceAll(`${root}/`, '');
    throw new GenerateFailure(message.startsWith(LEDGER_FILE) ? message : `${LEDGER_FILE}: ${message}`);
  }
}
