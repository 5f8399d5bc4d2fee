/** One finding of any tool, as the report prints it and the tests compare it. */
import type { Finding } from '../../openapi/rules/rule.ts';

export interface LintFinding extends Finding {
  readonly tool: 'spectral' | 'redocly' | 'own';
  /** The file that holds the place; absent when a document in memory was checked. */
  readonly file?: string;
}
