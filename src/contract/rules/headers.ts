import { shown } from '../finding.ts';
import type { Breach, JudgeRule } from '../rule.ts';
import { violatedKeyword, violationsOf } from '../validator.ts';

export const headers: JudgeRule = {
  id: 'headers',
  severity: 'error',
  judge({ exchange, described, validators }) {
    return Object.entries(described?.headers ?? {}).flatMap(([name, header]): readonly Breach[] => {
      const at = `header ${name.toLowerCase()}`;
      const value = exchange.response.headers.get(name);
      if (value === null) {
        const severity = header.required ? 'error' : 'warning';
        return [
          {
            severity,
            spec: `${described?.pointer}/headers/${name}`,
            at,
            expected: 'the header',
            got: 'no header',
          },
        ];
      }
      return violationsOf(validators, header.schema, value).map((error) => ({
        spec: violatedKeyword(error),
        at,
        keyword: error.keyword,
        expected: error.message ?? error.keyword,
        got: shown(value),
      }));
    });
  },
};
