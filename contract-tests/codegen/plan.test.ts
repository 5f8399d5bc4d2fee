import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { operations } from '../../generated/operations.ts';
import { validators } from '../../generated/validators.js';
import { planOf } from './plan.ts';
import { VARIANTS } from './variants.ts';

const document = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));
const plan = planOf(document);

describe('the plan of the codegen matrix', () => {
  it('sends or answers every example of the contract', () => {
    const named = plan.map(({ title }) => title).join('\n');
    expect(Object.keys(fixtures).filter((name) => !new RegExp(`\\b${name}\\b`).test(named))).toEqual([]);
  });

  it('reaches every documented status of every operation', () => {
    for (const operation of Object.values(operations)) {
      const statuses = new Set(
        plan.filter((step) => step.operation === operation.id).map(({ answer }) => answer.status),
      );
      const documented = Object.keys(operation.responses).map((key) =>
        key === 'default' ? 500 : Number(key),
      );
      expect([...statuses].sort()).toEqual(documented.sort());
    }
  });

  it('varies every answer that has a body in every way', () => {
    for (const { id } of Object.values(operations)) {
      const bodies = plan.filter(({ operation, answer }) => operation === id && answer.body !== undefined);
      expect(new Set(bodies.map(({ variant }) => variant))).toEqual(new Set(Object.keys(VARIANTS)));
    }
  });

  it('keeps the contract on both sides, unknown properties and values included', () => {
    const breaches = plan.flatMap(({ title, body, answer, schemas }) => [
      ...(body === undefined || validators[schemas.request ?? '']?.(body) ? [] : [`request of ${title}`]),
      ...(answer.body === undefined || validators[schemas.answer ?? '']?.(answer.body)
        ? []
        : [`answer of ${title}`]),
    ]);
    expect(breaches).toEqual([]);
  });

  it('marks what the guide shows, and only that, as untouchable', () => {
    const guide = plan.filter((step) => step.guide);
    expect(guide.length).toBeGreaterThanOrEqual(5);
    expect(guide.every(({ title, variant }) => /Guide\b/.test(title) && variant === 'as documented')).toBe(
      true,
    );
  });
});
