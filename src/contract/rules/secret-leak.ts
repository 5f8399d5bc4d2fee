import type { SentRequest } from '../exchange.ts';
import type { Breach, JudgeRule } from '../rule.ts';

export const secretLeak: JudgeRule = {
  id: 'secret-leak',
  severity: 'error',
  judge({ exchange, sent, text, operation }) {
    if (sent === undefined) return [];
    const secrets = sentSecrets(sent);
    const places = [
      ...[...exchange.response.headers].map(([name, value]) => [`header ${name}`, value] as const),
      ['body', text ?? ''] as const,
    ];
    return places.flatMap(([at, value]): readonly Breach[] =>
      secrets.some((secret) => value.includes(secret))
        ? [{ spec: `${operation.pointer}/responses`, at, expected: NO_SECRET, got: 'a part of them' }]
        : [],
    );
  },
};

const NO_SECRET = 'nothing of the credentials that were sent';

/** Shorter ones occur in ordinary text, and an answer would be blamed for chance. */
const SHORTEST = 8;

/** What only the two sides of a connection may know of the `Authorization` header. */
export function sentSecrets({ headers }: Pick<SentRequest, 'headers'>): readonly string[] {
  const header = headers.get('authorization') ?? '';
  const token = header.slice(header.indexOf(' ') + 1).trim();
  const password = passwordIn(token);
  const escaped = JSON.stringify(password).slice(1, -1);
  return [...new Set([token, password, escaped])].filter((secret) => secret.length >= SHORTEST);
}

function passwordIn(token: string): string {
  try {
    const bytes = Uint8Array.from(atob(token), (character) => character.charCodeAt(0));
    const pair = new TextDecoder().decode(bytes);
    return pair.slice(pair.indexOf(':') + 1);
  } catch {
    return '';
  }
}
