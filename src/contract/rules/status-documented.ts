import type { JudgeRule } from '../rule.ts';

export const statusDocumented: JudgeRule = {
  id: 'status-documented',
  severity: 'error',
  judge({ exchange, operation, described }) {
    if (described !== undefined) return [];
    const documented = Object.keys(operation.responses).join(', ');
    return [
      {
        spec: `${operation.pointer}/responses`,
        at: 'status',
        expected: `one of ${documented}`,
        got: String(exchange.response.status),
      },
    ];
  },
};
