import type { JudgeRule } from '../rule.ts';

export const statusDocumented: JudgeRule = {
  id: 'status-documented',
  title: 'The status is one that the operation documents',
  why: 'Generated clients branch on the documented statuses; another success is read as the wrong model, or not at all.',
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
