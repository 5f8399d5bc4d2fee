import { shown } from '../finding.ts';
import { valueAt } from '../pointer.ts';
import type { JudgeRule } from '../rule.ts';

export const errorStatus: JudgeRule = {
  id: 'error-status',
  severity: 'error',
  judge({ exchange, described, json }) {
    const { status } = exchange.response;
    if (described?.model !== 'ApiError' || json === undefined) return [];
    const said = valueAt(json.value, '/status');
    // A status that is absent or no number is a breach of the schema, and told there.
    if (typeof said !== 'number' || said === status) return [];
    const spec = `${described.schema}/properties/status`;
    return [{ spec, at: 'body/status', expected: String(status), got: shown(said) }];
  },
};
