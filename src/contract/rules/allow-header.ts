import { type OperationDescription, operations } from '../../../generated/operations.ts';
import type { JudgeRule } from '../rule.ts';

export const allowHeader: JudgeRule = {
  id: 'allow-header',
  severity: 'warning',
  judge({ exchange, operation }) {
    const { status, headers } = exchange.response;
    if (status !== 405) return [];
    const documented = methodsOf(operation.path);
    const given = headers.get('allow');
    const allowed = (given ?? '').split(',').map((method) => method.trim().toUpperCase());
    const own = allowed.filter((method) => !EVERYWHERE.has(method));
    if (given !== null && [...own].sort().join() === [...documented].sort().join()) return [];
    const spec = `${operation.pointer}/responses`;
    return [{ spec, at: 'header allow', expected: documented.join(', '), got: given ?? 'no header' }];
  },
};

/** HTTP gives them a meaning on every resource; the contract leaves them alone. */
const EVERYWHERE = new Set(['HEAD', 'OPTIONS', 'TRACE', '']);

function methodsOf(path: string): readonly string[] {
  const all: readonly OperationDescription[] = Object.values(operations);
  return all.filter((one) => one.path === path).map(({ method }) => method.toUpperCase());
}
