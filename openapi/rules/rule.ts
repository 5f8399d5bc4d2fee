/** What every rule of the project is: one entry with the same skeleton, checked on the bundled document. */
import type { OpenApiDocument } from '../../src/contract/document.ts';

/** What a rule found and where; the runner adds the rule's id. */
export interface Fault {
  /** JSON Pointer into the bundled document. */
  readonly pointer: string;
  /** One line that names the value and says what to do. */
  readonly message: string;
}

export interface Finding extends Fault {
  readonly rule: string;
}

export interface Rule {
  /** Stable, kebab-case, the same as the name of its file and of its fixture. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  check(document: OpenApiDocument): Iterable<Fault>;
}

/**
 * Runs the rules on one document. A rule that cannot read the document (a reference that leads nowhere, a value of
 * the wrong kind) reports that as its finding: an unreadable document must never pass.
 */
export function runRules(rules: readonly Rule[], document: OpenApiDocument): Finding[] {
  const findings = new Map<string, Finding>();
  for (const rule of rules) {
    for (const fault of faultsOf(rule, document)) {
      findings.set(`${rule.id} ${fault.pointer} ${fault.message}`, { rule: rule.id, ...fault });
    }
  }
  return [...findings.values()];
}

function faultsOf(rule: Rule, document: OpenApiDocument): readonly Fault[] {
  try {
    return [...rule.check(document)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ pointer: '', message: `the rule cannot read this document: ${reason}` }];
  }
}
