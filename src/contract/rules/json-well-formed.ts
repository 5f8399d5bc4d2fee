import { shown } from '../finding.ts';
import type { JudgeRule } from '../rule.ts';

export const jsonWellFormed: JudgeRule = {
  id: 'json-well-formed',
  severity: 'error',
  judge({ exchange, described, text, json }) {
    if (described?.mediaType === undefined || exchange.response.body.length === 0 || json !== undefined)
      return [];
    const got = text === undefined ? 'bytes that are not UTF-8' : shown(text);
    return [{ spec: `${described.pointer}/content`, at: 'body', expected: 'well-formed JSON', got }];
  },
};
