import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { complete } from './complete.ts';
import { operationsTable } from './operations.ts';
import { rowsOf } from './operations-module.ts';
import { theContract } from './the-contract.ts';

const table = operationsTable(theContract());

describe('the module of the operations', () => {
  it('gives the whole table, in its order, although it holds rows that leave out what follows', () => {
    expect(operations).toEqual(table);
    expect(Object.keys(operations)).toEqual(Object.keys(table));
    for (const [id, { responses }] of Object.entries(operations))
      expect(Object.keys(responses), id).toEqual(Object.keys(table[id]?.responses ?? {}));
  });

  it('leaves out pointers, and the media type and schema of a model', () => {
    const rows = JSON.stringify(rowsOf(table));
    expect(rows).not.toMatch(/"pointer"|"mediaType"|"schema":"\/components\/schemas/);
    expect(rows.length).toBeLessThan(JSON.stringify(table).length / 2);
  });

  it('keeps in a row whatever is not as usual', () => {
    const { createCustomer: entry } = table;
    if (entry?.request === undefined) return expect.fail('the contract has no createCustomer');
    const request = { ...entry.request, required: false, mediaType: 'application/merge-patch+json' };
    const created = { ...entry.responses['201'], headers: {}, examples: {}, pointer: '/elsewhere' };
    const odd = { ...entry, tag: 'Other', request, responses: { '201': created } };
    const row = rowsOf({ odd: { ...odd, id: 'odd' } })['odd'];
    expect(row).toMatchObject({ tag: 'Other', request: { required: false }, responses: { '201': {} } });
    expect(row && complete('odd', row)).toEqual({ ...odd, id: 'odd' });
  });
});
