import { shown } from '../finding.ts';
import type { Breach, JudgeRule } from '../rule.ts';
import { violatedKeyword, violationsOf } from '../validator.ts';

export const headers: JudgeRule = {
  id: 'headers',
  title: 'Documented headers are there and valid',
  why: 'RFC 9110 demands WWW-Authenticate on every 401. The contract does not require it, because nothing records it, so its absence is a warning.',
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
