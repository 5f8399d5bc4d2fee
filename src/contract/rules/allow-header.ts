import type { JudgeRule } from '../rule.ts';

export const allowHeader: JudgeRule = {
  id: 'allow-header',
  severity: 'warning',
  judge({ exchange, operation }) {
    const { status, headers } = exchange.response;
    if (status !== 405 || headers.has('allow')) return [];
    const spec = `${operation.pointer}/responses`;
    return [{ spec, at: 'header allow', expected: 'the methods of the path', got: 'no header' }];
  },
};
