import { shown } from '../finding.ts';
import { valueAt } from '../pointer.ts';
import type { JudgeRule } from '../rule.ts';
import { type Violation, violatedKeyword, violationsOf } from '../validator.ts';

export const bodySchema: JudgeRule = {
  id: 'body-schema',
  severity: 'error',
  judge({ described, json, validators }) {
    const schema = described?.schema;
    if (schema === undefined || json === undefined) return [];
    return violationsOf(validators, schema, json.value).map((error) => ({
      spec: violatedKeyword(error),
      at: `body${error.instancePath}`,
      keyword: error.keyword,
      expected: error.message ?? error.keyword,
      got: gotFor(error, json.value),
    }));
  },
};

function gotFor(error: Violation, body: unknown): string {
  if (error.keyword === 'required') return `no ${shown(error.params['missingProperty'])}`;
  return shown(valueAt(body, error.instancePath));
}
