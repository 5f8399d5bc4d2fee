import type { JudgeRule } from '../rule.ts';

export const bodyPresence: JudgeRule = {
  id: 'body-presence',
  severity: 'error',
  judge({ exchange, described }) {
    if (described === undefined) return [];
    const length = exchange.response.body.length;
    const documented = described.mediaType !== undefined;
    if (documented === length > 0 || (length === 0 && described.bodyOptional === true)) return [];
    return [
      {
        spec: documented ? `${described.pointer}/content` : described.pointer,
        at: 'body',
        expected: documented ? `a body of ${described.mediaType}` : 'no body',
        got: length === 0 ? 'no body' : `${length} bytes`,
      },
    ];
  },
};
