import type { Breach, JudgeRule } from '../rule.ts';

export const noContentHeaders: JudgeRule = {
  id: 'no-content-headers',
  severity: 'warning',
  judge({ exchange, operation }) {
    const { status, headers } = exchange.response;
    if (status !== 204) return [];
    return ['content-type', 'content-length'].flatMap((name): readonly Breach[] => {
      const got = headers.get(name);
      const spec = operation.responses['204']?.pointer ?? `${operation.pointer}/responses`;
      return got === null ? [] : [{ spec, at: `header ${name}`, expected: 'no such header on 204', got }];
    });
  },
};
