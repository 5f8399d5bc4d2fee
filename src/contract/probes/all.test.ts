import { describe, expect, it } from 'vitest';
import { questions } from '../../../generated/questions.ts';
import { loadLedger } from '../../../scripts/ledger/load.ts';
import { probes } from './all.ts';

describe('the probes', () => {
  it('are one for each open question of the ledger, and for nothing else', async () => {
    const { questions: open } = await loadLedger();
    const asked = probes.map(({ question }) => question).sort();
    expect(asked).toEqual(open.map(({ id }) => id).sort());
    expect(Object.keys(questions).sort()).toEqual(asked);
  });

  it('say why, where a question cannot be put to a server', () => {
    const silent = probes.filter((probe) => 'because' in probe);
    expect(silent.map(({ question }) => question)).toEqual(['Q-environments', 'Q-vendor-openapi']);
  });
});
