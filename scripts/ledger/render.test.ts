import { describe, expect, it } from 'vitest';
import { CLEAN } from './clean-sample.ts';
import { renderLedger, renderOpenQuestions } from './render.ts';

const text = renderLedger(CLEAN.ledger, CLEAN.document);
const questions = renderOpenQuestions(CLEAN.ledger);

describe('the ledger as a document', () => {
  it('says in its first line which command wrote it', () => {
    for (const rendered of [text, questions]) expect(rendered.split('\n')[0]).toContain('npm run generate');
  });

  it('counts entries and elements by kind, each element once by its strongest', () => {
    expect(text).toMatch(/\| guide \|.*\| 2 \| 3 \|/);
    expect(text).toMatch(/\| observed \|.*\| 1 \| 0 \|/);
    expect(text).toMatch(/\| assumption \|.*\| 1 \| 1 \|/);
    expect(text).toMatch(/\| all \|.*\| 4 \| 4 \|/);
    expect(text).toContain('1 of the 4 elements rest on an assumption');
    expect(text).toContain('The guide has 2 statements: 1 shape the contract, 1 do not');
  });

  it('shows each element with its kind, its source, its entry and its question', () => {
    expect(text).toContain(
      '| `createPet 201` | assumption |  | [status](#status) | [Q-status](open-questions.md#q-status) |',
    );
    expect(text).toContain(
      '| `Pet` | guide, observed | [S1](#sources), [R1](#sources) | [create](#create), [seen](#seen) |  |',
    );
  });

  it('shows each statement with what it became, or with the reason why nothing', () => {
    expect(text).toContain(
      '| Pets / 2 (code) | in the contract | [create](#create) | Something. | `PetGuide` |',
    );
    expect(text).toContain('| Pets / 1 (sentence) | outside | [scope](#scope) | It is about the page. |  |');
  });

  it('keeps a bar in a text from ending a table cell', () => {
    const entries = CLEAN.ledger.entries.map((found) => ({ ...found, says: 'one | other' }));
    expect(renderLedger({ ...CLEAN.ledger, entries }, CLEAN.document)).toContain('| one \\| other |');
  });

  it('is the same on every run and ends with one line break', () => {
    expect(renderLedger(CLEAN.ledger, CLEAN.document)).toBe(text);
    for (const rendered of [text, questions]) expect(rendered).toMatch(/[^\n]\n$/);
  });
});

describe('the open questions as a document', () => {
  it('tells of each what is known, disputed, chosen and why, what would change, and what rests on it', () => {
    expect(questions).toContain('## Q-status');
    expect(questions).toContain('- **The sources disagree:** One says 200, another 201.');
    expect(questions).toContain('- **Rests on it:** [status](ledger.md#status)');
    expect(questions).toContain('- **Places:** `/paths/*/*/responses/201`');
  });

  it('counts the questions and those in which sources contradict each other', () => {
    expect(questions).toContain('1 questions that no source settles; in 1 of them');
    const undisputed = CLEAN.ledger.questions.map(({ contradiction: _, ...question }) => question);
    expect(renderOpenQuestions({ ...CLEAN.ledger, questions: undisputed })).not.toContain('disagree');
  });
});
