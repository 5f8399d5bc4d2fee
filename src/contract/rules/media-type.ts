import type { JudgeRule } from '../rule.ts';

export const mediaType: JudgeRule = {
  id: 'media-type',
  severity: 'error',
  judge({ exchange, described }) {
    if (described?.mediaType === undefined || exchange.response.body.length === 0) return [];
    const given = exchange.response.headers.get('content-type');
    if (given !== null && isExactly(described.mediaType, given)) return [];
    return [
      {
        spec: `${described.pointer}/content`,
        at: 'header content-type',
        expected: described.mediaType,
        got: given ?? 'no content-type',
      },
    ];
  },
};

/** Same type and subtype, and no parameter but `charset=utf-8`, quoted or not, in any letter case. */
function isExactly(documented: string, given: string): boolean {
  const [type = '', ...parameters] = given.split(';').map((part) => part.trim().toLowerCase());
  return type === documented && parameters.every((parameter) => /^(?:charset="?utf-8"?)?$/.test(parameter));
}
