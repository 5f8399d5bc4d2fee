import { describe, expect, it } from 'vitest';
import { type OperationDescription, operations } from '../../generated/operations.ts';
import { type Route, routes } from '../../generated/routes.ts';
import { routesModule, routesTable } from './routes.ts';
import { theContract } from './the-contract.ts';

describe('the routes', () => {
  it('are every operation of the contract, and agree with the large table', () => {
    expect(Object.keys(routes)).toEqual(Object.keys(operations));
    for (const [id, route] of Object.entries<Route>(routes)) {
      const operation = Object.values<OperationDescription>(operations).find((known) => known.id === id);
      expect(route, id).toMatchObject({
        method: operation?.method,
        path: operation?.path,
        success: operation?.success,
      });
      expect('body' in route, id).toBe(operation?.request !== undefined);
    }
  });

  it('name the media type of a success only where it has a body', () => {
    expect(routes.listCustomers).toHaveProperty('mediaType', 'application/json');
    expect(routes.deleteCustomer).not.toHaveProperty('mediaType');
  });

  it('change with the contract', () => {
    const contract = theContract();
    const { '/v1/payments': moved, ...paths } = contract.paths;
    if (moved === undefined) return expect.fail('the contract has no payments');
    const table = routesTable({ ...contract, paths: { ...paths, '/v2/payments': moved } });
    expect(table['createPayment']?.path).toBe('/v2/payments');
  });

  it('refuse a server without an environment of its own', () => {
    const [first] = theContract().servers ?? [];
    if (first === undefined) return expect.fail('the contract has no server');
    const twice = { ...theContract(), servers: [first, first] };
    expect(() => routesModule(twice)).toThrow('openapi #/servers/1: give the server an x-environment');
    expect(() => routesModule({ ...twice, servers: [{ url: first.url }] })).toThrow('openapi #/servers/0');
  });
});
