import type { JudgeRule } from '../rule.ts';

export const serverError: JudgeRule = {
  id: 'server-error',
  severity: 'error',
  judge({ exchange, operation }) {
    const { status } = exchange.response;
    if (status < 500) return [];
    const spec = `${operation.pointer}/responses`;
    return [{ spec, at: 'status', expected: 'no failure of the server', got: String(status) }];
  },
};
